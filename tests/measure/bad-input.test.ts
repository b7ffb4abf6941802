import { expect, test } from 'vitest';
import {
  type Adjustment,
  adjust,
  association,
  type DistanceKind,
  dispersion,
  distance,
  keyness,
} from '../../src/measure/index.ts';
import { keynessMeasures } from '../../src/measure/keyness.ts';

test('numbers that contradict each other are refused, with what was expected and found', () => {
  const counts = [3, 0, 5];
  for (const [wrong, told] of [
    [() => association({ o11: 1, o12: -2, o21: 3, o22: 4 }), 'expected cells of 0 or more, found o12 -2'],
    [() => association({ o11: Number.NaN, o12: 2, o21: 3, o22: 4 }), 'found o11 NaN'],
    [() => keyness({ f1: 5, n1: 3, f2: 1, n2: 2 }), 'expected 0 <= f <= n and 0 < n, found f1 5 of n1 3'],
    [() => keyness({ f1: 0, n1: 0, f2: 1, n2: 2 }), 'f1 0 of n1 0'],
    [() => keyness({ f1: 1, n1: 3, f2: 1, n2: 2 }, { confidence: 95 }), 'confidence 95'],
    [() => dispersion({ counts, sizes: [1, 2] }), 'found 3 counts and 2 sizes'],
    [() => dispersion({ counts: [3, -1, 5], sizes: [9, 9, 9] }), 'found -1 of 9 in part 1'],
    [() => dispersion({ counts, sizes: [9, 9, 9], positions: [3, 27] }), 'positions from 0 to below 27, found 3 to 27'],
    [() => adjust([0.1, 2], 'bh'), 'expected p-values from 0 to 1, found 2'],
    [() => adjust([0.1], 'fdr' as Adjustment), 'expected one of none, bonferroni'],
    [() => distance([1], [1, 2], 'cosine'), 'found 1 and 2'],
    [() => distance([1], [1], 'cosin' as DistanceKind), 'expected one of cosine'],
  ] as const) {
    expect(wrong).toThrow(RangeError);
    expect(wrong).toThrow(told);
  }
});

test('p-values that are not defined stay so, and count for no test', () => {
  expect([...adjust([0.01, Number.NaN, 0.04], 'bonferroni')]).toEqual([0.02, Number.NaN, 0.08]);
  expect([...adjust([Number.NaN], 'bh')]).toEqual([Number.NaN]);
});

test('a term that stands several times in one word is compared all the same', () => {
  expect(keynessMeasures({ f1: 4, n1: 1, f2: 0, n2: 1 }).log_ratio).toBe(3);
});
