/** A pure step from one kind of document to a wider one: no clock, no files, no randomness. */
export interface Stage<In, Out> {
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Takes one document further. Throws where it cannot. */
  run(input: In): Out;
}

/** A total over a corpus that can be added to and merged: `merge` is associative and `empty()` its unit. */
export interface Aggregate<Item, Total> {
  /** The total of no items. */
  empty(): Total;
  /** Counts `item` into `total`. */
  add(total: Total, item: Item): void;
  /** Adds `other` into `total`. `other` comes after `total` in document order. */
  merge(total: Total, other: Total): void;
}
