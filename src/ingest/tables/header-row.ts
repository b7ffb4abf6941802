/** Rows above the header that are looked at: a title of the table, its unit, its date. */
export const mostRowsAbove = 10;

/**
 * Which of the first rows has the names of the columns: the first that is not empty, or where that has a single cell
 * (某省2023年政策文件一览表) and can be a title of the table, the first with two or more. -1 where all rows are empty.
 */
export function headerRow(
  rows: readonly (readonly (string | undefined)[])[],
  canBeTitle: (cells: readonly unknown[]) => boolean = () => true,
): number {
  const counts = rows.slice(0, mostRowsAbove).map((cells) => cells.filter((cell) => /\S/.test(cell ?? '')).length);
  const first = counts.findIndex((count) => count > 0);
  if (first < 0 || counts[first]! > 1 || !canBeTitle(rows[first]!)) return first;
  const wide = counts.findIndex((count) => count > 1);
  return wide < 0 ? first : wide;
}

/** Names of columns without white space around them; nameless ones after the last are none. */
export function headerNames(cells: readonly (string | undefined)[]): string[] {
  const names = Array.from(cells, (cell) => (cell ?? '').trim());
  while (names.at(-1) === '') names.pop();
  return names;
}
