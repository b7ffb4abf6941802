import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Evidence, formsOf, hasSource, squeeze, textFiles } from '../scripts/check-terms.ts';
import { decode } from '../src/ingest/encoding/decode.ts';
import { parseTermList } from '../src/tag/term-list.ts';
import { describeWithData } from './shared-data.ts';

const csv = readFileSync(fileURLToPath(new URL('../lexicon/policy-terms.csv', import.meta.url)), 'utf8');
const { terms: rows, messages } = parseTermList(csv, 'policy-terms.csv');
const forms = rows.flatMap(formsOf);

describe('the built-in list of policy terms', () => {
  it('has its columns in the usual order and no fault', () => {
    expect(csv.split('\n', 1)).toEqual(['term,category,variants,not_in,note']);
    expect(messages).toEqual([]);
    expect(rows).toHaveLength(csv.trimEnd().split('\n').length - 1);
  });

  it('has at least 800 terms in at least 15 categories', () => {
    expect(rows.length).toBeGreaterThanOrEqual(800);
    expect(new Set(rows.map((row) => row.category.split('/')[0])).size).toBeGreaterThanOrEqual(15);
  });

  it('is UTF-8 with LF and no BOM', () => {
    expect(csv.startsWith('term,')).toBe(true);
    expect(csv.includes('\r')).toBe(false);
    expect(csv.endsWith('\n')).toBe(true);
    expect(csv.includes('\ufffd')).toBe(false);
  });

  it('has no form twice, neither as a term nor as a variant', () => {
    expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
  });

  it('has only forms of two characters or more, without white space and full-width ASCII', () => {
    expect(forms.filter((form) => [...form].length < 2)).toEqual([]);
    expect(forms.filter((form) => /[\s\uff01-\uff5e]/.test(form))).toEqual([]);
  });

  it('has no form that a longer form of the same term would count a second time', () => {
    const inside = rows.flatMap((row) => {
      const own = formsOf(row);
      return own.filter((form) => own.some((other) => other !== form && other.includes(form)));
    });
    expect(inside).toEqual([]);
  });

  it('has only traps that hold a form of their term and are longer than it', () => {
    const idle = rows.flatMap((row) =>
      row.notIn.filter((trap) => !formsOf(row).some((form) => trap !== form && trap.includes(form))),
    );
    expect(idle).toEqual([]);
  });

  it('keeps the rows of a category together', () => {
    const starts = rows.filter((row, index) => row.category !== rows[index - 1]?.category).map((row) => row.category);
    expect(starts.filter((category, index) => starts.indexOf(category) !== index)).toEqual([]);
    expect(starts.filter((category) => !/^[^/\s]+(\/[^/\s]+)*$/.test(category))).toEqual([]);
  });
});

describe('the evidence for a term', () => {
  const [row] = parseTermList('term,not_in\n公有制,非公有制\n', 'a.csv').terms;
  const evidenceIn = (...texts: string[]) => {
    const evidence = new Evidence([row!]);
    for (const text of texts) evidence.add(text);
    return evidence.files(0, '公有制');
  };

  it('is found across a broken line', () => expect(evidenceIn('坚持公有\n\n  制为主体')).toBe(1));
  it('is not found inside a trap', () => expect(evidenceIn('发展非公有制经济')).toBe(0));
  it('is found beside a trap', () => expect(evidenceIn('非公有制经济和公有制经济')).toBe(1));
  it('counts a text once', () => expect(evidenceIn('公有制，公有制', '无', '公有制')).toBe(2));
  it('narrows full-width letters', () => {
    expect(squeeze('人工智能＋，５Ｇ')).toBe('人工智能+，5G');
  });
});

describeWithData('the built-in list in real texts', (data) => {
  const evidence = new Evidence(rows);
  for (const folder of ['article', 'reports', 'laws', 'laws_pdf', 'typeset', 'office']) {
    for (const path of textFiles(join(data, folder))) evidence.add(decode(readFileSync(path)).text);
  }

  it('finds every term, or its note names a source', () => {
    expect(rows.filter((row, index) => !evidence.found(index) && !hasSource(row)).map((row) => row.term)).toEqual([]);
  });

  it('finds every variant', () => {
    const unseen = rows.flatMap((row, index) => row.variants.filter((form) => evidence.files(index, form) === 0));
    expect(unseen).toEqual([]);
  });
});
