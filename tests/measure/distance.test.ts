import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjust, distance, distanceKinds, normalBound, normalTwoSided, zScores } from '../../src/measure/index.ts';

describe('distances', () => {
  const row = fc.array(fc.nat({ max: 20 }), { minLength: 6, maxLength: 6 }).map((values) => [...values, 1]);

  test.each(distanceKinds)('%s: 0 to itself, the same both ways, never below 0', (kind) => {
    fc.assert(
      fc.property(row, row, (a, b) => {
        expect(distance(a, a, kind).distance).toBeCloseTo(0, 7);
        expect(distance(a, b, kind).distance).toBeCloseTo(distance(b, a, kind).distance, 12);
        expect(distance(a, b, kind).distance).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });

  test.each(['jensen_shannon', 'manhattan', 'euclidean', 'jaccard'] as const)('%s: no way round is shorter', (kind) => {
    fc.assert(
      fc.property(row, row, row, (a, b, c) => {
        const [ab, bc, ac] = [distance(a, b, kind), distance(b, c, kind), distance(a, c, kind)];
        expect(ac.distance).toBeLessThanOrEqual(ab.distance + bc.distance + 1e-9);
      }),
    );
  });

  test('rows of different length are refused', () => {
    expect(() => distance([1], [1, 2], 'cosine')).toThrow('found 1 and 2');
  });
});

test('z-scores have mean 0 and sample deviation 1 over the rows that are known', () => {
  const scores = zScores([
    [1, 5],
    [2, 5],
    [3, 5],
  ]);
  expect(scores.map((row) => [...row])).toEqual([
    [-1, 0],
    [0, 0],
    [1, 0],
  ]);
});

describe('corrections', () => {
  const p = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });

  test('never make a p-value less, keep their order, and none is milder than bh or stricter than bonferroni', () => {
    fc.assert(
      fc.property(p, (values) => {
        const of = (method: Parameters<typeof adjust>[1]) => adjust(values, method);
        const [bonferroni, holm, hochberg, bh, by] = (['bonferroni', 'holm', 'hochberg', 'bh', 'by'] as const).map(of);
        values.forEach((value, i) => {
          expect(bh![i]!).toBeGreaterThanOrEqual(value * (1 - 1e-12));
          expect(bh![i]!).toBeLessThanOrEqual(hochberg![i]! + 1e-12);
          expect(hochberg![i]!).toBeLessThanOrEqual(holm![i]! + 1e-12);
          expect(holm![i]!).toBeLessThanOrEqual(bonferroni![i]! + 1e-12);
          expect(by![i]!).toBeGreaterThanOrEqual(bh![i]! * (1 - 1e-12));
          values.forEach((other, j) => {
            if (value < other) expect(holm![i]!).toBeLessThanOrEqual(holm![j]!);
          });
        });
      }),
    );
  });
});

test('the bound of the normal distribution is where its tail says', () => {
  expect(normalBound(0.05)).toBeCloseTo(1.959963984540054, 13);
  expect(normalBound(0.01)).toBeCloseTo(2.5758293035489004, 13);
  for (const alpha of [0.9999, 0.9, 0.5, 1e-4, 1e-12, 1e-100, 1e-300]) {
    expect(Math.abs(normalTwoSided(normalBound(alpha)) / alpha - 1)).toBeLessThan(1e-10);
  }
});
