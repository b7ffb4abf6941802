import fc from 'fast-check';
import { expect, test } from 'vitest';
import { branches, cohesion } from '../../src/discover/branch-entropy.ts';
import { frequentSequences } from '../../src/discover/frequent-sequences.ts';

const units = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 }).map((values) => Uint32Array.from(values));

test('counts are those of a brute-force count, and nothing crosses a barrier', () => {
  fc.assert(
    fc.property(units, fc.integer({ min: 1, max: 4 }), (text, least) => {
      const brute = new Map<string, number>();
      for (let from = 0; from < text.length; from++) {
        for (let to = from + 1; to <= Math.min(text.length, from + 4) && text[to - 1] !== 0; to++) {
          const key = text.slice(from, to).join(' ');
          brute.set(key, (brute.get(key) ?? 0) + 1);
        }
      }
      const found = frequentSequences(text, least, 4).flatMap(({ length, frequency, first }) =>
        Array.from(frequency, (count, s) => [text.slice(first[s]!, first[s]! + length).join(' '), count] as const),
      );
      expect(new Map(found)).toEqual(new Map([...brute].filter(([, count]) => count >= least)));
      expect(found.length).toBe(new Set(found.map(([key]) => key)).size);
    }),
  );
});

test('entropy and cohesion of a toy are those by hand', () => {
  // AB stands four times: after C, C, D and a barrier; before D, D, C and a barrier.
  const [C, A, B, D] = [3, 1, 2, 4];
  const text = Uint32Array.from([C!, A!, B!, D!, 0, C!, A!, B!, D!, 0, D!, A!, B!, C!, 0, A!, B!, 0]);
  const levels = frequentSequences(text, 2, 2);
  const pairs = levels[1]!;
  const s = pairs.at[1]!;
  const { left, right, alone } = branches(text, pairs, new Uint8Array(pairs.frequency.length).fill(1));
  // {2, 1, 1} of 4: ½·1 + 2·¼·2 = 1.5 bits.
  expect([left[s], right[s], alone[s]]).toEqual([1.5, 1.5, 1]);
  // log2(4·14 / (4·4)), 14 units in all.
  expect(cohesion(levels, 2, 14)[s]).toBeCloseTo(Math.log2(14 / 4), 12);
});
