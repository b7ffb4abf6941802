import type { Cut, Engine } from '../../model/engine.ts';
import { bonus } from '../engine/lattice-engine.ts';
import { markPlaces } from '../engine/number-places.ts';
import { addedWords } from '../lexicon/added-words.ts';
import { type Dictionary, wordAt } from '../lexicon/dictionary.ts';
import { engineWords } from '../lexicon/engine-words.ts';
import type { UserEntry } from '../lexicon/user-dictionary.ts';
import { BoundaryLogits } from './boundary-logits.ts';
import type { BoundaryModel } from './boundary-model.ts';
import { BoundarySearch, type SearchWeights } from './boundary-search.ts';
import { WordLattice } from './word-lattice.ts';

/** How finely words are cut. */
export const granularities = ['fine', 'standard', 'coarse'] as const;
export type Granularity = (typeof granularities)[number];

/** `beta`: how much the model weighs against the dictionary; `bonus`: nats a word besides those of the lattice. */
const weightsOf: Readonly<Record<Granularity, SearchWeights>> = {
  fine: { beta: 4, bonus: 0 },
  standard: { beta: 0.5, bonus: 0 },
  coarse: { beta: 0.3, bonus: -3 },
};

export interface HybridOptions {
  readonly model: BoundaryModel;
  readonly granularity?: Granularity;
  /** Instead of those of the granularity. */
  readonly weights?: SearchWeights;
}

/**
 * The lattice of engine `lattice`, searched twice: what the first search says of each offset goes, with the characters
 * around it, into a model of boundaries, and what the model says into the second. User words and listed forms are those of
 * `lattice`, and the model cannot part them.
 */
export function createHybridEngine(
  builtin: Dictionary,
  { model, granularity = 'standard', weights = weightsOf[granularity] }: HybridOptions,
  listed: Iterable<string> = [],
  entries: readonly UserEntry[] = [],
): Engine {
  const wanted = [...listed];
  const words = engineWords(builtin, wanted, [...addedWords, ...entries], bonus);
  const { dictionary, forms, lookUps } = words;
  const scores = dictionary.weights.map((weight) => weight + bonus);
  const lattice = new WordLattice({ trie: dictionary.trie, rank: dictionary.rank, scores }, words.listed);
  const boundaries = new BoundaryLogits(model.weights);
  const agreed = new Uint8Array(lattice.listedFrom);
  for (const form of wanted) {
    const slot = wordAt(dictionary, form);
    if (slot >= 0) agreed[slot] = 1;
  }
  const search = new BoundarySearch(weights, agreed);
  const cut = { length: 0, end: new Uint32Array(1024), form: new Uint32Array(1024) };

  return {
    name: 'hybrid',
    version: `${dictionary.digest}+${model.digest}`,
    cut(text: string): Cut {
      const { length } = text;
      lattice.reserve(length);
      if (cut.end.length < length) {
        cut.end = new Uint32Array(lattice.places.length);
        cut.form = new Uint32Array(lattice.places.length);
      }
      markPlaces(text, lattice.places);
      lattice.build(text);
      boundaries.ask(text, lattice);
      search.run(length, lattice, boundaries.logits);
      const { end: ends, form } = cut;
      let count = 0;
      for (let i = 0; i < length; ) {
        const next = search.next[i]!;
        const known = search.word[i]!;
        form[count] = known >= 0 ? known : forms.idOf(text, i, next);
        ends[count++] = next;
        i = next;
      }
      cut.length = count;
      return cut;
    },
    ...lookUps,
  };
}
