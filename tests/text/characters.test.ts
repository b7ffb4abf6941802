import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterClass, classOf, codePoints, isHan, isSpace } from '../../src/text/characters.ts';

const units = Array.from({ length: 0x10000 }, (_, unit) => unit);
const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;

describe('the classes of characters', () => {
  it('count every unified ideograph, and half of one, as Han', () => {
    const missed = units.filter((unit) => /\p{Unified_Ideograph}/u.test(String.fromCharCode(unit)) && !isHan(unit));
    expect(missed).toEqual([]);
    expect(isHan('𠮷'.charCodeAt(0)) && isHan('𠮷'.charCodeAt(1))).toBe(true);
  });

  it('count nothing as Han that is of another script', () => {
    const wrong = units.filter((unit) => isHan(unit) && !isSurrogate(unit) && /\p{L}/u.test(String.fromCharCode(unit)));
    const others = wrong.filter((unit) => !/[\p{Script=Han}〆]/u.test(String.fromCharCode(unit)));
    expect(others).toEqual([]);
  });

  it('count as space what Unicode calls white space', () => {
    const differing = units.filter((unit) => isSpace(unit) !== /\p{White_Space}/u.test(String.fromCharCode(unit)));
    expect(differing).toEqual([]);
  });

  it('tell apart stops, pauses and brackets of Chinese text', () => {
    const classes = [...'。，（）《》A1·'].map((character) => classOf(character.charCodeAt(0)));
    expect(classes).toEqual([
      characterClass.sentenceEnd,
      characterClass.pause,
      characterClass.open,
      characterClass.close,
      characterClass.open,
      characterClass.close,
      characterClass.latin,
      characterClass.digit,
      characterClass.mark,
    ]);
  });

  it('count code points as the language does', () => {
    const text = fc.string({ unit: fc.constantFrom('中', 'a', '𠮷', '\ud842', '\udfb7') });
    fc.assert(
      fc.property(text, (text) => {
        expect(codePoints(text)).toBe([...text].length);
      }),
    );
    expect(codePoints('a𠮷中', 1, 3)).toBe(1);
  });
});
