import type { WordScores } from '../engine/best-path.ts';
import { type Dictionary, wordAt } from './dictionary.ts';
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

/** Words in two tries: no form is a word of both. */
export interface ExtendedDictionary {
  readonly dictionary: Dictionary;
  readonly listed: ListedWords | undefined;
}

/**
 * Adds these words (distinct) to a dictionary. Those that it has are taken out of a copy of it; they keep their tags where
 * no other is given. `bonus` is added to the score of each.
 */
export function addWords(dictionary: Dictionary, words: readonly UserWord[], bonus: number): ExtendedDictionary {
  if (words.length === 0) return { dictionary, listed: undefined };
  const { trie, slots } = buildDoubleArray(words.map(({ form }) => form));
  const index = new Uint32Array(trie.steps.length);
  const scores = new Float64Array(words.length + 1);
  const tags: string[] = [];
  let ranks: Uint16Array | undefined;
  for (const [i, { form, frequency, tag }] of words.entries()) {
    index[slots[i]!] = i + 1;
    scores[i + 1] = Math.log(frequency / dictionary.total) + bonus;
    const own = wordAt(dictionary, form);
    tags.push(tag ?? (own < 0 ? tagOfListed : dictionary.tags[dictionary.tag[own]!]!));
    if (own < 0) continue;
    ranks ??= dictionary.rank.slice();
    ranks[own] = 0;
  }
  const at = (slot: number) => index[slot]! - 1;
  const listed = {
    trie,
    rank: index,
    scores,
    form: (slot: number) => words[at(slot)]!.form,
    tag: (slot: number) => tags[at(slot)]!,
  };
  return { dictionary: ranks === undefined ? dictionary : { ...dictionary, rank: ranks }, listed };
}
