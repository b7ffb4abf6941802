import type { TextLine } from './text-page.ts';

/** Characters on one baseline without a gap that could part columns; in a finished line, all of a column's. */
export interface LinePiece {
  x0: number;
  x1: number;
  /** Baseline. */
  y: number;
  /** The em of most of its characters. */
  size: number;
  /** Indexes of its characters. */
  readonly glyphs: number[];
  /** The stretches of the file that it was put together from, where there are several. */
  parts?: LinePiece[];
  /** Of a row of a table, which has no characters but the text of its cells: what is read. */
  readonly row?: TextLine;
}

/** A row of a table as a piece of the page. */
export interface RowPiece extends LinePiece {
  readonly row: TextLine;
}
