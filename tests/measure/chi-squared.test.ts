import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chiSquaredTail } from '../../src/measure/index.ts';

// erfc(√(x/2)) computed with 60 digits.
test.each([
  [1e-12, 0.9999992021154392],
  [0.0001, 0.9920212873707368],
  [0.01, 0.920344325445942],
  [0.5, 0.4795001221869535],
  [1, 0.3173105078629141],
  [2, 0.15729920705028513],
  [3.84, 0.0500435212487051],
  [4.4, 0.03593893057402256],
  [4.6, 0.03197195617764871],
  [6.63, 0.010027526446317953],
  [10.83, 0.0009986863791802587],
  [15.13, 0.00010035578728015289],
  [30, 4.3204630578274975e-8],
  [72.25, 1.8959069644406635e-17],
  [100, 1.523970604832105e-23],
  [456.4, 2.919577880665909e-101],
  [1000, 1.7958327848007262e-219],
  [1300, 1.1303728441492743e-284],
  [1370, 6.942937364643268e-300],
  [1380, 4.661158455673913e-302],
])('χ² %d is exceeded with probability %d', (x, p) => {
  expect(Math.abs(chiSquaredTail(x) / p - 1)).toBeLessThan(1e-13);
});

test('nothing, everything, and what is no χ²', () => {
  expect([chiSquaredTail(0), chiSquaredTail(Number.POSITIVE_INFINITY)]).toEqual([1, 0]);
  expect([chiSquaredTail(-1), chiSquaredTail(Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
});

test('a greater χ² never has a greater probability', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1400, noNaN: true }),
      fc.double({ min: 1e-9, max: 5, noNaN: true }),
      (x, step) => {
        expect(chiSquaredTail(x + step)).toBeLessThanOrEqual(chiSquaredTail(x) * (1 + 1e-13));
      },
    ),
  );
});
