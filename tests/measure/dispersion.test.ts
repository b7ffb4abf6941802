import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corpusSize, dispersion } from '../../src/measure/index.ts';

// The toy corpus of Gries 2008: five parts of 9, 10, 10, 10 and 11 words.
const toy = [
  'b a m n i b e u p',
  'b a s a t b e w q n',
  'b c a g a b e s t a',
  'b a g h a b e a a t',
  'b a h a a b e a x a t',
].map((part) => part.split(' '));
const sizes = toy.map((part) => part.length);
const countsOf = (word: string) => toy.map((part) => part.filter((other) => other === word).length);

describe('the toy corpus of Gries 2008, with parts of unequal size', () => {
  test.each([
    ['a', 5, 0.18, 0.2195],
    ['b', 5, 0.02, 0.024],
    ['i', 1, 0.82, 1],
    ['q', 1, 0.8, 0.976],
    ['x', 1, 0.78, 0.951],
  ])('%s', (word, range, dp, dpNorm) => {
    const found = dispersion({ counts: countsOf(word), sizes });
    expect(found.range).toBe(range);
    expect(found.dp).toBeCloseTo(dp, 12);
    expect(Math.abs(found.dp_norm - dpNorm)).toBeLessThan(0.0005);
  });

  // By the smallest part in which the word occurs (Egbert et al. 2020) x would be 1, as i is.
  test('x is not at its greatest value: a smaller part than its own could have held it', () => {
    expect(dispersion({ counts: countsOf('x'), sizes }).dp_norm).toBeCloseTo(0.78 / 0.82, 12);
  });
});

test('Lijffijt & Gries 2012: 2, 1 and 0 in three equal parts is 0.5', () => {
  expect(dispersion({ counts: [2, 1, 0], sizes: [7, 7, 7] }).dp_norm).toBeCloseTo(0.5, 12);
});

describe('edges', () => {
  test('one part, or a word that does not occur: not defined', () => {
    expect(dispersion({ counts: [3], sizes: [10] })).toMatchObject({
      range: 1,
      dp: Number.NaN,
      juilland_d: Number.NaN,
    });
    expect(dispersion({ counts: [3, 0], sizes: [10, 0] }).dp_norm).toBeNaN();
    expect(dispersion({ counts: [0, 0], sizes: [10, 10] })).toMatchObject({
      range: 0,
      dp: Number.NaN,
      kld: Number.NaN,
    });
    expect(dispersion({ counts: [], sizes: [] }).dp).toBeNaN();
  });

  test('parts without words are no parts', () => {
    expect(dispersion({ counts: [2, 0, 1, 0], sizes: [7, 0, 7, 7] })).toEqual(
      dispersion({ counts: [2, 1, 0], sizes: [7, 7, 7] }),
    );
  });
});

describe('laws', () => {
  test('every measure is at its end where all is in one part, and at the other where each part has its due', () => {
    const sizes = [40, 60, 100];
    const even = dispersion({ counts: [4, 6, 10], sizes });
    const { juilland_d, carroll_d2, rosengren_s, lyne_d3, kld, d_a } = even;
    for (const one of [juilland_d, carroll_d2, rosengren_s, lyne_d3, d_a]) expect(one).toBeCloseTo(1, 12);
    expect(kld).toBeCloseTo(0, 12);
    expect([even.juilland_u, even.carroll_um, even.rosengren_kf, even.engwall_fm].map(Math.round)).toEqual([
      20, 20, 20, 20,
    ]);
    const clumped = dispersion({ counts: [20, 0, 0], sizes });
    for (const zero of [clumped.juilland_d, clumped.carroll_d2, clumped.d_a]) expect(zero).toBeCloseTo(0, 12);
    expect(clumped.rosengren_s).toBeCloseTo(0.2, 12);
    expect(clumped.kld).toBeCloseTo(Math.log2(5), 12);
  });

  test('a word at equal distances has its frequency, one in a clump hardly 1', () => {
    const even = dispersion({ counts: [5, 5], sizes: [50, 50], positions: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90] });
    expect([even.arf, even.f_awt, even.f_ald].map((f) => Math.round(f * 1e9) / 1e9)).toEqual([10, 10, 10]);
    const clump = dispersion({ counts: [10, 0], sizes: [50, 50], positions: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] });
    expect(clump.arf).toBeCloseTo(1.9, 12);
  });

  const parts = fc.array(fc.tuple(fc.nat({ max: 50 }), fc.integer({ min: 50, max: 500 })), {
    minLength: 2,
    maxLength: 12,
  });
  const of = (given: [number, number][]) =>
    dispersion({ counts: given.map(([v]) => v), sizes: given.map(([, size]) => size) });

  test('the order of the parts does not matter, to the last bit', () => {
    fc.assert(
      fc.property(
        parts.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
        ([given, shuffled]) => {
          expect(of(shuffled)).toEqual(of(given));
        },
      ),
    );
  });

  test('0 to 1; DPnorm is 1 only where all is in the smallest part, and both are 0 where shares are equal', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const { dp, dp_norm } = of(given);
        if (Number.isNaN(dp)) return;
        expect(dp).toBeGreaterThanOrEqual(0);
        expect(dp_norm).toBeLessThanOrEqual(1);
        expect(dp).toBeLessThanOrEqual(dp_norm);
        const smallest = Math.min(...given.map(([, size]) => size));
        const place = given.findIndex(([, size]) => size === smallest);
        expect(of(given.map(([, size], i) => [i === place ? 9 : 0, size])).dp_norm).toBe(1);
        expect(of(given.map(([, size]) => [size, size])).dp).toBe(0);
      }),
    );
  });

  test('parts in which the word does not occur may be left out when the size of the corpus is given', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const present = given.filter(([v]) => v > 0);
        const counts = present.map(([v]) => v);
        const corpus = corpusSize(given.map(([, size]) => size));
        expect(dispersion({ counts, sizes: present.map(([, size]) => size) }, corpus)).toEqual(of(given));
      }),
    );
  });
});
