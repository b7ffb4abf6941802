/** A division of the documents, in the order in which they were counted. */
export interface Groups {
  /** Names of the groups, in order: as numbers where all are numbers, else by code unit. */
  readonly names: readonly string[];
  /** The group of each document; −1 for one without a value. */
  readonly of: Int32Array;
  /** Whether the names are numbers, such as years: then the groups are a series. */
  readonly isSeries: boolean;
}

/** Groups documents by a value each; those without one are in no group. */
export function groupBy(values: readonly (string | undefined)[]): Groups {
  const names = [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[];
  const isSeries = names.length > 0 && names.every((name) => /^-?\d{1,15}(?:\.\d{1,15})?$/.test(name));
  names.sort((a, b) => (isSeries ? Number(a) - Number(b) : 0) || (a < b ? -1 : 1));
  const index = new Map(names.map((name, i) => [name, i]));
  return { names, of: Int32Array.from(values, (value) => index.get(value ?? '') ?? -1), isSeries };
}
