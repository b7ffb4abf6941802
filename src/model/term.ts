/** One entry of a term list. */
export interface Term {
  readonly term: string;
  /** Category path, parts joined by `/`; empty where none was given. */
  readonly category: string;
  /** Other forms that count under the term. */
  readonly variants: readonly string[];
  /** Longer strings inside which the term is not meant (人民: 人民币). */
  readonly notIn: readonly string[];
  readonly note: string;
}
