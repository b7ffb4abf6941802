import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankSum, shareBounds, trend } from '../../src/measure/index.ts';

const none = Number.NaN;

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

describe('the trend of a series', () => {
  test('a straight line: slope and intercept are its own, and it could not rise more often', () => {
    const { s, tau, slope, intercept } = trend([3, 5, 7, 9, 11], [2000, 2001, 2002, 2003, 2004]);
    expect([s, tau, slope, intercept]).toEqual([10, 1, 2, 3 - 2 * 2000]);
  });

  test('p of Mann–Kendall is the share of all orders that are as clear', () => {
    const series = [3, 1, 4, 2, 6, 5];
    const all = permutations(series).map((order) => Math.abs(trend(order).s));
    const { s, p } = trend(series);
    expect(p).toBeCloseTo(all.filter((other) => other >= Math.abs(s)).length / all.length, 12);
  });

  test('p of series with ties, which is approximate, is close to that of all orders', () => {
    const tied = [1, 2, 2, 3, 3, 4, 5];
    const all = permutations(tied).map((order) => Math.abs(trend(order).s));
    const { s, p } = trend(tied);
    expect(Math.abs(p - all.filter((other) => other >= Math.abs(s)).length / all.length)).toBeLessThan(0.02);
  });

  test('the clearest change is where the level steps up', () => {
    const { change, change_p } = trend([1, 2, 1.5, 1.2, 2.1, 1.7, 8, 9, 8.5, 9.2, 8.1, 7.9]);
    expect(change).toBe(6);
    expect(change_p).toBeLessThan(0.05);
  });

  test('upside down, or in another unit, it is the same trend', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 12 }), (series) => {
        const here = trend(series);
        const there = trend(series.map((value) => -3 * value));
        expect(there.s).toBe(0 - here.s);
        expect(there.p).toBeCloseTo(here.p, 12);
        expect(there.slope).toBeCloseTo(-3 * here.slope, 9);
      }),
    );
  });

  test('two times are no trend', () => {
    expect(trend([1, 2])).toMatchObject({ s: none, p: none, slope: none });
  });
});

describe('bounds of a share', () => {
  test('as in Clopper & Pearson 1934 for 0 and all of 10: the rule of three, exactly', () => {
    expect(shareBounds(0, 10)[1]).toBeCloseTo(1 - 0.025 ** 0.1, 12);
    expect(shareBounds(10, 10)[0]).toBeCloseTo(0.025 ** 0.1, 12);
    // R: binom.test(7, 20)$conf.int
    const [low, high] = shareBounds(7, 20);
    expect(low).toBeCloseTo(0.1539092, 7);
    expect(high).toBeCloseTo(0.5921885, 7);
  });

  test('hold the true share at least as often as they say', () => {
    const n = 40;
    for (const share of [0.01, 0.1, 0.3, 0.5]) {
      let held = 0;
      let chance = (1 - share) ** n;
      for (let x = 0; x <= n; x++) {
        const [low, high] = shareBounds(x, n);
        if (low <= share && share <= high) held += chance;
        chance *= ((n - x) / (x + 1)) * (share / (1 - share));
      }
      expect(held).toBeGreaterThanOrEqual(0.95);
    }
  });
});

describe('the rank sum', () => {
  test('is even for samples that are alike, and at its end where one is above the other', () => {
    expect(rankSum([1, 2, 3], [1, 2, 3])).toMatchObject({ u: 4.5, effect: 0.5, p: 1 });
    const { u, effect } = rankSum([7, 8, 9], [1, 2, 3]);
    expect([u, effect]).toEqual([9, 1]);
    expect(rankSum([], [1])).toEqual({ w: none, u: none, effect: none, p: none });
  });
});
