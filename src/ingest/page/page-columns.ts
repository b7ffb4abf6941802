import { areColumns } from './are-columns.ts';
import { gutters, narrowestColumn } from './gutters.ts';
import type { LinePiece } from './line-piece.ts';
import { columnLines, halves } from './page-lines.ts';

/** Lines that stand under each other in one column, or a stretch of lines across the columns. */
export interface PageColumn {
  readonly lines: readonly LinePiece[];
}

/** Half-width in em of the strip between columns that a line must cross to stand across them. */
const crossing = 0.25;
/** Print smaller than the text by this factor, as of captions. */
const smallPrint = 0.85;
/** Deepest nesting of columns in columns. */
const deepest = 4;
/** What stands alone in this part of the page at its head or foot is apart from the columns. */
const edgeOfPage = 0.13;
/** What is larger than the text by this factor is a title, not a running head. */
const largerThanText = 1.15;
/** Gap to the rest, in usual line gaps, from which it stands alone. */
const aloneFrom = 1.5;

/** The columns of a page in the order in which they are read; `running` are its running heads and feet, as far as known. */
export function pageColumns(
  pieces: readonly LinePiece[],
  pageHeight: number,
  running: ReadonlySet<LinePiece> = new Set(),
): PageColumn[] {
  const text = running.size === 0 ? pieces : pieces.filter((piece) => !running.has(piece));
  const { head, body, foot } = partEdges(text, pageHeight);
  const columns: PageColumn[] = [];
  const alone = (piece: LinePiece) => columns.push({ lines: [piece] });
  const sides = [...running].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  for (const piece of sides) if (piece.y < pageHeight / 2) alone(piece);
  head.forEach(alone);
  readRegion(body, 0, columns);
  foot.forEach(alone);
  for (const piece of sides) if (piece.y >= pageHeight / 2) alone(piece);
  return columns;
}

/** Rows of pieces that overlap in height, from top to bottom. */
function rowsOf(pieces: readonly LinePiece[]): LinePiece[][] {
  const rows: LinePiece[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    if (piece.y - 0.5 * piece.size > bottom) rows.push([]);
    rows.at(-1)!.push(piece);
    bottom = Math.max(bottom, piece.y);
  }
  return rows;
}

/** Running heads and feet: up to two rows at each edge of the page that stand apart from the rest. */
function partEdges(pieces: readonly LinePiece[], pageHeight: number) {
  if (pieces.length === 0) return { head: [], body: [], foot: [] };
  const rows = rowsOf(pieces);
  const alone = aloneFrom * linePitch(pieces);
  const isAlone = (i: number) => bottomOf(rows[i]!) - bottomOf(rows[i - 1]!) >= alone;
  const largest = largerThanText * medianSize(pieces);
  const isSmall = (row: readonly LinePiece[]) => row.every((piece) => piece.size <= largest);
  let from = 0;
  let to = rows.length;
  for (let i = Math.min(2, rows.length - 1); i >= 1 && from === 0; i--) {
    if (bottomOf(rows[i - 1]!) <= edgeOfPage * pageHeight && isAlone(i) && rows.slice(0, i).every(isSmall)) from = i;
  }
  for (let i = Math.max(from + 1, rows.length - 2); i < rows.length && to === rows.length; i++) {
    if (topOf(rows[i]!) >= (1 - edgeOfPage) * pageHeight && isAlone(i) && rows.slice(i).every(isSmall)) to = i;
  }
  const inRows = (part: LinePiece[][]) => part.flatMap((row) => row.sort((a, b) => a.y - b.y || a.x0 - b.x0));
  return { head: inRows(rows.slice(0, from)), body: rows.slice(from, to).flat(), foot: inRows(rows.slice(to)) };
}

/** The usual distance from a line to the one below it. */
export function linePitch(pieces: readonly LinePiece[]): number {
  const sorted = [...pieces].sort((a, b) => a.y - b.y);
  const pitches: number[] = [];
  for (let i = 0; i < sorted.length; i++) {
    const piece = sorted[i]!;
    for (let j = i + 1; j < sorted.length; j++) {
      const below = sorted[j]!;
      if (below.y - piece.y < 0.5 * piece.size || below.x0 > piece.x1 || below.x1 < piece.x0) continue;
      pitches.push(below.y - piece.y);
      break;
    }
  }
  return median(pitches);
}

function topOf(row: readonly LinePiece[]): number {
  return row.reduce((top, piece) => Math.min(top, piece.y - piece.size), Number.POSITIVE_INFINITY);
}

function bottomOf(row: readonly LinePiece[]): number {
  return row.reduce((bottom, piece) => Math.max(bottom, piece.y), Number.NEGATIVE_INFINITY);
}

function readRegion(pieces: readonly LinePiece[], depth: number, out: PageColumn[]): void {
  if (pieces.length === 0) return;
  const split = depth < deepest ? bestSplit(pieces) : undefined;
  if (split === undefined) {
    out.push({ lines: columnLines(pieces) });
    return;
  }
  const titles = titlesAbove(pieces);
  if (titles.length > 0) {
    out.push({ lines: columnLines(titles) });
    const rest = pieces.filter((piece) => !titles.includes(piece));
    readRegion(rest, depth + 1, out);
    return;
  }
  for (const band of split) {
    if (band.right === undefined) readRegion(band.left, depth + 1, out);
    else {
      readRegion(band.left, depth + 1, out);
      readRegion(band.right, depth + 1, out);
    }
  }
}

/** Large lines above all columns: over three of them, a title in the middle crosses no gap between columns. */
function titlesAbove(pieces: readonly LinePiece[]): LinePiece[] {
  const least = largerThanText * medianSize(pieces);
  const titles: LinePiece[] = [];
  for (const row of rowsOf(pieces)) {
    if (row.length > 1 || row[0]!.size < least || row[0]!.row !== undefined) break;
    titles.push(row[0]!);
  }
  return titles.length < pieces.length ? titles : [];
}

/** A stretch of a region: two columns, or one where `right` is undefined. */
interface Band {
  readonly left: LinePiece[];
  readonly right?: LinePiece[];
}

/** The cut between columns that parts most lines; undefined where there is none. */
function bestSplit(pieces: readonly LinePiece[]): Band[] | undefined {
  const em = medianSize(pieces);
  const x0 = Math.min(...pieces.map((piece) => piece.x0));
  const x1 = Math.max(...pieces.map((piece) => piece.x1));
  if (x1 - x0 < 2 * narrowestColumn * em) return undefined;
  let best: Band[] | undefined;
  let most = 0;
  for (const gutter of gutters(pieces, x0, x1, em)) {
    const bands = bandsAt(pieces, gutter, em);
    let parted = 0;
    for (const band of bands) if (band.right !== undefined) parted += band.left.length + band.right.length;
    if (parted > most) {
      most = parted;
      best = bands;
    }
  }
  return best;
}

/** Cuts the pieces at the lines that cross the gutter; what is between them stands in two columns if both read as text. */
function bandsAt(pieces: readonly LinePiece[], gutter: number, em: number): Band[] {
  const bands: Band[] = [];
  let left: LinePiece[] = [];
  let right: LinePiece[] = [];
  let across: LinePiece[] = [];
  let between: LinePiece[] = [];
  const close = () => {
    if (left.length + right.length === 0) return;
    if (areColumns(left, right, em)) {
      if (across.length > 0) bands.push({ left: across });
      across = [];
      // Before them, so that their last line goes on where the next page begins.
      if (between.length > 0) bands.push({ left: between });
      bands.push({ left, right });
    } else across.push(...left, ...right, ...between);
    left = [];
    right = [];
    between = [];
  };
  for (const row of crossingRows(pieces, gutter, em)) {
    if (row.isBetween) between.push(...row.pieces);
    else if (row.crosses) {
      close();
      across.push(...row.pieces);
    } else for (const piece of row.pieces) (piece.x0 + piece.x1 < 2 * gutter ? left : right).push(piece);
  }
  close();
  if (across.length > 0) bands.push({ left: across });
  return bands;
}

/**
 * The pieces from top to bottom, those on the line of a crossing piece together with it. The caption of a picture between
 * columns whose text goes on at both its sides parts nothing.
 */
function crossingRows(pieces: readonly LinePiece[], gutter: number, em: number) {
  const crosses = (piece: LinePiece) => piece.x0 < gutter - crossing * em && piece.x1 > gutter + crossing * em;
  const whole = pieces.flatMap((piece) => (crosses(piece) ? (halves(piece, gutter) ?? [piece]) : [piece]));
  const sorted = whole.sort((a, b) => a.y - b.y);
  const isSmall = (piece: LinePiece) => piece.size <= smallPrint * em && piece.x1 - piece.x0 < narrowestColumn * em;
  const between = new Set(
    sorted.filter((piece) => isSmall(piece) && crosses(piece) && isBetweenText(piece, sorted, em)),
  );
  const across = sorted.filter((piece) => crosses(piece) && !between.has(piece));
  const rows: { crosses: boolean; isBetween: boolean; pieces: LinePiece[] }[] = [];
  let next = 0;
  for (const piece of sorted) {
    while (next < across.length && across[next]!.y < piece.y - 0.3 * piece.size) next++;
    const near = across[next];
    const besideIt = near !== undefined && Math.abs(near.y - piece.y) <= 0.3 * Math.max(near.size, piece.size);
    rows.push({ crosses: besideIt, isBetween: between.has(piece), pieces: [piece] });
  }
  return rows;
}

/** Whether lines that are long enough for a column stand at both sides of a piece, on its height. */
function isBetweenText(piece: LinePiece, others: readonly LinePiece[], em: number): boolean {
  const beside = others.filter(({ x0, x1, y }) => Math.abs(y - piece.y) <= 0.5 * em && x1 - x0 >= narrowestColumn * em);
  return beside.some(({ x1 }) => x1 < piece.x0) && beside.some(({ x0 }) => x0 > piece.x1);
}

function medianSize(pieces: readonly LinePiece[]): number {
  return median(pieces.flatMap((piece) => (piece.glyphs.length > 3 ? [piece.size] : []))) || (pieces[0]?.size ?? 10);
}

export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
