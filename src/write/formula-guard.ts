/**
 * Signs at the start of a cell that a spreadsheet would take for a formula, as csv-stringify guards them: the full-width ones
 * too, because some spreadsheets read them as their ASCII forms.
 */
const signs = '=+\\-@\\t\\r＝＋－＠';
const isApostrophes = new RegExp(`^'+[${signs}]`);
export const guardedSigns: ReadonlySet<number> = new Set([...'=+-@\t\r＝＋－＠'].map((sign) => sign.charCodeAt(0)));
export const apostrophe = 0x27;

/** A text that already begins as a guarded one does gets an apostrophe more, so that `unguarded` gives every text back. */
export function guardedAgain<T>(cell: T): T | string {
  return typeof cell === 'string' && isApostrophes.test(cell) ? `'${cell}` : cell;
}

/** The text that stands behind the guard. */
export function unguarded(cell: string): string {
  return cell.charCodeAt(0) === apostrophe && isApostrophes.test(cell) ? cell.slice(1) : cell;
}
