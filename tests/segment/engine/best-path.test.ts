import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BestPath, bound, inside, open, separator, type WordScores } from '../../../src/segment/engine/best-path.ts';
import { buildDoubleArray } from '../../../src/segment/lexicon/double-array.ts';

/** Whole numbers as scores: sums are exact, and there are many ties. */
type Words = ReadonlyMap<string, number>;

const leastScore = -9;

function scoresOf(words: Words): WordScores {
  const forms = [...words.keys()];
  const { trie, slots } = buildDoubleArray(forms);
  const rank = new Uint16Array(trie.steps.length);
  slots.forEach((slot, i) => {
    rank[slot] = i + 1;
  });
  return { trie, rank, scores: Float64Array.from([leastScore, ...words.values()]) };
}

interface Problem {
  readonly text: string;
  readonly words: Words;
  readonly listed: Words;
  readonly places: readonly number[];
  readonly boundaries: readonly number[] | undefined;
}

/** Ends of the best division, found by trying all. */
function bestByTrying({ text, words, listed, places, boundaries }: Problem): number[] {
  const end = text.length;
  const character = (at: number) => {
    let next = at + 1;
    while (places[at] !== separator && places[next] === inside) next++;
    return next;
  };
  const all = (at: number): { score: number; ends: number[] }[] => {
    if (at === end) return [{ score: 0, ends: [] }];
    const found: { score: number; ends: number[] }[] = [];
    for (let to = at + 1; to <= end; to++) {
      if (places[to] === inside && places[at] !== separator) continue;
      const form = text.slice(at, to);
      const isCharacter = to === character(at);
      const crosses = !isCharacter && [...places.slice(at, to)].includes(separator);
      const scores = [
        isCharacter ? ((to === at + 1 ? words.get(form) : undefined) ?? leastScore) : undefined,
        isCharacter && to === at + 1 ? undefined : places[at] === bound || crosses ? undefined : words.get(form),
        crosses || places[at] === separator ? undefined : listed.get(form),
      ].filter((score) => score !== undefined);
      if (scores.length === 0) continue;
      const own = Math.max(...scores) + (places[at] === separator ? 0 : (boundaries?.[at] ?? 0));
      for (const rest of all(to)) found.push({ score: own + rest.score, ends: [to, ...rest.ends] });
    }
    return found;
  };
  const shorterFirst = (a: number[], b: number[]) => {
    const at = a.findIndex((end, i) => end !== b[i]);
    return at < 0 ? 0 : a[at]! - b[at]!;
  };
  return all(0).sort((a, b) => b.score - a.score || shorterFirst(a.ends, b.ends))[0]!.ends;
}

const form = fc.string({ unit: fc.constantFrom(...'甲乙丙，'), minLength: 1, maxLength: 4 });
const wordList = fc.dictionary(form, fc.integer({ min: -20, max: -1 }), { maxKeys: 14 });
const problem: fc.Arbitrary<Problem> = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...'甲乙丙丁，'), minLength: 1, maxLength: 9 }),
    wordList,
    wordList,
    fc.array(fc.constantFrom(open, open, open, open, inside, bound), { minLength: 9, maxLength: 9 }),
    fc.option(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 9, maxLength: 9 }), { nil: undefined }),
  )
  .map(([text, words, listed, kinds, boundaries]) => {
    const places = [...text].map((unit, i) => (unit === '，' ? separator : kinds[i]!));
    // Nothing begins inside, and a separator stands for itself.
    places.forEach((place, i) => {
      if (place === inside && (i === 0 || places[i - 1] === separator)) places[i] = open;
    });
    const known = new Map(Object.entries(words));
    const more = Object.entries(listed).filter(([form]) => !known.has(form));
    return { text, words: known, listed: new Map(more), places: [...places, open], boundaries };
  });

const ends = (path: BestPath, { text, places, boundaries }: Problem): number[] => {
  path.reserve(text.length);
  path.places.set(places);
  path.search(text, boundaries === undefined ? undefined : Float64Array.from(boundaries));
  const found: number[] = [];
  for (let at = 0; at < text.length; found.push(at)) at = path.found[2 * at]!;
  return found;
};

describe('the best path', () => {
  it('is the best of all divisions', () => {
    fc.assert(
      fc.property(problem, (problem) => {
        const { words, listed } = problem;
        const path = new BestPath(scoresOf(words), listed.size === 0 ? undefined : scoresOf(listed));
        expect(ends(path, problem)).toEqual(bestByTrying(problem));
      }),
      { numRuns: 1000 },
    );
  });

  it('names the words that it takes by their slots, those of the list after those of the dictionary', () => {
    const words = scoresOf(
      new Map([
        ['甲', -2],
        ['甲乙', -3],
      ]),
    );
    const listed = scoresOf(new Map([['丙丁', -4]]));
    const path = new BestPath(words, listed);
    const text = '甲乙甲丙丁戊';
    expect(
      ends(path, { text, words: new Map(), listed: new Map(), places: [0, 0, 0, 0, 0, 0, 0], boundaries: undefined }),
    ).toEqual([2, 3, 5, 6]);
    const scoreAt = (slot: number) =>
      slot < words.rank.length
        ? words.scores[words.rank[slot]!]
        : listed.scores[listed.rank[slot - words.rank.length]!];
    expect([0, 2, 3].map((at) => scoreAt(path.found[2 * at + 1]!))).toEqual([-3, -2, -4]);
    expect(path.found[11]).toBe(-1);
  });
});
