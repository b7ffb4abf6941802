import type { WordScores } from './best-path.ts';
import { buildDoubleArray } from './double-array.ts';
import type { UserWord } from './user-words.ts';

/** A listed term is a noun until someone says otherwise. */
const tagOfListed = 'n';

/** The words that were added to a dictionary, as the search reads them. */
export interface ListedWords extends WordScores {
  /** Of the word at a slot. */
  form(slot: number): string;
  tag(slot: number): string;
}

/** These words (distinct); `total` is the sum of frequencies of the dictionary, `bonus` is added to the score of each. */
export function listWords(words: readonly UserWord[], total: number, bonus: number): ListedWords | undefined {
  if (words.length === 0) return undefined;
  const { trie, slots } = buildDoubleArray(words.map(({ form }) => form));
  const rank = new Uint32Array(trie.cells.length / 2);
  const scores = new Float64Array(words.length + 1);
  for (const [i, { frequency }] of words.entries()) {
    rank[slots[i]!] = i + 1;
    scores[i + 1] = Math.log(frequency / total) + bonus;
  }
  const wordAt = (slot: number) => words[rank[slot]! - 1]!;
  return { trie, rank, scores, form: (slot) => wordAt(slot).form, tag: (slot) => wordAt(slot).tag ?? tagOfListed };
}
