/** A line of a page with its place in points, y down to the baseline. */
export interface TextLine {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
}

/** The columns of a page in the order in which they are read. */
export type TextPage = readonly (readonly TextLine[])[];
