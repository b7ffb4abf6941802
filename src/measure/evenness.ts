import type { CorpusSize } from './deviation-of-proportions.ts';

/** The measures of `Dispersion` by which tables of all words are told, quick to find for many words. */
export interface Evenness {
  readonly juilland_d: number;
  readonly carroll_d2: number;
  readonly rosengren_s: number;
  readonly kld: number;
}

/**
 * Evenness of a word of `counts[i]` occurrences in a part of `sizes[i]` tokens, for i from `from` to before `to`; parts in
 * which it does not occur may be left out. All NaN over fewer than two parts, or for a word that does not occur.
 */
export function evenness(
  counts: ArrayLike<number>,
  sizes: ArrayLike<number>,
  { parts, total }: CorpusSize,
  from = 0,
  to = counts.length,
): Evenness {
  let f = 0;
  let rates = 0;
  for (let i = from; i < to; i++) {
    if (counts[i] === 0) continue;
    f += counts[i]!;
    rates += counts[i]! / sizes[i]!;
  }
  if (f === 0 || parts < 2) {
    return { juilland_d: Number.NaN, carroll_d2: Number.NaN, rosengren_s: Number.NaN, kld: Number.NaN };
  }
  const mean = rates / parts;
  let range = 0;
  let squares = 0;
  let entropy = 0;
  let roots = 0;
  let kld = 0;
  for (let i = from; i < to; i++) {
    const v = counts[i]!;
    if (v === 0) continue;
    const size = sizes[i]!;
    const q = v / size / rates;
    range++;
    squares += (v / size - mean) ** 2;
    entropy -= q * Math.log2(q);
    roots += Math.sqrt((v * size) / total);
    kld += (v / f) * Math.log2((v * total) / (f * size));
  }
  squares += (parts - range) * mean ** 2;
  return {
    // Rounding may pass the ends of both.
    juilland_d: Math.max(0, 1 - Math.sqrt(squares / parts) / mean / Math.sqrt(parts - 1)),
    carroll_d2: entropy / Math.log2(parts),
    rosengren_s: roots ** 2 / f,
    kld: Math.max(0, kld),
  };
}
