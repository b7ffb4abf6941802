/** The most likely part of every line (line-model.ts), and the probability that each break is the page's. */
export interface LineParts {
  readonly part: Uint8Array;
  /** One element a line: probability that the break after it joins. */
  readonly joinProbability: Float64Array;
}
