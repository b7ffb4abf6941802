import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodePointIndex } from '../../src/text/code-point-index.ts';

const text = fc.string({ unit: fc.constantFrom('中', 'a', '𠮷', '😀', '\ud842', '\udfb7') });

describe('a code point index', () => {
  it('counts the code points before an offset and leads back', () => {
    fc.assert(
      fc.property(text, (text) => {
        const index = new CodePointIndex(text);
        let units = 0;
        let codePoints = 0;
        for (const character of text) {
          expect(index.toCodePoints(units)).toBe(codePoints);
          expect(index.toUnits(codePoints)).toBe(units);
          units += character.length;
          codePoints++;
        }
        expect(index.toCodePoints(units)).toBe(codePoints);
        expect(index.toUnits(codePoints)).toBe(units);
        expect(index.isIdentity).toBe(units === codePoints);
      }),
    );
  });

  it('is the identity where a text has no surrogate pair', () => {
    const index = new CodePointIndex('国发〔2015〕12号');
    expect([0, 3, 11].map((offset) => index.toCodePoints(offset))).toEqual([0, 3, 11]);
  });
});
