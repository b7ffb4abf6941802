/** A division of the documents, in the order in which they were counted; a document may be in several groups. */
export interface Groups {
  /** Names of the groups, in order: by their times where they are a series, else by code unit. */
  readonly names: readonly string[];
  /** The group of each document, the first by its value where it has several; −1 for one without a value. */
  readonly of: Int32Array;
  /** All groups of the documents that are in several. */
  readonly several: ReadonlyMap<number, readonly number[]>;
  /** Whether the names are numbers or dates, such as years: then the groups are a series. */
  readonly isSeries: boolean;
  /** When each group is, in years where they are dates; empty where they are no series. */
  readonly times: readonly number[];
}

/** Groups documents by a value each, parted at any of `separators` (国务院;财政部); those without one are in no group. */
export function groupBy(values: readonly (string | undefined)[], separators = ''): Groups {
  const parted = values.map((value) => parts(value, separators));
  const names = [...new Set(parted.flat())];
  const isNumber = names.every((name) => /^-?\d{1,15}(?:\.\d{1,15})?$/.test(name));
  const timeOf = isNumber ? Number : yearOf;
  const isSeries = names.length > 0 && names.every((name) => !Number.isNaN(timeOf(name)));
  names.sort((a, b) => (isSeries ? timeOf(a) - timeOf(b) : 0) || (a < b ? -1 : 1));
  const index = new Map(names.map((name, i) => [name, i]));
  const several = new Map<number, readonly number[]>();
  const of = Int32Array.from(parted, (own, document) => {
    if (own.length > 1)
      several.set(
        document,
        own.map((name) => index.get(name)!),
      );
    return index.get(own[0] ?? '') ?? -1;
  });
  return { names, of, several, isSeries, times: isSeries ? names.map(timeOf) : [] };
}

/** Whether a document is in any of these groups. */
export function isIn({ of, several }: Groups, document: number, groups: readonly number[]): boolean {
  return several.get(document)?.some((group) => groups.includes(group)) ?? groups.includes(of[document]!);
}

function parts(value: string | undefined, separators: string): string[] {
  if (value === undefined || value === '') return [];
  const found: string[] = [];
  let from = 0;
  for (let i = 0; i <= value.length; i++) {
    if (i < value.length && !separators.includes(value[i]!)) continue;
    const part = separators === '' ? value.slice(from, i) : value.slice(from, i).trim();
    if (part !== '' && !found.includes(part)) found.push(part);
    from = i + 1;
  }
  return found;
}

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** A year (2020, 2020年), month (2020-03) or day (2020-03-05) as a number of years; NaN for anything else. */
function yearOf(name: string): number {
  const match = /^(\d{4})(?:年|-(\d\d)(?:-(\d\d))?)?$/.exec(name);
  if (match === null) return Number.NaN;
  const [year, month, day] = match.slice(1).map((part) => Number(part ?? 1));
  return year! + ((daysBefore[month! - 1] ?? Number.NaN) + day! - 1) / 365.25;
}
