import { displayWidth, pad } from '../command/display-width.ts';
import { printable } from '../command/printable.ts';
import type { KwicLine } from './kwic-line.ts';

/** Least columns of a terminal for the context on one side. */
const leastSide = 12;
/** Columns that are kept for the match and for where it stands, where a terminal is narrow. */
const keptForMatch = 10;
const keptForPlace = 34;

/** Columns of a terminal for the context on each side: what so many characters need, or what there is room for. */
export function sideWidth(characters: number, columns: number | undefined): number {
  const wanted = 2 * characters;
  if (columns === undefined) return wanted;
  return Math.min(wanted, Math.max(leastSide, Math.floor((columns - keptForMatch - keptForPlace) / 2)));
}

/**
 * A line of a concordance for a terminal: the matches begin in one column, and where each stands is at the end. `side` is the
 * number of columns on each side; the match itself is never cut.
 */
export function kwicText(
  { left, match, right, document, title, page, line, start, group }: KwicLine,
  side: number,
): string {
  const before = lastColumns(printable(left), side);
  const shown = `[${printable(match.replaceAll('\n', ' '))}]`;
  const after = firstColumns(printable(right), Math.max(leastSide, side));
  const place = `${document}${page === null ? '' : ` p${page}`}:${line} @${start}`;
  const cited = [place, group, title].filter((part) => part !== '').map(printable);
  const middle = pad(`${shown}${after}`, side + keptForMatch);
  return `${' '.repeat(Math.max(0, side - displayWidth(before)))}${before}${middle}  ${cited.join('  ')}`;
}

function firstColumns(text: string, columns: number): string {
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += displayWidth(character);
    if (width > columns) break;
    kept += character;
  }
  return kept;
}

function lastColumns(text: string, columns: number): string {
  const characters = [...text];
  let from = characters.length;
  for (let width = 0; from > 0; from--) {
    width += displayWidth(characters[from - 1]!);
    if (width > columns) break;
  }
  return characters.slice(from).join('');
}
