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
  const { total, smallest } = corpus;
  let range = 0;
  let f = 0;
  for (let i = 0; i < counts.length; i++) {
    f += counts[i]!;
    if (counts[i]! > 0) range++;
  }
  if (f === 0 || corpus.parts < 2) return { range, dp: Number.NaN, dp_norm: Number.NaN };
  // Gries 2008: ½·Σ|v_i/f − s_i/N|, here over the common denominator f·N, where the sum is one of whole numbers.
  let sum = 0;
  let listed = 0;
  for (let i = 0; i < counts.length; i++) {
    sum += Math.abs(counts[i]! * total - sizes[i]! * f);
    listed += sizes[i]!;
  }
  sum += (total - listed) * f;
  return {
    range,
    dp: sum / (2 * f * total),
    // Lijffijt & Gries 2012: DP by 1 − min s_i/N over all parts. (Egbert et al. 2020: only the parts where the word occurs.)
    dp_norm: sum / (2 * f * (total - smallest)),
  };
}
