import type { LinePiece, RowPiece } from './line-piece.ts';
import { linePlace } from './line-place.ts';
import { lineText, spacesBefore } from './line-text.ts';
import { openGrids } from './open-grids.ts';
import { glyphFlag, type PageGlyphs } from './page-glyphs.ts';
import { columnLines, linePieces } from './page-lines.ts';
import { type RuledGrid, ruledGrids } from './ruled-grids.ts';
import type { LinePart } from './text-page.ts';

/** The rows of the tables that rules show, and the characters of the page that are in none of them. */
export interface TableRows {
  readonly rows: readonly RowPiece[];
  readonly rest: PageGlyphs;
}

/** Characters of a page's table in one cell, at most: a larger one holds the text of a page in a frame. */
const largestCell = 600;

/** What is in no table: watermarks, and what is in another one. */
const away = glyphFlag.inTable | glyphFlag.slanted;

export function tableRows(glyphs: PageGlyphs): TableRows {
  const grids = glyphs.rules === undefined || glyphs.rules.length < 16 ? [] : ruledGrids(glyphs.rules);
  const open = glyphs.rules === undefined || glyphs.rules.length < 12 ? [] : openGrids(glyphs, away);
  if (grids.length + open.length === 0) return { rows: [], rest: glyphs };
  const flags = Uint8Array.from(glyphs.flags);
  const rows: RowPiece[] = [];
  for (const grid of [...grids, ...open]) {
    const cells = charactersIn(glyphs, flags, grid);
    if (cells.size < 2 || [...cells.values()].some((own) => own.length > largestCell)) continue;
    for (const own of cells.values()) for (const i of own) flags[i]! |= glyphFlag.inTable;
    rows.push(...rowsOf(glyphs, grid, cells));
  }
  return { rows, rest: { ...glyphs, flags } };
}

/** The characters of each cell, by its first field. */
function charactersIn(
  glyphs: PageGlyphs,
  flags: Uint8Array,
  { columns, rows, cell }: RuledGrid,
): Map<number, number[]> {
  const cells = new Map<number, number[]>();
  const wide = columns.length - 1;
  for (let i = 0; i < glyphs.count; i++) {
    const x = glyphs.x[i]! + glyphs.width[i]! / 2;
    const y = glyphs.y[i]! - 0.35 * glyphs.size[i]!;
    if ((flags[i]! & away) !== 0 || x < columns[0]! || x > columns[wide]!) continue;
    if (y < rows[0]! || y > rows.at(-1)!) continue;
    const column = columns.findIndex((place) => place > x) - 1;
    const row = rows.findIndex((place) => place > y) - 1;
    if (column < 0 || row < 0) continue;
    const key = cell[row * wide + column]!;
    const own = cells.get(key);
    if (own === undefined) cells.set(key, [i]);
    else own.push(i);
  }
  return cells;
}

function rowsOf(glyphs: PageGlyphs, grid: RuledGrid, cells: ReadonlyMap<number, readonly number[]>): RowPiece[] {
  const wide = grid.columns.length - 1;
  const result: RowPiece[] = [];
  for (let row = 0; row + 1 < grid.rows.length; row++) {
    let text = '';
    let size = 0;
    const parts: LinePart[] = [];
    for (let column = 0; column < wide; column++) {
      const field = row * wide + column;
      const first = grid.cell[field]!;
      // A cell over several columns is one; one over several rows stands in the first, and the others have an empty one.
      if (column > 0 && grid.cell[field - 1] === first) continue;
      if (column > 0) text += '\t';
      const own = first === field ? cells.get(first) : undefined;
      if (own === undefined) continue;
      const written = cellText(glyphs, own, text.length, parts);
      text += written.text;
      size = Math.max(size, written.size);
    }
    if (text.trim() === '') continue;
    const x0 = grid.columns[0]!;
    const x1 = grid.columns[wide]!;
    const y = (grid.rows[row]! + grid.rows[row + 1]!) / 2 + 0.35 * size;
    const piece: LinePiece = { x0, x1, y, size, glyphs: [] };
    result.push({ ...piece, row: { text, x0, x1, y, size, parts, isRow: true } });
  }
  return result;
}

/** The lines of a cell put together; `parts` grows by them, `at` is where the cell begins in its row. */
function cellText(
  glyphs: PageGlyphs,
  own: readonly number[],
  at: number,
  parts: LinePart[],
): { text: string; size: number } {
  const pick = <T extends Float32Array | Uint32Array | Uint8Array>(column: T): T => {
    const part = column.slice(0, own.length) as T;
    for (let k = 0; k < own.length; k++) part[k] = column[own[k]!]!;
    return part;
  };
  const { codePoint, x, y, width, size, flags } = glyphs;
  const part: PageGlyphs = {
    ...glyphs,
    count: own.length,
    codePoint: pick(codePoint),
    x: pick(x),
    y: pick(y),
    width: pick(width),
    size: pick(size),
    flags: pick(flags).fill(0),
  };
  const spaces = spacesBefore(part);
  let text = '';
  let em = 0;
  for (const line of columnLines(linePieces(part))) {
    const edges: number[] = [];
    const start = at + text.length;
    const more = lineText(part, line, spaces, edges).replace(/[ \t]+/g, (gap) => ' '.repeat(gap.length));
    if (/[0-9A-Za-z]$/.test(text) && /^[A-Za-z]/.test(more)) {
      text += ' ';
      edges.unshift(edges[0]!, edges[0]!);
    }
    text += more;
    parts.push({ at: start, place: linePlace(part, line, edges) });
    em = Math.max(em, line.size);
  }
  return { text, size: em };
}
