import { type DoubleArray, slotOf } from './double-array.ts';
import type { Lexicon } from './lexicon.ts';

/** Emission and transition log probabilities of the model of words as characters that begin, end, are inside or alone. */
export interface CharacterModel {
  /** Of B, E, M, S. */
  readonly start: Float64Array;
  /** From state `i` to state `j` at `4 i + j`. */
  readonly transitions: Float64Array;
  /** Row of each unit, 65,536 elements; row 0 is of characters that the model does not know. */
  readonly rows: Uint16Array;
  /** Of state `j` at `4 row + j`. */
  readonly emissions: Float64Array;
}

/** Words as a trie with columns of one length, an element a slot, and the model for what is in no word. */
export interface Dictionary {
  /** Start of the SHA-256 of the files that it was made of. */
  readonly digest: string;
  readonly trie: DoubleArray;
  /** Where the word at a slot stands among the different frequencies; 0 where there is no word. */
  readonly rank: Uint16Array;
  /** Frequency and log probability of each rank; those of rank 0 are of a character without an entry. */
  readonly frequencies: Float64Array;
  readonly weights: Float64Array;
  /** Index into `tags`. */
  readonly tag: Uint8Array;
  readonly tags: readonly string[];
  /** Sum of the frequencies that the weights are shares of. */
  readonly total: number;
  /** UTF-16 units of the longest word. */
  readonly longest: number;
  readonly model: CharacterModel;
}

/** The slot of a word; -1 where the dictionary has no such entry. */
export function wordAt(dictionary: Dictionary, form: string): number {
  const slot = slotOf(dictionary.trie, form);
  return slot > 0 && dictionary.rank[slot]! > 0 ? slot : -1;
}

/** The dictionary as those read it who ask for single words. */
export function lexiconOf(dictionary: Dictionary): Lexicon {
  const { frequencies, rank, total, longest } = dictionary;
  return {
    total,
    least: frequencies[0]!,
    longest,
    frequency(form) {
      const slot = wordAt(dictionary, form);
      return slot < 0 ? undefined : frequencies[rank[slot]!]!;
    },
  };
}
