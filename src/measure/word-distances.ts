/** Measures by the distances from each occurrence to the next one, the last to the first round the end of the corpus. */
export interface Distances {
  /** Average reduced frequency: f where the distances are all equal, towards 1 in one clump. Savický & Hlaváčová 2002 */
  readonly arf: number;
  /** Average waiting time for the word from a random place, and the frequency of an even word with the same. Savický & Hlaváčová 2002 */
  readonly awt: number;
  readonly f_awt: number;
  /** Average logarithmic distance, decimal, and the frequency of an even word with the same. Savický & Hlaváčová 2002 */
  readonly ald: number;
  readonly f_ald: number;
}

/** `positions` among `length` tokens, rising; all NaN where there are none. */
export function distances(positions: ArrayLike<number> | undefined, length: number): Distances {
  const f = positions?.length ?? 0;
  if (positions === undefined || f === 0 || !(length > 0)) {
    return { arf: Number.NaN, awt: Number.NaN, f_awt: Number.NaN, ald: Number.NaN, f_ald: Number.NaN };
  }
  let reduced = 0;
  let squares = 0;
  let logs = 0;
  for (let i = 0; i < f; i++) {
    const next = i + 1 < f ? positions[i + 1]! : positions[0]! + length;
    const distance = next - positions[i]!;
    reduced += Math.min(distance, length / f);
    squares += distance * distance;
    // Two occurrences may begin in the same word.
    if (distance > 0) logs += distance * Math.log10(distance);
  }
  const awt = (1 + squares / length) / 2;
  const ald = logs / length;
  return { arf: (f / length) * reduced, awt, f_awt: length / (2 * awt - 1), ald, f_ald: length * 10 ** -ald };
}
