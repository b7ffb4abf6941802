import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heaviestChain, type WeightedPair } from '../../../src/compare/diff/heaviest-chain.ts';

const pair = fc.record({ a: fc.nat(6), b: fc.nat(6), weight: fc.integer({ min: 1, max: 9 }) });

function weigh(pairs: readonly WeightedPair[]): number {
  return pairs.reduce((sum, { weight }) => sum + weight, 0);
}

function rises(pairs: readonly WeightedPair[]): boolean {
  return pairs.every((next, i) => i === 0 || (pairs[i - 1]!.a < next.a && pairs[i - 1]!.b < next.b));
}

test('the heaviest chain rises on both sides, and no other that does weighs more', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 9 }), (pairs) => {
      const chain = heaviestChain(pairs);
      expect(rises(chain)).toBe(true);
      let most = 0;
      for (let set = 0; set < 1 << pairs.length; set++) {
        const some = pairs.filter((_, i) => (set >> i) & 1).sort((x, y) => x.a - y.a || x.b - y.b);
        if (rises(some)) most = Math.max(most, weigh(some));
      }
      expect(weigh(chain)).toBe(most);
    }),
  );
});
