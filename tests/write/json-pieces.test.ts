import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPieces } from '../../src/write/json-pieces.ts';

test('the pieces together are what JSON.stringify gives, whatever the value is', () => {
  const part = fc.oneof(
    fc.jsonValue(),
    fc.array(fc.jsonValue()),
    fc.constant(undefined),
    fc.array(fc.constant(undefined)),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), part), (value) => {
      expect([...jsonPieces(value)].join('')).toBe(`${JSON.stringify(value, null, 2)}\n`);
    }),
    { examples: [[{}], [{ a: [], b: {}, c: ['x\ny', { d: [1, [2]] }], e: 'x\ny' }]] },
  );
});
