import { expect, test } from 'vitest';
import { nestedValues } from '../../src/discover/nested-values.ts';

test('the published example of C-value comes out (Frantzi, Ananiadou & Mima 2000)', () => {
  const published = [
    ['adenoid cystic basal cell carcinoma', 5, 11.6096],
    ['cystic basal cell carcinoma', 11, 12],
    ['ulcerated basal cell carcinoma', 7, 14],
    ['recurrent basal cell carcinoma', 5, 10],
    ['circumscribed basal cell carcinoma', 3, 6],
    ['basal cell carcinoma', 984, 1551.3613],
  ] as const;
  const found = nestedValues(
    published.map(([term, frequency]) => ({ words: term.split(' '), frequency })),
    0,
  );
  for (const [i, [, , value]] of published.entries()) expect(found[i]!.value).toBeCloseTo(value, 3);
});
