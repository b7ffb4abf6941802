import type { LinePiece } from './line-piece.ts';
import { glyphFlag, type PageGlyphs } from './page-glyphs.ts';
import { linePieces } from './page-lines.ts';
import type { RuledGrid } from './ruled-grids.ts';

/** Rules that come so near, in points, meet, or are at one place. */
const meets = 3;
/** Em of a column of running text, at least; cells that are all wider are none. */
const widestCell = 16;
/** Part of the rows between two rules that has several cells. */
const mostRows = 0.6;
/** Gap between two cells, in em, at least. */
const cellGap = 0.25;

interface LevelRule {
  readonly y: number;
  readonly x0: number;
  readonly x1: number;
}

/**
 * Tables with level rules only (三线表): three or more of one length, a row of heads between the first two, and between all of
 * them rows of several cells that stand under each other. `out` are flags of characters that are elsewhere.
 */
export function openGrids(glyphs: PageGlyphs, out: number): RuledGrid[] {
  const grids: RuledGrid[] = [];
  const groups = sameExtent(levelRules(glyphs.rules ?? new Float32Array(0)));
  if (groups.length === 0) return grids;
  const flags = glyphs.flags.map((flag) => ((flag & out) !== 0 ? glyphFlag.inTable : flag));
  const pieces = linePieces({ ...glyphs, flags });
  for (const rules of groups) {
    for (let i = 0; i + 2 < rules.length; i++) {
      for (let j = rules.length - 1; j >= i + 2; j--) {
        const grid = gridBetween(glyphs, rules.slice(i, j + 1), pieces);
        if (grid === undefined) continue;
        grids.push(grid);
        i = j;
        break;
      }
    }
  }
  return grids;
}

/** The level rules of a page, those that go on from each other as one. */
function levelRules(rules: Float32Array): LevelRule[] {
  const level: { y: number; x0: number; x1: number }[] = [];
  for (let k = 0; k + 3 < rules.length; k += 4) {
    const [x0, y0, x1, y1] = rules.subarray(k, k + 4) as unknown as [number, number, number, number];
    if (x1 - x0 > 3 * (y1 - y0)) level.push({ y: (y0 + y1) / 2, x0, x1 });
  }
  level.sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const joined: { y: number; x0: number; x1: number }[] = [];
  for (const rule of level) {
    const before = joined.find(
      (own) => Math.abs(own.y - rule.y) < meets && rule.x0 <= own.x1 + meets && rule.x1 >= own.x0,
    );
    if (before === undefined) joined.push({ ...rule });
    else {
      before.x0 = Math.min(before.x0, rule.x0);
      before.x1 = Math.max(before.x1, rule.x1);
    }
  }
  return joined;
}

/** Three or more rules that begin and end at the same places, from top to bottom. */
function sameExtent(rules: readonly LevelRule[]): LevelRule[][] {
  const groups: LevelRule[][] = [];
  for (const rule of rules) {
    const home = groups.find(
      ([first]) => Math.abs(first!.x0 - rule.x0) < meets && Math.abs(first!.x1 - rule.x1) < meets,
    );
    if (home === undefined) groups.push([rule]);
    else home.push(rule);
  }
  return groups.filter((group) => group.length >= 3);
}

function gridBetween(
  glyphs: PageGlyphs,
  rules: readonly LevelRule[],
  pieces: readonly LinePiece[],
): RuledGrid | undefined {
  const { x0, x1, y: top } = rules[0]!;
  const bottom = rules.at(-1)!.y;
  const middle = (piece: LinePiece) => piece.y - 0.35 * piece.size;
  const own = pieces.filter((piece) => middle(piece) > top && middle(piece) < bottom && piece.x1 > x0 && piece.x0 < x1);
  if (own.length < 4 || own.some((piece) => piece.x0 < x0 - meets || piece.x1 > x1 + meets)) return undefined;
  const em = [...own].map((piece) => piece.size).sort((a, b) => a - b)[own.length >> 1]!;
  if (own.filter((piece) => piece.x1 - piece.x0 > widestCell * em).length > 0.2 * own.length) return undefined;
  const bands: LinePiece[][][] = rules.slice(1).map(() => []);
  for (const piece of [...own].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const band = bands[rules.findIndex(({ y }) => y > middle(piece)) - 1]!;
    const row = band.at(-1);
    if (row !== undefined && piece.y - row[0]!.y < 0.5 * em) row.push(piece);
    else band.push([piece]);
  }
  for (const band of bands) if (band.filter((row) => row.length > 1).length < mostRows * band.length) return undefined;
  // The head is one row, however many lines its cells have.
  const rows = [bands[0]!.flat(), ...bands.slice(1).flat()];
  if (rows.length < 3 || rows[0]!.length < 2) return undefined;
  const columns = columnsOf(own, x0, x1);
  if (columns.length < 3) return undefined;
  const places = [top];
  for (let i = 1; i < rows.length; i++) {
    const above = Math.max(...rows[i - 1]!.map((piece) => piece.y));
    const below = Math.min(...rows[i]!.map((piece) => piece.y - piece.size));
    places.push((above + below) / 2);
  }
  places.push(bottom);
  const wide = columns.length - 1;
  const cell = Int32Array.from({ length: wide * rows.length }, (_, i) => i);
  for (const [i, row] of rows.entries()) {
    for (const piece of row) {
      for (let c = 1; c < wide; c++)
        if (spans(glyphs, piece, columns[c]!)) cell[i * wide + c] = cell[i * wide + c - 1]!;
    }
  }
  return { columns, rows: places, cell };
}

/** Whether a piece goes on over the place between two columns, where two cells that come near each other leave a gap. */
function spans(glyphs: PageGlyphs, piece: LinePiece, at: number): boolean {
  if (piece.x0 >= at || piece.x1 <= at) return false;
  let end = piece.x0;
  let start = piece.x1;
  for (const i of piece.glyphs) {
    const [left, right] = [glyphs.x[i]!, glyphs.x[i]! + glyphs.width[i]!];
    if ((left + right) / 2 < at) end = Math.max(end, right);
    else start = Math.min(start, left);
  }
  return start - end < cellGap * piece.size;
}

/** The edges of the table and the middle of each gap that the cells of all rows leave, but for a few that span columns. */
function columnsOf(pieces: readonly LinePiece[], x0: number, x1: number): number[] {
  const step = 1;
  const bins = Math.max(1, Math.ceil((x1 - x0) / step));
  const covered = new Float64Array(bins + 1);
  for (const piece of pieces) {
    for (let b = Math.max(0, Math.floor(piece.x0 - x0)); b <= Math.min(bins, Math.ceil(piece.x1 - x0)); b++)
      covered[b]!++;
  }
  const few = 0.05 * pieces.length;
  const columns = [x0];
  let from = -1;
  let seen = false;
  for (let b = 0; b <= bins; b++) {
    if (covered[b]! <= few) {
      if (from < 0) from = b;
      continue;
    }
    if (from >= 0 && seen && b - from >= 3) columns.push(x0 + (from + b) / 2);
    from = -1;
    seen = true;
  }
  columns.push(x1);
  return columns;
}
