/** What a segmenter's dictionary knows of words. */
export interface Lexicon {
  /** Sum of all frequencies. */
  readonly total: number;
  /** Frequency that the segmenter gives to a character without an entry. */
  readonly least: number;
  /** No word has more UTF-16 units. */
  readonly longest: number;
  /** Added to the log probability of each word; 0 if left out. */
  readonly bonus?: number;
  /** Frequency of a word, undefined where the dictionary has no entry. */
  frequency(word: string): number | undefined;
}
