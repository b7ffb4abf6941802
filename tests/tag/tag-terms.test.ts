import { describe, expect, it } from 'vitest';
import type { TaggedDocument } from '../../src/model/document.ts';
import type { Term } from '../../src/model/term.ts';
import { createSegment } from '../../src/segment/segment.ts';
import { createTag, type TagSettings } from '../../src/tag/tag-terms.ts';
import { checkDocument } from '../check-document.ts';
import { cleanDocument } from '../clean-document.ts';
import { toyEngine } from '../toy-engine.ts';

const words =
  '新型举国体制 举国体制 举国 体制 中国 中国共产党/nt 共产 共产党 发展 国家 发展中国家 人民 人民币 碳达峰 碳中和 双碳 科技 创新 大学 大学生 学生 市政 政府 市政府 科技创新';
const segment = createSegment(toyEngine(words));
const usual: TagSettings = { boundary: 'word', ignoreCase: false };

/** `term|variant … !not_in …` as a term. */
function termFrom(line: string, category = ''): Term {
  const [forms = '', ...notIn] = line.split('!');
  const [term = '', ...variants] = forms.split('|');
  return { term, category, variants, notIn, note: '' };
}

function tag(
  terms: readonly (string | Term)[],
  texts: readonly string[],
  settings = usual,
  normalise?: (form: string) => string,
) {
  const list = terms.map((term) => (typeof term === 'string' ? termFrom(term) : term));
  const doc = createTag(list, settings, normalise).run(segment.run(cleanDocument(...texts)));
  checkDocument(doc);
  return doc;
}

/** Occurrences as `form` or, where it is nested, `(form)`; the term after it where it is another string. */
function occurrences({ text, terms, nested }: TaggedDocument): string[] {
  return Array.from(terms.start, (start, i) => {
    const form = text.slice(start, terms.end[i]);
    const term = terms.labels[terms.label[i]!]!;
    const shown = form === term ? form : `${form}=${term}`;
    return nested[i] === 1 ? `(${shown})` : shown;
  });
}

describe('tagging terms', () => {
  it('counts a term also inside a longer one, and says which is nested', () => {
    expect(occurrences(tag(['举国体制', '新型举国体制', '体制'], ['新型举国体制和举国体制']))).toEqual([
      '新型举国体制',
      '(举国体制)',
      '(体制)',
      '举国体制',
      '(体制)',
    ]);
  });

  it('gives each entry its own row where two share a form, and nests neither in the other', () => {
    const terms = [termFrom('双碳', 'A'), termFrom('碳中和|双碳', 'B')];
    const doc = tag(terms, ['双碳']);
    expect([...doc.terms.label]).toEqual([0, 1]);
    expect([...doc.nested]).toEqual([0, 0]);
  });

  it('counts variants under their term, and of overlapping forms of one term the longest once', () => {
    expect(occurrences(tag(['碳达峰|碳达峰碳中和|碳中和'], ['碳达峰碳中和，碳中和，碳达峰']))).toEqual([
      '碳达峰碳中和=碳达峰',
      '碳中和=碳达峰',
      '碳达峰',
    ]);
  });

  it('counts different terms that cross', () => {
    expect(occurrences(tag(['科技创新', '创新发展'], ['科技创新发展']))).toEqual(['科技创新', '创新发展']);
  });

  it('counts only where words of the fine reading begin and end', () => {
    const doc = tag(['中国', '国家'], ['发展中国家，中国共产党']);
    expect(occurrences(doc)).toEqual(['国家', '中国']);
    expect(occurrences(tag(['中国'], ['发展中国家'], { ...usual, boundary: 'any' }))).toEqual(['中国']);
  });

  it('does not count inside the longer strings that a term excludes', () => {
    expect(occurrences(tag(['人民!人民币'], ['人民币和人民']))).toEqual(['人民']);
    expect(occurrences(tag(['人民!人民币', '人民币'], ['人民币和人民']))).toEqual(['人民币', '人民']);
    expect(occurrences(tag(['人民!人民'], ['人民']))).toEqual(['人民']);
  });

  it('finds a shorter form where the longer one is refused', () => {
    expect(occurrences(tag(['发展中国|发展'], ['发展中国家']))).toEqual(['发展=发展中国']);
  });

  it('finds a term across a citation mark and covers it', () => {
    expect(occurrences(tag(['举国体制'], ['举国«[3]»体制«[12]»。']))).toEqual(['举国[3]体制=举国体制']);
  });

  it('does not find a term across blocks', () => {
    expect(occurrences(tag(['举国体制'], ['举国', '体制']))).toEqual([]);
  });

  it('normalises listed forms like the text', () => {
    const simplify = (form: string) => form.replace('舉國體制', '举国体制').replace('國', '国');
    expect(occurrences(tag(['舉國體制', '中國!中國共產'], ['举国体制，中国'], usual, simplify))).toEqual([
      '举国体制=舉國體制',
      '中国=中國',
    ]);
  });

  it('keeps the order of the list in its labels', () => {
    const doc = tag(['体制', '举国体制'], ['举国体制']);
    expect(doc.terms.labels).toEqual(['体制', '举国体制']);
    expect([...doc.terms.label]).toEqual([1, 0]);
  });

  it('says in its settings what decided', () => {
    expect(createTag([], { boundary: 'any', ignoreCase: true }).settings).toEqual({
      boundary: 'any',
      ignoreCase: true,
    });
  });
});

describe('refused occurrences', () => {
  it('are told with the reading, the context and the place in the source', () => {
    const doc = tag(['中国'], ['建设', '广大发展中国家的力量']);
    expect(doc.messages).toEqual([
      {
        severity: 'info',
        rule: 'tag/straddles-word',
        values: { term: '中国', match: '中国', word: '中|国家', left: '广大发展', right: '家的力量' },
        span: { start: 7, end: 9 },
      },
    ]);
    expect(doc.raw.slice(7, 9)).toBe('中国');
  });

  it('have no half characters in their context', () => {
    const [message] = tag(['中国'], [`𠀀${'的'.repeat(5)}发展中国家${'的'.repeat(6)}𠀀`]).messages;
    expect(message?.values?.left).toBe(`${'的'.repeat(5)}发展`);
    expect(message?.values?.right).toBe(`家${'的'.repeat(6)}`);
  });

  it('are told twenty times a term, and then by their number', () => {
    const doc = tag(['中国'], ['发展中国家，'.repeat(25)]);
    expect(doc.messages.filter(({ rule }) => rule === 'tag/straddles-word')).toHaveLength(20);
    expect(doc.messages.at(-1)).toEqual({
      severity: 'info',
      rule: 'tag/straddles-word-more',
      values: { term: '中国', count: 5 },
    });
  });

  it('are not told where the list itself excludes them', () => {
    expect(tag(['中国!发展中国家'], ['发展中国家']).messages).toEqual([]);
  });
});
