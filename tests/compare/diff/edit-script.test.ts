import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../../src/compare/diff/edit.ts';
import { editScript } from '../../../src/compare/diff/edit-script.ts';
import { contentUnit } from './content-unit.ts';

const piece = fc.constantFrom(
  '经济',
  '发展',
  '的',
  '国务院',
  '，',
  '。',
  '\n',
  '中国人民',
  '中国',
  '人民',
  '五',
  '规定',
  '人民+',
  '商业+',
  '秘密',
);
const pieces = fc.array(piece, { maxLength: 40 });
/** A text and what became of it: words put in, taken out and replaced here and there. */
const versions = fc
  .tuple(pieces, fc.array(fc.tuple(fc.nat(40), fc.nat(5), fc.array(piece, { maxLength: 6 })), { maxLength: 4 }))
  .map(([a, changes]) => {
    const b = [...a];
    for (const [at, gone, added] of changes) b.splice(Math.min(at, b.length), gone, ...added);
    return [a, b] as const;
  });

function written(edits: readonly Edit[], a: readonly string[], b: readonly string[]): string {
  return edits
    .map(({ same, aStart, aEnd, bStart, bEnd }) => {
      const [inA, inB] = [a.slice(aStart, aEnd).join(''), b.slice(bStart, bEnd).join('')];
      if (same) return inB;
      return (inA && `[-${inA}-]`) + (inB && `{+${inB}+}`);
    })
    .join('');
}

function diff(a: string, b: string): string {
  const [inA, inB] = [contentUnit(a.split('|')), contentUnit(b.split('|'))];
  return written(editScript(inA, inB), inA.pieces, inB.pieces);
}

describe('the script of the edits', () => {
  test('turns the older version into the newer one, without gaps, and keeps only what is the same', () => {
    fc.assert(
      fc.property(versions, ([a, b]) => {
        const edits = editScript(contentUnit(a), contentUnit(b));
        const [unitA, unitB] = [contentUnit(a), contentUnit(b)];
        let [atA, atB, made] = [0, 0, ''];
        for (const { same, aStart, aEnd, bStart, bEnd } of edits) {
          expect([aStart, bStart]).toEqual([atA, atB]);
          expect(aEnd - aStart + bEnd - bStart).toBeGreaterThan(0);
          const [inA, inB] = [unitA.pieces.slice(aStart, aEnd).join(''), unitB.pieces.slice(bStart, bEnd).join('')];
          // No word is cut.
          const isLast = aEnd === a.length && bEnd === b.length;
          if (!isLast) expect([unitA.goesOn[aEnd - 1] ?? 0, unitB.goesOn[bEnd - 1] ?? 0]).toEqual([0, 0]);
          if (same) expect(inA).toBe(inB);
          made += same ? inA : inB;
          [atA, atB] = [aEnd, bEnd];
        }
        expect([atA, atB]).toEqual([a.length, b.length]);
        expect(made).toBe(unitB.pieces.join(''));
      }),
    );
  });

  test('of a text with itself changes nothing', () => {
    fc.assert(
      fc.property(pieces, (a) => {
        expect(editScript(contentUnit(a), contentUnit(a)).every(({ same }) => same)).toBe(true);
      }),
    );
  });

  test('is mirrored where the versions are swapped', () => {
    fc.assert(
      fc.property(versions, ([a, b]) => {
        const mirrored = editScript(contentUnit(b), contentUnit(a)).map((edit) => ({
          same: edit.same,
          aStart: edit.bStart,
          aEnd: edit.bEnd,
          bStart: edit.aStart,
          bEnd: edit.aEnd,
        }));
        expect(editScript(contentUnit(a), contentUnit(b))).toEqual(mirrored);
      }),
    );
  });

  test('never has two changes side by side', () => {
    fc.assert(
      fc.property(versions, ([a, b]) => {
        const edits = editScript(contentUnit(a), contentUnit(b));
        expect(edits.some(({ same }, i) => i > 0 && same === edits[i - 1]!.same)).toBe(false);
      }),
    );
  });
});

describe('a person reads', () => {
  test.each([
    ['a word put in', '保守|国家|秘密|的', '保守|国家|秘密|、|工作|秘密|的', '保守国家秘密{+、工作秘密+}的'],
    ['one of a list', '经济|、|文化', '经济|、|社会|、|文化', '经济、{+社会、+}文化'],
    [
      'a clause where it begins',
      '应当|报告|，|应当|公开|。',
      '应当|报告|，|应当|备案|，|应当|公开|。',
      '应当报告，{+应当备案，+}应当公开。',
    ],
    ['words only cut otherwise', '中国|人民|生活', '中国人民|生活|水平', '中国人民生活{+水平+}'],
    ['no crumbs: 的 alone', '促进|经济|的|增长', '保障|社会|的|稳定', '[-促进经济的增长-]{+保障社会的稳定+}'],
    [
      'what is one word and what is two',
      '国家|秘密|、|商业+|秘密|和',
      '国家|秘密|、|工作|秘密|、|商业|秘密|、|隐私|和',
      '国家秘密、{+工作秘密、+}商业秘密{+、隐私+}和',
    ],
    ['no part of a word kept alone', '保守|商业+|秘密|。', '保守|商业+|机密|。', '保守[-商业秘密-]{+商业机密+}。'],
    ['a number as a whole', '处|二十万|元|罚款', '处|三十万|元|罚款', '处[-二十万-]{+三十万+}元罚款'],
  ])('%s', (_, a, b, expected) => {
    expect(diff(a, b)).toBe(expected);
  });

  test('long texts that are compared in parts, as the others', () => {
    const clause = (i: number) => ['第', `${i}号`, '，', '应当', '报告', '。'];
    const a = Array.from({ length: 1000 }, (_, i) => clause(i)).flat();
    const b = [...a.slice(0, 600), '新增', '的', '一句', '。', ...a.slice(600, 5400), ...a.slice(5412)];
    // Both ends differ, so that what is the same at the ends does not make the rest short.
    const [inA, inB] = [
      ['旧', ...a, '旧'],
      ['新', ...b, '新'],
    ];
    const edits = editScript(contentUnit(inA), contentUnit(inB)).filter(({ same }) => !same);
    expect(edits.map(({ aStart, aEnd, bStart, bEnd }) => [aEnd - aStart, bEnd - bStart])).toEqual([
      [1, 1],
      [0, 4],
      [12, 0],
      [1, 1],
    ]);
  });
});
