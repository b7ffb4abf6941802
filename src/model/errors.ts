/** Kinds of failure that a user can act on, with the exit code of each. */
export const exitCodes = { usage: 2, input: 3, resource: 4, output: 5 } as const;

/** What a fault is about: the command line, the input, the output. */
export type ErrorKind = keyof typeof exitCodes;

/**
 * A failure the user can act on. `code` is `kind/name` and has its wording in run/wording.ts; `values` fill its places
 * (what was expected, what was found); `place` is a path, with line and column where there are any.
 */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
  readonly code: `${ErrorKind}/${string}`;
  readonly place: string;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(
    code: `${ErrorKind}/${string}`,
    place: string,
    values: Readonly<Record<string, string | number>> = {},
    cause?: unknown,
  ) {
    super(`${code} ${place} ${JSON.stringify(values)}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.place = place;
    this.values = values;
  }

  get kind(): ErrorKind {
    return this.code.slice(0, this.code.indexOf('/')) as ErrorKind;
  }
}

/** Failures that are told at once: the first one, and `others` with places of their own. */
export class SeveralErrors extends CorpusError {
  readonly others: readonly CorpusError[];

  constructor(first: CorpusError, others: readonly CorpusError[]) {
    super(first.code, first.place, first.values, first.cause);
    this.others = others;
  }
}
