import type { LinePiece } from './line-piece.ts';
import { linePlace, turnedPlace } from './line-place.ts';
import { lineText, spacesBefore } from './line-text.ts';
import { pageColumns } from './page-columns.ts';
import type { PageGlyphs } from './page-glyphs.ts';
import { linePieces, turnedPieces } from './page-lines.ts';
import { type PageEdges, pageEdges, pagesAround, runningPieces } from './running-lines.ts';
import { tableRows } from './table-rows.ts';
import type { TextLine, TextPage } from './text-page.ts';

/** A page that waits for the pages behind it, which show what is a running head. */
interface WaitingPage {
  readonly glyphs: PageGlyphs;
  /** Its characters but those of tables. */
  readonly rest: PageGlyphs;
  readonly pieces: readonly LinePiece[];
}

/** Reads the columns of pages one by one. */
export class PageReader {
  readonly #pages: TextPage[] = [];
  readonly #waiting: (WaitingPage | undefined)[] = [];
  readonly #edges: PageEdges[] = [];

  /** Takes the next page; undefined for one that cannot be read. */
  add(glyphs: PageGlyphs | undefined): void {
    if (glyphs === undefined) {
      this.#waiting.push(undefined);
      this.#edges.push({ head: [], foot: [] });
    } else {
      const { rows, rest } = tableRows(glyphs);
      const pieces = [...linePieces(rest), ...rows].sort((a, b) => a.y - b.y || a.x0 - b.x0);
      this.#waiting.push({ glyphs, rest, pieces });
      this.#edges.push(pageEdges(glyphs, pieces));
    }
    if (this.#waiting.length > pagesAround) this.#readFirst();
  }

  /** The columns of all pages, without any for a page that cannot be read or has no text. */
  finish(): TextPage[] {
    while (this.#waiting.length > 0) this.#readFirst();
    return this.#pages;
  }

  #readFirst(): void {
    const index = this.#pages.length;
    const page = this.#waiting.shift();
    this.#pages.push(page === undefined ? [] : readColumns(page, runningPieces(this.#edges, index)));
    // Its lines are not needed any more, but for what those of the next pages are compared with.
    const past = index - 2 * pagesAround;
    if (past >= 0) this.#edges[past] = { head: [], foot: [] };
  }
}

/** Text that is turned against the rest comes last. */
function readColumns({ glyphs, rest, pieces }: WaitingPage, running: ReadonlySet<LinePiece>): TextPage {
  const spaces = spacesBefore(glyphs);
  const columns: TextLine[][] = pageColumns(pieces, glyphs.pageHeight, running).map((column) =>
    column.lines.map((line) => {
      if (line.row !== undefined) return line.row;
      const { x0, x1, y, size } = line;
      const sides: number[] = [];
      const text = lineText(glyphs, line, spaces, sides);
      const read: TextLine = { text, x0, x1, y, size, parts: [{ at: 0, place: linePlace(glyphs, line, sides) }] };
      return running.has(line) ? { ...read, isRunning: true } : read;
    }),
  );
  for (const piece of turnedPieces(rest)) {
    const { x0, x1, y, size, glyphs: indexes } = piece;
    const text = String.fromCodePoint(...indexes.map((i) => glyphs.codePoint[i]!));
    columns.push([{ text, x0, x1, y, size, parts: [{ at: 0, place: turnedPlace(glyphs, piece) }] }]);
  }
  return columns;
}

/** The columns of one page by itself. */
export function readPage(glyphs: PageGlyphs): TextPage {
  const reader = new PageReader();
  reader.add(glyphs);
  return reader.finish()[0]!;
}
