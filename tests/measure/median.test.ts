import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeMedian } from '../../src/measure/median.ts';

test('the median is that of the sorted values', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 60 }), (values) => {
      const sorted = [...values].sort((a, b) => a - b);
      const middle = sorted.length >> 1;
      const expected = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
      expect(takeMedian(Float64Array.from(values))).toBe(expected);
    }),
  );
  expect(takeMedian(new Float64Array())).toBeNaN();
});
