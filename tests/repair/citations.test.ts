import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCitations } from '../../src/repair/citations.ts';
import { describeWithData } from '../shared-data.ts';

/** Marks of a text of paragraphs, one a line, or of one block of another kind. */
function marks(text: string, kind = 'paragraph'): string[] {
  let at = 0;
  const blocks = text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length, kind };
  });
  const { start, end, labels } = findCitations(text, blocks);
  expect(labels).toEqual(['citation']);
  return Array.from(start, (from, i) => text.slice(from, end[i]));
}

describe('bracketed citation marks', () => {
  it.each([
    ['重大创新者的作用”[1]。党的', ['[1]']],
    ['的创新体制 [10]，是', ['[10]']],
    ['提供了理论依据。 [11]', ['[11]']],
    ['实践探索［12］，', ['［12］']],
    ['相关研究[1-3]、[4，5][7–9]表明', ['[1-3]', '[4，5]', '[7–9]']],
    ['已有讨论[1, 2]。', ['[1, 2]']],
    ['著名论断[5](P23)，', ['[5](P23)']],
    ['见注释〔2〕。', ['〔2〕']],
    ['解释[注3]，[^4]', ['[注3]', '[^4]']],
    ['排名前列的学科。ESI［5］全球', ['［5］']],
  ])('%s', (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });

  it('are not years, document numbers, arrays or intervals', () => {
    for (const text of [
      '国发[2015]12号',
      '京政发〔86〕12号',
      '京政发[86]12号',
      '（〔94〕财税字第089号）',
      '类型BYTE[5]',
      '取值x∈[1,2]',
      '区间[0,1]',
      '[草案]',
    ]) {
      expect(marks(text)).toEqual([]);
    }
  });

  it('may follow a Latin word where the text has others of about that number', () => {
    expect(marks('早期工作[20]提出ELMo[21]，类型BYTE[99]')).toEqual(['[20]', '[21]']);
    expect(marks('早期工作[20]提出 BERT [23]')).toEqual(['[20]', '[23]']);
  });

  it('are labels at the start of a block, and of no interest in reference lists', () => {
    expect(marks('[1] 马克思恩格斯文集[2]')).toEqual(['[2]']);
    expect(marks('［1］一降三减：指火灾下降。', 'note')).toEqual([]);
    expect(marks('[1]文集. 人民出版社，2009[2].', 'reference')).toEqual([]);
    expect(marks('一、总则[3]', 'contents')).toEqual([]);
  });
});

describe('circled citation marks', () => {
  it.each([
    ['马克思主义的基本原理。①这一', ['①']],
    ['“两个结合”②，是', ['②']],
    ['马克思①指出', ['①']],
    ['研究㉑。实践❸', ['㉑', '❸']],
    ['得到证明。①②', ['①', '②']],
  ])('%s', (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });

  it('are not items of an enumeration', () => {
    for (const text of [
      '①坚持党的领导。②坚持人民至上。③坚持守正创新。',
      '遵循以下原则：①统筹协调；②分类指导；③试点先行。',
      '包括以下情形。①未申报的；②逾期申报的；③虚假申报的。',
      '采取①加强监管②完善制度③强化考核的办法',
      '符合第①项，见②，（③）',
      '主要有：①收入。②支出。',
      '完成①②③项任务',
    ]) {
      expect(marks(text)).toEqual([]);
    }
  });
});

describe('superscript citation marks', () => {
  it('follow a word or a closing mark, not a unit or a formula', () => {
    expect(marks('这一判断¹²，“新质”³。⁴')).toEqual(['¹²', '³', '⁴']);
    expect(marks('面积5km²，10⁴人，(a+b)²，x²')).toEqual([]);
  });
});

describe('all citation marks', () => {
  it('lie inside blocks of the kinds that have them, sorted and apart', () => {
    const unit = fc.constantFrom('文', '。', '”', '[1]', '［2］', '①', '②', '³', '：', 'A', '1', ' ', '\n', '[', ']');
    const kind = fc.constantFrom('paragraph', 'reference', 'heading');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), fc.array(kind, { minLength: 5, maxLength: 5 }), (text, kinds) => {
        let at = 0;
        const blocks = text.split('\n').map((line, i) => {
          const start = at;
          at += line.length + 1;
          return { start, end: start + line.length, kind: kinds[i % 5]! };
        });
        const { start, end } = findCitations(text, blocks);
        for (let i = 0; i < start.length; i++) {
          const block = blocks.find((candidate) => candidate.start <= start[i]! && end[i]! <= candidate.end);
          expect(block?.kind).not.toBe('reference');
          expect(start[i]).toBeGreaterThan(block!.start);
          if (i > 0) expect(start[i]).toBeGreaterThanOrEqual(end[i - 1]!);
        }
      }),
    );
  });
});

describeWithData('citation marks of real texts', (data) => {
  it('are 25 in the article', () => {
    const folder = join(data, 'article');
    const text = readFileSync(join(folder, readdirSync(folder)[0]!), 'utf8').replace(/\r?\n/g, '');
    const found = marks(text);
    expect(found).toEqual(Array.from({ length: 25 }, (_, i) => `[${i + 1}]`));
  });

  it('are all there in the typeset journal pages, and nothing of their reference lists', () => {
    const folder = join(data, 'typeset');
    for (const name of readdirSync(folder).filter((file) => /^journal.*\.truth\.json$/.test(file))) {
      const blocks = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { kind: string; text: string }[];
      const body = blocks.filter(({ kind }) => kind !== 'reference').map(({ text }) => text);
      const listed = blocks.filter(({ kind }) => kind === 'reference').length;
      const references = blocks.filter(({ kind }) => kind === 'reference').map(({ text }) => text);
      expect(marks(body.join('\n'))).toEqual(Array.from({ length: listed }, (_, i) => `[${i + 1}]`));
      expect(marks(references.join('\n'), 'reference')).toEqual([]);
    }
  });
});
