/**
 * Where the raw text stands on the pages of its source. A strip is a stretch of the raw text that stands on one line of one
 * column of a page; it reaches to the start of the next one, line breaks and empty lines with it. Lengths are in points (for a PDF
 * page with a UserUnit in that unit, in which the common programs show and cut it); x runs to the right and y down from the
 * upper left corner of the page as it is shown. Columns of one length, but the last two.
 */
export interface PageLayout {
  /** Number of pages, those without text too. */
  readonly pages: number;
  /** Offset in the raw text where each strip begins, rising. */
  readonly start: Uint32Array;
  /** 1-based page. */
  readonly page: Uint32Array;
  /** Number of the column of text, rising over the whole document: lines of one column stand under each other. */
  readonly column: Uint32Array;
  /** The box around the strip: along the line from its first to its last character, across it one em. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly width: Float32Array;
  readonly height: Float32Array;
  /** Quarter turns anticlockwise: 0 is written to the right, 1 upwards, 2 upside down to the left, 3 downwards. */
  readonly turn: Uint8Array;
  /**
   * For each unit of the raw text the place where its character begins and ends along its strip, in parts of `wholeStrip`,
   * in the direction of writing. An indent is at 0, a line break at the end; a space that stands for a gap fills the gap.
   */
  readonly from: Uint16Array;
  readonly to: Uint16Array;
}

/** The length of a strip in the units of `PageLayout.from` and `to`. */
export const wholeStrip = 65535;
