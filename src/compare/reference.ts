/** Counts of a corpus that is not here. */
export interface ReferenceList {
  readonly name: string;
  /** Terms are counted inside longer ones too, words are not: what is of the other unit is not compared with a list. */
  readonly unit: 'term' | 'word';
  readonly frequency: ReadonlyMap<string, number>;
  readonly tokens: number;
}

/** One side of a comparison: the documents that are in any of these groups. */
export interface Side {
  readonly name: string;
  readonly groups: readonly number[];
}

/** What a target is compared with; all other groups where it is undefined. */
export type Reference = Side | ReferenceList | undefined;
