/** A pure step from one kind of document to a wider one: no clock, no files, no randomness. */
export interface Stage<In, Out> {
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  run(input: In): Out;
}

/** A total over a corpus that can be added to and merged: `merge` is associative and `empty()` its unit. */
export interface Aggregate<Item, Total> {
  empty(): Total;
  add(total: Total, item: Item): void;
  /** Adds `other` into `total`. `other` comes after `total` in document order. */
  merge(total: Total, other: Total): void;
}
