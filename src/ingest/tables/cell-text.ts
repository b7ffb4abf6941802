/** `="0012"`, with which Excel is told that a cell is no number. */
const asText = /^="((?:[^"]|"")*)"$/;
/** Apostrophes before a sign with which a formula begins: a guard of programs that write tables, ours too. */
const guarded = /^'+[=+\-@\t\r＝＋－＠]/;

/** A cell without what was put around it so that a spreadsheet does not run it. */
export function cellText(cell: string): string {
  if (cell.startsWith('=')) {
    const inner = asText.exec(cell)?.[1];
    return inner === undefined ? cell : inner.replaceAll('""', '"');
  }
  return guarded.test(cell) ? cell.slice(1) : cell;
}

/** White space and characters without width are nothing. */
export function isEmptyCell(cell: string | undefined): boolean {
  return cell === undefined || /^[\s\p{Cf}]*$/u.test(cell);
}
