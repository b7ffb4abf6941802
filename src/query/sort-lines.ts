/** What lines of a concordance can be sorted by. */
export const sortKeys = ['left', 'right', 'node', 'document', 'group'] as const;
export type SortKey = (typeof sortKeys)[number];

/** What of a line is compared. */
export interface SortedLine {
  readonly left: string;
  readonly match: string;
  readonly right: string;
  readonly document: string;
  /** Empty where there is none. */
  readonly group: string;
}

/**
 * Lines by the first key, then the next; lines that are equal in all keep their order. The left context is read away from
 * the match. Characters go by their number, so that the order is the same on every system.
 */
export function sortLines<Line extends SortedLine>(lines: readonly Line[], keys: readonly SortKey[]): Line[] {
  const keyed = lines.map((line) => ({ line, values: keys.map((key) => keyOf(line, key)) }));
  keyed.sort((a, b) => {
    for (let i = 0; i < keys.length; i++) {
      const order = compare(a.values[i]!, b.values[i]!);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ line }) => line);
}

function keyOf(line: SortedLine, key: SortKey): string {
  if (key === 'left') return [...line.left].reverse().join('');
  return key === 'node' ? line.match : line[key];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
