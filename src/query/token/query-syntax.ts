/** What a token of a query is asked about. */
export type Attribute = 'word' | 'tag' | 'term' | 'category';

/** A condition on one token, or on one term of several tokens. */
export type Test =
  | { readonly kind: 'any' }
  | { readonly kind: 'is'; readonly attribute: Attribute; readonly pattern: RegExp; readonly negated: boolean }
  | { readonly kind: 'all' | 'either'; readonly tests: readonly Test[] }
  | { readonly kind: 'not'; readonly test: Test };

/** Stretches of a text whose beginning and end a query may name: sentence, paragraph (block), whole text. */
export type Region = 's' | 'p' | 'text';

/** A pattern over the tokens of a text. */
export type Pattern =
  | { readonly kind: 'token'; readonly test: Test }
  | { readonly kind: 'anchor'; readonly region: Region; readonly edge: 'start' | 'end' }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly least: number; readonly most: number | undefined };

/**
 * Which of the matches that overlap are results, as in CQP. From each start a match ends as early as it can, and of matches
 * with one end the first is the result (standard), or all are (traditional), or those that hold no other (shortest). Longest
 * ends as late as it can, and leaves out what lies inside another match.
 */
export const strategies = ['standard', 'shortest', 'longest', 'traditional'] as const;
export type Strategy = (typeof strategies)[number];

/** A query as it was written. */
export interface TokenQuery {
  readonly pattern: Pattern;
  /** What a match never reaches across. */
  readonly within: Region;
  /** Most tokens of a match. */
  readonly most: number;
  /** Undefined where the query does not say. */
  readonly strategy: Strategy | undefined;
}

/** CQP's hard boundary: no match is longer, whatever `[]*` would take. */
export const longestMatch = 500;

/** Why a query cannot be read: a rule of the wording, and the place in characters from 1. */
export class QueryFault extends Error {
  override readonly name = 'QueryFault';
  readonly rule: string;
  readonly position: number;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(rule: string, position: number, values: Readonly<Record<string, string | number>> = {}) {
    super(`${rule} ${position} ${JSON.stringify(values)}`);
    this.rule = rule;
    this.position = position;
    this.values = { position, ...values };
  }
}
