import type { LinePiece } from './line-piece.ts';
import { linePitch, median } from './page-columns.ts';
import type { PageGlyphs } from './page-glyphs.ts';
import { isBlank } from './page-lines.ts';

/** Rows at the head and at the foot of a page that are looked at. */
const mostRows = 3;
/** They lie in this part of the page at its head or foot. */
const edgeOfPage = 0.2;
/** Pages before and after a page that are looked at: those of its own side among them, and of its chapter. */
const steps = [-4, -3, -2, -1, 1, 2, 3, 4];
export const pagesAround = 4;
/** On so many of them the line has to stand too. */
const otherPages = 2;
/** Lines of different pages stand at one place where their baselines differ by less, in points. */
const samePlace = 2;
/** Gap to the next row, in usual line gaps, from which a row stands apart. */
const aloneFrom = 1.3;
/** Sizes that differ by a larger part are not those of one text. */
const otherSize = 0.05;
/** What is larger than the text by this factor is a title, on a form that comes again as on a report. */
const largerThanText = 1.15;

/** A row at the edge of a page, and what tells whether it comes again. */
export interface EdgeRow {
  /** Its characters without white space, numbers as #; empty where it is a title or a row of a table. */
  readonly key: string;
  readonly y: number;
  readonly pieces: readonly LinePiece[];
  /** Whether the next row inwards is farther than the lines of the text, or of another size. */
  readonly isApart: boolean;
}

/** The rows at the head and at the foot of a page, each list from the edge inwards. */
export interface PageEdges {
  readonly head: readonly EdgeRow[];
  readonly foot: readonly EdgeRow[];
}

/** The outermost rows of a page, that may be running heads and feet; `pieces` from top to bottom. */
export function pageEdges(glyphs: PageGlyphs, pieces: readonly LinePiece[]): PageEdges {
  const alone = aloneFrom * linePitch(pieces);
  const largest = largerThanText * median(pieces.map((piece) => piece.size));
  const rows = (sorted: readonly LinePiece[], inEdge: (y: number) => boolean) => {
    const found: LinePiece[][] = [];
    for (const piece of sorted) {
      const row = found.at(-1);
      if (row !== undefined && Math.abs(row[0]!.y - piece.y) <= 0.3 * Math.max(row[0]!.size, piece.size))
        row.push(piece);
      else if (found.push([piece]) > mostRows) break;
    }
    return found.slice(0, mostRows).flatMap((row, k) => {
      if (!inEdge(row[0]!.y)) return [];
      const pieces = row.sort((a, b) => a.x0 - b.x0);
      const isText = row.every((piece) => piece.size <= largest && piece.row === undefined);
      const { y, size } = pieces[0]!;
      const next = found[k + 1]?.[0];
      const isApart =
        next === undefined || Math.abs(next.y - y) >= alone || Math.abs(next.size - size) > otherSize * size;
      return [{ key: isText ? rowKey(glyphs, pieces) : '', y, pieces, isApart }];
    });
  };
  return {
    head: rows(pieces, (y) => y <= edgeOfPage * glyphs.pageHeight),
    foot: rows([...pieces].reverse(), (y) => y >= (1 - edgeOfPage) * glyphs.pageHeight),
  };
}

function rowKey({ codePoint }: PageGlyphs, row: readonly LinePiece[]): string {
  const codes = row.flatMap((piece) => piece.glyphs.map((i) => codePoint[i]!)).filter((code) => !isBlank(code));
  return String.fromCodePoint(...codes.map((code) => (code > 0x10ffff ? 0xfffd : code))).replace(/[0-9０-９]+/g, '#');
}

/**
 * The pieces of the page at `index` that stand at the same place on pages around it, from its edges inwards. Of a head that only
 * every second page has, one other is enough where the pages between have a head of their own there.
 */
export function runningPieces(pages: readonly PageEdges[], index: number): ReadonlySet<LinePiece> {
  const running = new Set<LinePiece>();
  for (const side of ['head', 'foot'] as const) {
    const isAt = (page: number, row: EdgeRow) => pages[page]?.[side].some((other) => isSame(other, row)) ?? false;
    const again = (at: number, row: EdgeRow) => steps.filter((step) => isAt(at + step, row)).length;
    let found: EdgeRow[] = [];
    for (const row of pages[index]![side]) {
      const between = [index - 1, index + 1].flatMap((page) =>
        (pages[page]?.[side] ?? []).filter((other) => Math.abs(other.y - row.y) <= samePlace && !isSame(other, row)),
      );
      const isSecond =
        (isAt(index - 2, row) || isAt(index + 2, row)) &&
        between.some((other) => [index - 1, index + 1].some((page) => isAt(page, other) && again(page, other) >= 1));
      if (again(index, row) < otherPages && !isSecond) break;
      found.push(row);
    }
    // A line of the text may come again by chance, but not one that stands apart from it.
    found = found.slice(0, found.findLastIndex((row) => row.isApart) + 1);
    for (const row of found) for (const piece of row.pieces) running.add(piece);
  }
  return running;
}

function isSame(other: EdgeRow, row: EdgeRow): boolean {
  return row.key !== '' && other.key === row.key && Math.abs(other.y - row.y) <= samePlace;
}
