import { lineText, spacesBefore } from './line-text.ts';
import { median, type PageColumn, pageColumns } from './page-columns.ts';
import type { PageGlyphs } from './page-glyphs.ts';
import { type LinePiece, linePieces, turnedPieces } from './page-lines.ts';

/** A line farther in than this, in em, is not indented but set to the right. */
const deepestIndent = 6;
/** A gap this many times the usual one of its column is shown as an empty line. */
const clearGap = 1.45;
/** Columns of fewer lines do not show their own edge. */
const enoughLines = 6;

interface TextColumn extends PageColumn {
  readonly left: number;
}

/** The columns of a page and its characters, ready to be written. */
interface TextPage {
  readonly glyphs: PageGlyphs;
  readonly columns: readonly PageColumn[];
  readonly turned: readonly LinePiece[];
}

/** The text of some pages: see `pagesText`. */
export class PagesText {
  readonly #pages: TextPage[] = [];

  /** Adds the next page; undefined for one that cannot be read. Returns the number of characters that are painted on it. */
  add(glyphs: PageGlyphs | undefined): number {
    if (glyphs === undefined) {
      this.#pages.push({ glyphs: emptyPage, columns: [], turned: [] });
      return 0;
    }
    const columns = pageColumns(linePieces(glyphs), glyphs.pageHeight);
    const turned = turnedPieces(glyphs);
    this.#pages.push({ glyphs, columns, turned });
    return columns.length + turned.length;
  }
}

const none = new Float32Array(0);
const emptyPage: PageGlyphs = {
  pageWidth: 0,
  pageHeight: 0,
  count: 0,
  codePoint: new Uint32Array(0),
  x: none,
  y: none,
  width: none,
  size: none,
  flags: new Uint8Array(0),
};
