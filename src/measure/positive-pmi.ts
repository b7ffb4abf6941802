/**
 * Positive PMI of a matrix of counts, rows by contexts: max(0, log2(P(w, c)/(P(w)·P(c)))). With `smoothing` below 1 (0.75
 * in Levy, Goldberg & Dagan 2015) contexts count by that power, which keeps rare ones from the top.
 */
export function positivePmi(counts: readonly ArrayLike<number>[], smoothing = 1): Float64Array[] {
  const width = counts[0]?.length ?? 0;
  const rows = counts.map((row) => Array.from(row).reduce((sum, count) => sum + count, 0));
  const contexts = Float64Array.from({ length: width }, (_, c) => counts.reduce((sum, row) => sum + row[c]!, 0));
  const powers = contexts.map((count) => count ** smoothing);
  const power = powers.reduce((sum, count) => sum + count, 0);
  return counts.map((row, r) =>
    Float64Array.from(row, (count, c) =>
      count === 0 ? 0 : Math.max(0, Math.log2((count / rows[r]!) * (power / powers[c]!))),
    ),
  );
}
