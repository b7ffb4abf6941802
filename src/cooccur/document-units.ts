/** Occurrences of nodes in one document, sorted by start: columns, of which the first `length` elements count. */
export interface Occurrences {
  readonly length: number;
  readonly node: Uint32Array;
  /** The place, half open; two occurrences are a pair where these are disjoint. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** The first and the last word that it touches, as numbers of words in the document. */
  readonly firstWord: Uint32Array;
  readonly lastWord: Uint32Array;
}

/** One document as co-occurrence sees it. An occurrence is in the unit in which it begins. */
export interface DocumentUnits {
  readonly occurrences: Occurrences;
  /** Index of the first occurrence in each sentence; then the number of all. */
  readonly sentences: readonly number[];
  /** The same for each counted block. */
  readonly blocks: readonly number[];
  /** What windows and spans do not leave: the blocks or sentences, in the same way, and the words of each. */
  readonly runs: readonly number[];
  /** The number of the first word in each run, and how many words it has. */
  readonly firstWords: readonly number[];
  readonly words: readonly number[];
}
