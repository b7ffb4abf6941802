import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestReading } from '../../../src/segment/engine/best-reading.ts';
import type { Lexicon } from '../../../src/segment/lexicon/lexicon.ts';

/** All divisions of a form into two pieces or more, with their log probability; -Infinity where a piece is no word. */
function* readings(form: string, lexicon: Lexicon): Generator<{ words: string[]; score: number }> {
  const characters = [...form];
  for (let cuts = characters.length === 1 ? 0 : 1; cuts < 2 ** (characters.length - 1); cuts++) {
    const words = [''];
    characters.forEach((character, i) => {
      if (i > 0 && (cuts >> (i - 1)) & 1) words.push('');
      words[words.length - 1] += character;
    });
    let score = 0;
    for (const word of words) {
      const frequency = lexicon.frequency(word) ?? ([...word].length === 1 ? lexicon.least : 0);
      score += Math.log(frequency / lexicon.total);
    }
    yield { words, score };
  }
}

describe('bestReading', () => {
  it('finds the most probable of all divisions into two words or more', () => {
    const unit = fc.constantFrom('甲', '乙', '丙', '𠀀');
    const word = fc.array(unit, { minLength: 1, maxLength: 4 }).map((units) => units.join(''));
    const entries = fc.dictionary(word, fc.integer({ min: 1, max: 10_000 }), { maxKeys: 20 });
    fc.assert(
      fc.property(entries, fc.array(unit, { minLength: 1, maxLength: 7 }), (frequencies, units) => {
        const lexicon = {
          total: 100_000,
          least: 1,
          longest: 8,
          frequency: (form: string) => (Object.hasOwn(frequencies, form) ? frequencies[form] : undefined),
        };
        const form = units.join('');
        const { ends, score } = bestReading(form, lexicon);
        const words = ends.map((end, i) => form.slice(ends[i - 1] ?? 0, end));
        const all = [...readings(form, lexicon)];
        expect(score).toBeCloseTo(Math.max(...all.map((reading) => reading.score)), 9);
        expect(all.find((reading) => reading.words.join('|') === words.join('|'))?.score).toBeCloseTo(score, 9);
      }),
    );
  });
});
