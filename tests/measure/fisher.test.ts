import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fisherTest } from '../../src/measure/index.ts';

function binomial(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1; i <= k; i++) result = (result * BigInt(n - k + i)) / BigInt(i);
  return result;
}

/** All tables with the margins of one: O11, and the number of ways to get it, in whole numbers. */
function ways(r1: number, r2: number, c1: number): Map<number, bigint> {
  const all = new Map<number, bigint>();
  for (let x = Math.max(0, c1 - r2); x <= Math.min(r1, c1); x++) all.set(x, binomial(r1, x) * binomial(r2, c1 - x));
  return all;
}

const share = (part: bigint, all: bigint) => Number((part * 10n ** 40n) / all) / 1e40;
const margins = fc
  .record({ r1: fc.integer({ min: 1, max: 60 }), r2: fc.integer({ min: 1, max: 60 }) })
  .chain(({ r1, r2 }) =>
    fc.record({ r1: fc.constant(r1), r2: fc.constant(r2), c1: fc.integer({ min: 0, max: r1 + r2 }) }),
  );

describe('the exact test of Fisher', () => {
  test('is what counting all tables gives', () => {
    fc.assert(
      fc.property(margins, ({ r1, r2, c1 }) => {
        const tables = ways(r1, r2, c1);
        const all = binomial(r1 + r2, c1);
        for (const [x, count] of tables) {
          const found = fisherTest({ o11: x, o12: r1 - x, o21: c1 - x, o22: r2 - c1 + x });
          const sum = (wanted: (k: number, n: bigint) => boolean) =>
            share(
              [...tables].reduce((total, [k, n]) => (wanted(k, n) ? total + n : total), 0n),
              all,
            );
          const near = (value: number, expected: number) =>
            expect(Math.abs(value - expected)).toBeLessThan(1e-12 * Math.max(expected, 1e-28));
          near(
            found.greater,
            sum((k) => k >= x),
          );
          near(
            found.less,
            sum((k) => k <= x),
          );
          expect(Math.abs(found.two_sided - sum((_, n) => n <= count))).toBeLessThan(1e-9);
          expect(10 ** found.log10_greater).toBeCloseTo(found.greater, 12);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('errs no more often than its level says', () => {
    fc.assert(
      fc.property(margins, fc.constantFrom(0.001, 0.01, 0.05, 0.1, 0.3), ({ r1, r2, c1 }, level) => {
        const tables = ways(r1, r2, c1);
        const all = binomial(r1 + r2, c1);
        for (const name of ['greater', 'less', 'two_sided'] as const) {
          let alarms = 0;
          for (const [x, count] of tables) {
            const found = fisherTest({ o11: x, o12: r1 - x, o21: c1 - x, o22: r2 - c1 + x });
            if (found[name] <= level) alarms += share(count, all);
          }
          expect(alarms).toBeLessThanOrEqual(level + 1e-12);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('keeps its digits in a corpus of a hundred million, where p underflows', () => {
    const { greater, log10_greater } = fisherTest({ o11: 2000, o12: 1000, o21: 1000, o22: 99_996_000 });
    expect(greater).toBe(0);
    // Sum of the series with 60 digits.
    expect(log10_greater).toBeCloseTo(-8609.48963614438, 9);
    expect(fisherTest({ o11: 0, o12: 0, o21: 0, o22: 0 }).two_sided).toBeNaN();
  });
});
