import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparedText } from '../../../src/compare/reuse/compared-text.ts';
import { findReuse, type ReusedPassage } from '../../../src/compare/reuse/find-reuse.ts';

const settings = { minLength: 20, minIdentity: 0.8, shingle: 8, maxGap: 20, boilerplate: 5 };
const none = { start: [], end: [] } as unknown as Parameters<typeof comparedText>[2];

function compared(text: string, titles: readonly string[] = []) {
  return { ...comparedText(text, [{ start: 0, end: text.length }], none), titles };
}

function reuse(texts: readonly string[], options: Partial<typeof settings> = {}): ReusedPassage[] {
  return findReuse(
    texts.map((text) => compared(text)),
    { ...settings, ...options },
  );
}

const han = (from: number, size: number) =>
  fc.integer({ min: 0, max: size - 1 }).map((i) => String.fromCharCode(from + i));
/** Texts of three alphabets of their own have nothing in common but what is planted. */
const textOf = (from: number, minLength: number, maxLength: number) =>
  fc.array(han(from, 2000), { minLength, maxLength }).map((units) => units.join(''));
const planted = textOf(0x7000, 20, 200);
const sideA = textOf(0x4e00, 0, 150);
const sideB = textOf(0x5e00, 0, 150);

describe('shared passages', () => {
  test('are found with their exact borders wherever they stand', () => {
    fc.assert(
      fc.property(sideA, sideA, sideB, sideB, planted, (a1, a2, b1, b2, passage) => {
        const found = reuse([a1 + passage + a2, b1 + passage + b2]);
        expect(found).toHaveLength(1);
        expect(found[0]).toMatchObject({
          a: 0,
          b: 1,
          startA: a1.length,
          endA: a1.length + passage.length,
          startB: b1.length,
          endB: b1.length + passage.length,
          same: passage.length,
          identity: 1,
          documents: 2,
          isBoilerplate: false,
          cluster: 1,
        });
      }),
    );
  });

  test('are none between texts that share no long stretch', () => {
    fc.assert(
      fc.property(textOf(0x4e00, 50, 400), textOf(0x4e00, 50, 400), (a, b) => {
        expect(reuse([a, b])).toEqual([]);
      }),
    );
  });

  test('are all that comparing every pair of places finds', () => {
    // Few characters, so that by chance stretches are shared, overlap and repeat.
    const few = fc.array(han(0x4e00, 3), { minLength: 30, maxLength: 90 }).map((units) => units.join(''));
    fc.assert(
      fc.property(few, few, planted, (a, b, passage) => {
        const one = a + passage + a;
        const other = passage + b;
        const found = reuse([one, other], { minLength: 15, maxGap: 0, minIdentity: 1 });
        for (let i = 0; i < one.length; i++) {
          for (let j = 0; j < other.length; j++) {
            if (i > 0 && j > 0 && one[i - 1] === other[j - 1]) continue;
            let length = 0;
            while (i + length < one.length && j + length < other.length && one[i + length] === other[j + length]) {
              length++;
            }
            if (length < 15) continue;
            // Repeats of one stretch may be told by one of their places, but each place is told.
            expect(found.some(({ startA, endA }) => startA < i + length && endA > i)).toBe(true);
            expect(found.some(({ startB, endB }) => startB < j + length && endB > j)).toBe(true);
          }
        }
        for (const { startA, endA, startB, endB } of found) {
          expect(one.slice(startA, endA)).toBe(other.slice(startB, endB));
        }
      }),
    );
  });

  test('are the same from either side', () => {
    const sides = ({ startA, endA, startB, endB, same, documents }: ReusedPassage) =>
      [startA, endA, startB, endB, same, documents].join();
    fc.assert(
      fc.property(sideA, sideB, planted, planted, han(0x4e00, 100), (a, b, first, second, change) => {
        const one = first + change + second + a;
        const other = b + second + first + second;
        const there = reuse([one, other]).map(sides).sort();
        const back = reuse([other, one]).map((passage) => {
          const { startA, endA, startB, endB } = passage;
          return sides({ ...passage, startA: startB, endA: endB, startB: startA, endB: endA });
        });
        expect(back.sort()).toEqual(there);
      }),
    );
  });

  test('run on over articles, marks and small changes', () => {
    const one =
      '第三条 国家保护耕地，严格控制耕地转为非耕地。\n第四条 土地使用权可以依法转让，但是不得损害公共利益和他人的合法权益。';
    const other =
      '第五条　国家保护耕地,严格控制耕地转为非耕地;\n第六条　土地使用权可以依照法律转让，但是不得损害公共利益和他人的合法权益。';
    const [passage, ...more] = reuse([`甲乙丙丁${one}`, `戊己庚辛${other}`]);
    expect(more).toEqual([]);
    expect(passage!.identity).toBeGreaterThan(0.85);
    const { units } = compared(`甲乙丙丁${one}`);
    const found = String.fromCharCode(...units.subarray(passage!.startA, passage!.endA));
    expect(found.startsWith('条国家保护')).toBe(true);
    expect(found.endsWith('合法权益')).toBe(true);
  });

  test('are found in another order', () => {
    fc.assert(
      fc.property(planted, planted, (first, second) => {
        fc.pre(first !== second);
        const found = reuse([first + second, second + first]);
        const covered = found.reduce((sum, { same }) => sum + same, 0);
        expect(covered).toBeGreaterThanOrEqual(first.length + second.length - 1);
      }),
    );
  });
});

describe('boilerplate', () => {
  const formula = '违反本条例规定构成犯罪的由司法机关依法追究刑事责任尚不构成犯罪的给予行政处罚';
  const texts = Array.from({ length: 12 }, (_, i) => {
    const own = Array.from({ length: 60 }, (__, j) => String.fromCharCode(0x5000 + i * 100 + j)).join('');
    return own + formula + own.split('').reverse().join('');
  });

  test('has one row a document and not one a pair', () => {
    const found = reuse(texts);
    expect(found.map(({ a, b }) => [a, b])).toEqual(Array.from({ length: 11 }, (_, i) => [0, i + 1]));
    expect(found.every(({ isBoilerplate, documents }) => isBoilerplate && documents === 12)).toBe(true);
    expect(new Set(found.map(({ cluster }) => cluster)).size).toBe(1);
  });

  test('of two versions of one document is theirs too', () => {
    const documents = texts.map((text, i) => compared(text, i === 4 || i === 9 ? ['甲条例'] : []));
    const found = findReuse(documents, settings);
    expect(found.filter(({ isVersion }) => isVersion).map(({ a, b }) => [a, b])).toEqual([[4, 9]]);
    expect(found).toHaveLength(12);
  });

  test('is a passage where as many documents are allowed', () => {
    const found = reuse(texts, { boilerplate: 12 });
    expect(found).toHaveLength((12 * 11) / 2);
    expect(found.some(({ isBoilerplate }) => isBoilerplate)).toBe(false);
  });
});

describe('many documents of one title', () => {
  const han = (i: number, j: number) => String.fromCharCode(0x5000 + i * 60 + j);
  const own = (i: number) => Array.from({ length: 60 }, (_, j) => han(i, j)).join('');

  test('have each passage from one to the next that holds it, and not one a pair', () => {
    const clause = Array.from({ length: 60 }, (_, j) => String.fromCharCode(0x9000 + j)).join('');
    const documents = Array.from({ length: 40 }, (_, i) =>
      compared(own(i) + ([3, 11, 30].includes(i) ? clause : '') + own(i + 60), ['政府工作报告']),
    );
    const found = findReuse(documents, settings);
    expect(found.map(({ a, b }) => [a, b])).toEqual([
      [3, 11],
      [11, 30],
    ]);
  });
});

test('a formula keeps its row where the first document that has it has only a part', () => {
  const formula = Array.from({ length: 21 }, (_, j) => String.fromCharCode(0x9000 + j)).join('');
  const documents = Array.from({ length: 12 }, (_, i) => {
    const own = Array.from({ length: 40 }, (__, j) => String.fromCharCode(0x5000 + i * 50 + j)).join('');
    return own + (i === 0 ? formula.slice(0, 19) : formula);
  });
  const found = reuse(documents);
  expect(found.map(({ a, b }) => [a, b])).toEqual(Array.from({ length: 10 }, (_, i) => [1, i + 2]));
});
