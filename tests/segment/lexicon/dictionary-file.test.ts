import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dictionary } from '../../../src/segment/lexicon/dictionary.ts';
import { decodeDictionary, encodeDictionary } from '../../../src/segment/lexicon/dictionary-file.ts';
import { buildDoubleArray } from '../../../src/segment/lexicon/double-array.ts';

/** A dictionary of a few words: small values in columns of odd lengths. */
function smallDictionary(words: ReadonlyMap<string, number>, tags: readonly string[]): Dictionary {
  const { trie, slots } = buildDoubleArray([...words.keys()]);
  const frequencies = [1, ...words.values()];
  const rank = new Uint16Array(trie.steps.length);
  const tag = new Uint8Array(rank.length);
  slots.forEach((slot, i) => {
    rank[slot] = i + 1;
    tag[slot] = i % tags.length;
  });
  const total = frequencies.reduce((sum, frequency) => sum + frequency, 0);
  return {
    digest: '0123456789ab',
    trie,
    rank,
    frequencies: Float64Array.from(frequencies),
    weights: Float64Array.from(frequencies, (frequency) => Math.log(frequency / total)),
    tag,
    tags,
    total,
    longest: Math.max(0, ...[...words.keys()].map(({ length }) => length)),
    model: {
      start: Float64Array.of(-0.26, -3.14e100, -3.14e100, -1.46),
      transitions: Float64Array.from({ length: 16 }, (_, i) => -i / 3),
      rows: Uint16Array.from({ length: 0x10000 }, (_, unit) => (unit === 0x4e00 ? 1 : 0)),
      emissions: Float64Array.from({ length: 8 }, (_, i) => -i),
    },
  };
}

const form = fc
  .array(fc.constantFrom(...'甲乙丙a', '𠀀'), { minLength: 1, maxLength: 4 })
  .map((units) => units.join(''));
const small = fc
  .tuple(
    fc.dictionary(form, fc.integer({ min: 1, max: 1e9 }), { maxKeys: 8 }),
    fc.array(fc.constantFrom('n', 'v', '词', 'ü'), { maxLength: 3 }),
  )
  .map(([words, tags]) => smallDictionary(new Map(Object.entries(words)), ['', ...tags]));

const shared = (bytes: Uint8Array) => {
  const buffer = new SharedArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
};

describe('a dictionary as a file', () => {
  it('is the same dictionary again', () => {
    const dictionary = smallDictionary(
      new Map([
        ['甲乙', 5],
        ['丙𠀀', 7],
      ]),
      ['', 'n'],
    );
    expect(decodeDictionary(encodeDictionary(dictionary).buffer)).toEqual(dictionary);
  });

  it('is the same bytes again, in shared memory too', () => {
    fc.assert(
      fc.property(small, (dictionary) => {
        const bytes = encodeDictionary(dictionary);
        const again = encodeDictionary(decodeDictionary(shared(bytes)));
        expect(Buffer.compare(again, bytes)).toBe(0);
      }),
    );
  });

  it('is refused when a piece of it is missing, added or changed', () => {
    const bytes = encodeDictionary(smallDictionary(new Map([['甲乙', 5]]), ['', 'n']));
    const end = bytes.length;
    for (const length of [0, 3, 4, 100, end >> 1, end - 8, end - 1]) {
      expect(() => decodeDictionary(bytes.slice(0, length).buffer)).toThrow();
    }
    for (const more of [1, 8]) {
      const longer = new Uint8Array(end + more);
      longer.set(bytes);
      expect(() => decodeDictionary(longer.buffer)).toThrow();
    }
    const header = new DataView(bytes.buffer).getUint32(0, true) + 4;
    fc.assert(
      fc.property(fc.integer({ min: header, max: end - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at]! ^= change;
        expect(() => decodeDictionary(damaged.buffer)).toThrow('checksum');
      }),
    );
  });
});
