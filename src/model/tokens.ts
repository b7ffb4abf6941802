/**
 * The tokens of a document as columns of one length: `start` and `end` in UTF-16 units of the text, `type` an index into
 * `types`. `tag` has an element a type (not a token): an index into `tags`. A token may hold a citation mark inside
 * (举国[3]体制); its form is without it.
 */
export interface Tokens {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly type: Uint32Array;
  readonly types: readonly string[];
  readonly tag: Uint8Array;
  readonly tags: readonly string[];
  /**
   * The Universal part of speech of each type, where they were told by their neighbours: then a form that is used in several
   * ways (发展 v, vn) is several types. Absent where the lexicon alone gives the tag.
   */
  readonly universal?: readonly string[];
  /** Absent where a document stands for itself. */
  readonly numbers?: FormNumbers;
}

/** The types of a document as numbers that their forms have in all documents of one segmenter. */
export interface FormNumbers {
  /** All forms so far: the list grows with the documents, and which list it is tells one segmenter from another. */
  readonly forms: readonly string[];
  /** An element a type: an index into `forms`. */
  readonly ofType: Uint32Array;
}
