import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnknownWords } from '../../../src/segment/engine/unknown-words.ts';
import type { CharacterModel } from '../../../src/segment/lexicon/dictionary.ts';

const impossible = -3.14e100;
/** What may follow a state. */
const next: Readonly<Record<string, string>> = { B: 'EM', E: 'BS', M: 'EM', S: 'BS' };
const states = 'BEMS';
const characters = [...'甲乙丙丁𠀀'];

const cost = fc.double({ min: -20, max: -0.01, noNaN: true });
const model: fc.Arbitrary<CharacterModel> = fc
  .record({
    start: fc.array(cost, { minLength: 2, maxLength: 2 }),
    transitions: fc.array(cost, { minLength: 16, maxLength: 16 }),
    emissions: fc.array(cost, { minLength: 20, maxLength: 20 }),
  })
  .map(({ start, transitions, emissions }) => {
    const rows = new Uint16Array(0x10000);
    characters.forEach((character, i) => {
      rows[character.charCodeAt(0)] = i;
    });
    const allowed = (i: number) => next[states[i >> 2]!]!.includes(states[i & 3]!);
    return {
      start: Float64Array.of(start[0]!, impossible, impossible, start[1]!),
      transitions: Float64Array.from(transitions, (score, i) => (allowed(i) ? score : impossible)),
      rows,
      emissions: Float64Array.from(emissions),
    };
  });

/** The score of the most probable states of all that are possible, every sequence tried. */
function bestByTrying(text: readonly string[], { start, transitions, rows, emissions }: CharacterModel): number {
  const emission = (character: string, state: string) =>
    emissions[rows[character.charCodeAt(0)]! * 4 + states.indexOf(state)]!;
  let paths = ['B', 'S'].map((state) => ({
    state,
    score: start[states.indexOf(state)]! + emission(text[0]!, state),
  }));
  for (const character of text.slice(1)) {
    paths = paths.flatMap(({ state, score }) =>
      [...next[state]!].map((to) => ({
        state: to,
        score: score + transitions[states.indexOf(state) * 4 + states.indexOf(to)]! + emission(character, to),
      })),
    );
  }
  return Math.max(...paths.filter(({ state }) => state === 'E' || state === 'S').map(({ score }) => score));
}

/** The score of the states that these words stand for: S for one character, B M … E for more. */
function scoreOfWords(words: readonly string[], { start, transitions, rows, emissions }: CharacterModel): number {
  let score = 0;
  let before = -1;
  for (const word of words) {
    const text = [...word];
    for (const [i, character] of text.entries()) {
      const state = states.indexOf(text.length === 1 ? 'S' : i === 0 ? 'B' : i === text.length - 1 ? 'E' : 'M');
      score += before < 0 ? start[state]! : transitions[before * 4 + state]!;
      score += emissions[rows[character.charCodeAt(0)]! * 4 + state]!;
      before = state;
    }
  }
  return score;
}

function cut(unknown: UnknownWords, text: string, start: number, end: number): string[] {
  const to = unknown.cut(text, start, end);
  const ends = [...unknown.ends.slice(unknown.first, to)];
  return ends.map((end, i) => text.slice(ends[i - 1] ?? start, end));
}

describe('the model of unknown words', () => {
  it('finds the most probable of all states, in any part of a text', () => {
    const text = fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(model, text, text, (model, units, around) => {
        const before = around.join('');
        const all = `${before}${units.join('')}${before}`;
        const unknown = new UnknownWords(model);
        const words = cut(unknown, all, before.length, all.length - before.length);
        expect(words.join('')).toBe(units.join(''));
        expect(scoreOfWords(words, model)).toBeCloseTo(bestByTrying(units, model), 9);
      }),
      { numRuns: 1000 },
    );
  });

  it('has room for a run of any length', () => {
    const unknown = new UnknownWords(fc.sample(model, { numRuns: 1, seed: 1 })[0]!);
    const text = '甲𠀀乙'.repeat(20_000);
    expect(cut(unknown, text, 0, text.length).join('')).toBe(text);
    expect(cut(unknown, '甲', 0, 1)).toEqual(['甲']);
  });
});
