import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochberg } from '../../src/measure/index.ts';

// R's p.adjust(p, 'BH') on the p-values of its own example, as published with quanteda and Wordless.
test.each([
  [
    'without ties',
    [0, 0.0001, 0.001, 0.01, 0.05, 0.1, 0.2, 0.4, 0.75, 1],
    [0, 0.0005, 0.003333333, 0.025, 0.1, 0.166666667, 0.285714286, 0.5, 0.833333333, 1],
  ],
  [
    'with ties',
    [0.0001, 0.0001, 0.001, 0.01, 0.05, 0.1, 0.1, 0.4, 0.75, 1],
    [0.0005, 0.0005, 0.003333333, 0.025, 0.1, 0.142857143, 0.142857143, 0.5, 0.833333333, 1],
  ],
])('Benjamini–Hochberg %s', (_, p, q) => {
  const found = benjaminiHochberg(p);
  q.forEach((value, i) => {
    expect(found[i]).toBeCloseTo(value, 9);
  });
});

test('no p-values, no q-values; one stays as it is', () => {
  expect([...benjaminiHochberg([])]).toEqual([]);
  expect([...benjaminiHochberg([0.3])]).toEqual([0.3]);
});

test('by the definition, whatever the order of the p-values', () => {
  const p = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.01, 0.05, 1)));
  fc.assert(
    fc.property(p, (values) => {
      const m = values.length;
      const byRank = [...values].sort((a, b) => a - b);
      const expected = values.map((value) =>
        Math.min(1, ...byRank.map((other, j) => (other >= value ? (m * other) / (j + 1) : 1))),
      );
      expect([...benjaminiHochberg(values)]).toEqual(expected);
    }),
  );
});

test('several tests of one p-value are as many p-values', () => {
  const given = fc.array(
    fc.tuple(
      fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.01, 0.05, 1)),
      fc.integer({ min: 1, max: 5 }),
    ),
  );
  fc.assert(
    fc.property(given, (given) => {
      const found = benjaminiHochberg(
        given.map(([p]) => p),
        given.map(([, tests]) => tests),
      );
      const each = benjaminiHochberg(given.flatMap(([p, tests]) => new Array<number>(tests).fill(p)));
      expect(given.flatMap(([, tests], i) => new Array<number>(tests).fill(found[i]!))).toEqual([...each]);
    }),
  );
});
