import fc from 'fast-check';
import { expect, test } from 'vitest';
import { significant } from '../../src/measure/significant.ts';

test('ten significant digits, and nothing for what is no number', () => {
  expect([1 / 3, 200 / 3, 1e6 / 7, -2 / 3].map(significant)).toEqual([
    0.3333333333, 66.66666667, 142857.1429, -0.6666666667,
  ]);
  expect([0, 12345678901234, 1.5].map(significant)).toEqual([0, 12345678901234, 1.5]);
  expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(significant)).toEqual([null, null, null]);
});

test('the same number that toPrecision gives, but where a tie or the last bit decides', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), (value) => {
      const found = significant(value)!;
      const wanted = Number(value.toPrecision(10));
      expect(Math.abs(found - wanted)).toBeLessThanOrEqual(
        Number.isInteger(value) ? Math.abs(value) * 1e-9 : Math.abs(wanted) * 1.1e-9,
      );
      expect(significant(found)).toBe(found);
      if (!Number.isInteger(value))
        expect(
          String(found)
            .replace(/e.*|[-.]/g, '')
            .replace(/^0+|0+$/g, '').length,
        ).toBeLessThanOrEqual(10);
    }),
    { numRuns: 1000 },
  );
});
