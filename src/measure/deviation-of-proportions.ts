/** Size of a corpus in tokens, and of its smallest part. */
export interface CorpusSize {
  readonly parts: number;
  readonly total: number;
  readonly smallest: number;
}

/** The size of a corpus of these parts. A part of size 0 is none: it could hold nothing. */
export function corpusSize(sizes: ArrayLike<number>): CorpusSize {
  let parts = 0;
  let total = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < sizes.length; i++) {
    const size = sizes[i]!;
    if (size === 0) continue;
    parts++;
    total += size;
    if (size < smallest) smallest = size;
  }
  return { parts, total, smallest };
}

/** |v/f − s/N| for the `count` v of a part of `size` s, over the common denominator f·N: so that it is a whole number. */
export function partDeviation(count: number, size: number, f: number, { total }: CorpusSize): number {
  return Math.abs(count * total - size * f);
}

/**
 * The deviation of a word of `f` occurrences, from the `sum` of `partDeviation` over parts of `listed` tokens in all: every
 * part in which it occurs, and any others.
 */
export function deviationOfProportions(
  sum: number,
  listed: number,
  f: number,
  { parts, total, smallest }: CorpusSize,
): { readonly dp: number; readonly dp_norm: number } {
  if (f === 0 || parts < 2) return { dp: Number.NaN, dp_norm: Number.NaN };
  const whole = sum + (total - listed) * f;
  return {
    // Gries 2008: ½·Σ|v_i/f − s_i/N|
    dp: whole / (2 * f * total),
    // Lijffijt & Gries 2012: DP by 1 − min s_i/N over all parts. (Egbert et al. 2020: only the parts where the word occurs.)
    dp_norm: whole / (2 * f * (total - smallest)),
  };
}
