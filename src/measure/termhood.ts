/** A candidate for a term and how often it occurs inside longer candidates. */
export interface NestedFrequency {
  /** Words (or characters) of the candidate. */
  readonly length: number;
  readonly frequency: number;
  /** Longer candidates that hold it, and its occurrences in them, each net of those in still longer ones; 0 if left out. */
  readonly containers?: number;
  readonly containerFrequency?: number;
}

/**
 * C-value: log2|a|·(f(a) − mean frequency of the candidates around it). Frantzi, Ananiadou & Mima 2000. `smoothing` is added
 * to the length, so that candidates of one word do not all get 0.
 */
export function cValue(candidate: NestedFrequency, smoothing = 0): number {
  const { length, frequency, containers = 0, containerFrequency = 0 } = candidate;
  const free = containers === 0 ? frequency : frequency - containerFrequency / containers;
  return Math.log2(length + smoothing) * free;
}

/**
 * NC-value: 0.8·C-value + 0.2·Σ f(b)·weight(b) over the words b beside the candidate, weight being the share of the
 * candidates that b stands beside. Frantzi, Ananiadou & Mima 2000.
 */
export function ncValue(
  value: number,
  context: Iterable<{ readonly frequency: number; readonly weight: number }>,
): number {
  let sum = 0;
  for (const { frequency, weight } of context) sum += frequency * weight;
  return 0.8 * value + 0.2 * sum;
}
