/** Where a candidate comes from. */
export type CandidateSource = 'words' | 'string' | 'quoted';

/** A string that may be a term, before it is looked up in the texts. */
export interface Candidate {
  readonly form: string;
  readonly sources: readonly CandidateSource[];
  /** Words that it is made of as the texts are segmented; a string that the segmenter cuts has the number of characters. */
  readonly length: number;
  /** Occurrences by the way in which it was found. */
  readonly found: number;
  /** NaN, like the measures that follow, of a name that was found in quotation marks only. */
  readonly cValue: number;
  readonly ncValue: number;
  /** Longer candidates around it, and its occurrences inside them. */
  readonly containers: number;
  readonly inside: number;
  /** Least pointwise mutual information over all splits, in bits; infinite for a single word. */
  readonly cohesion: number;
  /** Branch entropies in bits. */
  readonly leftEntropy: number;
  readonly rightEntropy: number;
  /** Occurrences between marks. */
  readonly alone: number;
}
