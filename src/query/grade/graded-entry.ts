/** What an entry of a graded lexicon does: a word is scored, the others change the score of a word after them. */
export type GradedRole = 'word' | 'negation' | 'degree';

export interface GradedEntry {
  readonly word: string;
  readonly role: GradedRole;
  /** The score of a word; the factor of a negation or a degree word. */
  readonly grade: number;
  /** What is graded, such as 约束力; empty for a modifier of all dimensions. */
  readonly dimension: string;
  /** 1-based line of the list. */
  readonly line: number;
}

/** The factor of a negation that says none: the score changes its sign. */
export const usualNegation = -1;
