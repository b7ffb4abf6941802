/** How evenly a word is spread over the parts of a corpus. A measure that is not defined is NaN. */
export interface Dispersion {
  /** Number of parts in which it occurs. */
  readonly range: number;
  /** Deviation of proportions: 0 as even as the parts allow, towards 1 all in one small part. */
  readonly dp: number;
  /** DP by its greatest value, 0 to 1. */
  readonly dp_norm: number;
}

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

/**
 * Dispersion of a word with `counts[i]` occurrences in part i of `sizes[i]` tokens. Where `corpus` is given, parts in which
 * the word does not occur may be left out. All NaN but for the range over fewer than two parts, or for a word that does not occur.
 */
export function dispersion(
  { counts, sizes }: { readonly counts: ArrayLike<number>; readonly sizes: ArrayLike<number> },
  corpus: CorpusSize = corpusSize(sizes),
): Dispersion {
  let range = 0;
  let f = 0;
  let listed = 0;
  for (let i = 0; i < counts.length; i++) {
    f += counts[i]!;
    listed += sizes[i]!;
    if (counts[i]! > 0) range++;
  }
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += partDeviation(counts[i]!, sizes[i]!, f, corpus);
  return { range, ...deviationOfProportions(sum, listed, f, corpus) };
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
): Pick<Dispersion, 'dp' | 'dp_norm'> {
  if (f === 0 || parts < 2) return { dp: Number.NaN, dp_norm: Number.NaN };
  const whole = sum + (total - listed) * f;
  return {
    // Gries 2008: ½·Σ|v_i/f − s_i/N|
    dp: whole / (2 * f * total),
    // Lijffijt & Gries 2012: DP by 1 − min s_i/N over all parts. (Egbert et al. 2020: only the parts where the word occurs.)
    dp_norm: whole / (2 * f * (total - smallest)),
  };
}
