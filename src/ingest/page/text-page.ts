/** Where a line stands on its page as it is shown: an element of each column of a `PageLayout`. */
export interface LinePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly turn: number;
  /** Where each unit of the line's text begins and ends, two elements a unit. */
  readonly edges: Uint16Array;
}

/** A stretch of a line's text, from its unit `at` on, and where it stands. */
export interface LinePart {
  readonly at: number;
  readonly place: LinePlace;
}

/** A line of a page with its place in points, y down to the baseline, in the frame of `PageGlyphs`. */
export interface TextLine {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  /** A row of a table, its cells parted by tabs. */
  readonly isRow?: true;
  /** A running head or foot: it stands at the same place of other pages. */
  readonly isRunning?: true;
  /** Where it is: one part, or in a row of a table one for each line of each cell. */
  readonly parts: readonly LinePart[];
}

/** The columns of a page in the order in which they are read. */
export type TextPage = readonly (readonly TextLine[])[];
