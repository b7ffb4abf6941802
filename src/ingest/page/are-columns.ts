import { narrowestColumn } from './gutters.ts';
import type { LinePiece } from './line-piece.ts';
import { columnLines } from './page-lines.ts';

/** A line that fills this part of its column is running text, not a cell of a table. */
const fullLine = 0.75;
/** Part of the characters of a column that may stand in lines that stick out of it. */
const oddCharacters = 0.2;
/** Lines of a column of a whole page. */
const longColumn = 15;

/** Whether what stands on both sides of a gutter reads as two columns of text, and not as the cells of a table. */
export function areColumns(left: readonly LinePiece[], right: readonly LinePiece[], em: number): boolean {
  if (left.length === 0 || right.length === 0) return false;
  const a = side(left, 0);
  const b = side(right, 0);
  const few = Math.min(a.lines, b.lines);
  if (a.lines + b.lines < 4 || Math.min(a.width, b.width) < narrowestColumn * em) return false;
  // Two short columns over a title, and the last lines of an article: both have to be full.
  if (few < 3) return a.full + b.full >= 0.5 * (a.lines + b.lines) && a.full > 0 && b.full > 0;
  const shares = [a, b].map(({ full, lines }) => full / lines);
  return (Math.max(...shares) >= 0.4 && Math.min(...shares) >= 0.25) || areUnevenColumns(left, right);
}

/**
 * Whether one is a column of text and the other, as wide, for the most part a table with some lines of text; what text
 * recognition makes of dirt beside a column does not widen it.
 */
function areUnevenColumns(left: readonly LinePiece[], right: readonly LinePiece[]): boolean {
  const [a, b] = [side(left, oddCharacters), side(right, oddCharacters)];
  const isLong = Math.min(a.lines, b.lines) >= longColumn && Math.min(a.full, b.full) >= 3;
  const isText = Math.max(a.full / a.lines, b.full / b.lines) >= 0.5;
  return isLong && isText && Math.min(a.width, b.width) >= 0.85 * Math.max(a.width, b.width);
}

/** Of what stands beside a gutter; `odd` is the part of its characters in lines that may stick out. */
function side(pieces: readonly LinePiece[], odd: number): { lines: number; full: number; width: number } {
  const lines = columnLines(pieces);
  const x0 = edgeOf(lines, odd, (line) => line.x0);
  const x1 = -edgeOf(lines, odd, (line) => -line.x1);
  let full = 0;
  for (const line of lines) if (inkWidth(line) >= fullLine * (x1 - x0)) full++;
  return { lines: lines.length, full, width: x1 - x0 };
}

/** The least value of the lines, but for the odd ones. */
function edgeOf(lines: readonly LinePiece[], odd: number, value: (line: LinePiece) => number): number {
  const sorted = [...lines].sort((a, b) => value(a) - value(b));
  let left = odd * lines.reduce((sum, line) => sum + line.glyphs.length, 0);
  for (const line of sorted) {
    left -= Math.max(1, line.glyphs.length);
    if (left < 0) return value(line);
  }
  return value(sorted[0]!);
}

function inkWidth(line: LinePiece): number {
  if (line.row !== undefined) return line.x1 - line.x0;
  return Math.min(line.x1 - line.x0, line.glyphs.length * line.size * 1.15);
}
