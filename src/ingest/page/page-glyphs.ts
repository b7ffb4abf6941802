/** Bits of `PageGlyphs.flags`. */
export const glyphFlag = {
  bold: 1,
  /** Written downwards or turned by a quarter or a half: its place and size are those of the turned character. */
  turned: 2,
  /** At another angle, as watermarks are. */
  slanted: 4,
  /** In a table that is read by itself. */
  inTable: 8,
} as const;

/**
 * The characters of a page as they are painted: columns of one length, in the order of the file. Lengths are in points; x
 * runs to the right and y down from the upper left corner of the page as it is read, which is as it is shown but for `turn`.
 */
export interface PageGlyphs {
  readonly pageWidth: number;
  readonly pageHeight: number;
  /**
   * Quarter turns anticlockwise by which the text, and the frame of all places here with it, lies on the page as it is shown: a
   * table that was printed sideways. 0 where it is absent.
   */
  readonly turn?: number;
  readonly count: number;
  /** Code points; white space that the file holds is kept, with its width. */
  readonly codePoint: Uint32Array;
  /** Left edge of the advance, not of the ink. */
  readonly x: Float32Array;
  /** Baseline. */
  readonly y: Float32Array;
  /** Advance: a Han character's is its size. */
  readonly width: Float32Array;
  /** The em, scaled as it is shown. */
  readonly size: Float32Array;
  readonly flags: Uint8Array;
  /** Level and upright rules: left, top, right and bottom of each, y down; absent where they are not known. */
  readonly rules?: Float32Array;
}
