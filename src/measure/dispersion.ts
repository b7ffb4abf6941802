import { type CorpusSize, corpusSize, deviationOfProportions, partDeviation } from './deviation-of-proportions.ts';
import { evenness } from './evenness.ts';
import { type Distances, distances } from './word-distances.ts';

/** Where a word occurs. */
export interface Occurrences {
  /** Occurrences in each part, and the tokens of each. */
  readonly counts: ArrayLike<number>;
  readonly sizes: ArrayLike<number>;
  /** Places of all occurrences among the tokens of the corpus, from 0, rising; for the measures by distance. */
  readonly positions?: ArrayLike<number>;
  /** Tokens of the corpus, for the same; the sum of the sizes if left out. */
  readonly length?: number;
}

/**
 * How evenly a word is spread over the parts of a corpus, and its frequency made less where it is not. Shares of parts of
 * unequal size are by the relative frequency in each, so that a long part with its due is even. A measure that is not
 * defined is NaN.
 */
export interface Dispersion extends Distances {
  /** Number of parts in which it occurs. */
  readonly range: number;
  /** log2 of parts by range. */
  readonly idf: number;
  /** Standard deviation of the counts over all parts (by n), and by their mean. */
  readonly sd: number;
  readonly vc: number;
  /** Σ (v − e)²/e with e as the sizes have it. */
  readonly chi2: number;
  /** 0 in one part only, 1 even. Juilland & Chang-Rodríguez 1964 */
  readonly juilland_d: number;
  /** Entropy of the shares by its greatest value. Carroll 1970 */
  readonly carroll_d2: number;
  /** (Σ√(w·v))²/f; least the share of the part, 1 even. Rosengren 1971 */
  readonly rosengren_s: number;
  /** 1 − χ²/(4·f). Lyne 1985 */
  readonly lyne_d3: number;
  /** Deviation of proportions: 0 as even as the parts allow, towards 1 all in one small part. Gries 2008 */
  readonly dp: number;
  /** DP by its greatest value, 0 to 1. Lijffijt & Gries 2012 */
  readonly dp_norm: number;
  /** DP by 1 less the smallest part in which the word occurs. Egbert, Burch & Biber 2020 */
  readonly dp_norm_egbert: number;
  /** Kullback–Leibler divergence in bits of the word's shares from those of the parts; 0 even. Gries 2020 */
  readonly kld: number;
  /** 1 − 2^−KLD, 0 to 1. */
  readonly kld_norm: number;
  /** 0 in one part only, 1 even. Burch, Egbert & Biber 2017 */
  readonly d_a: number;
  /** Adjusted frequencies: f·D, Carroll's Um, f·S (Rosengren's KF), f·range/n (Engwall's FM). */
  readonly juilland_u: number;
  readonly carroll_um: number;
  readonly rosengren_kf: number;
  readonly engwall_fm: number;
}

/**
 * Dispersion of a word with `counts[i]` occurrences in part i of `sizes[i]` tokens. Where `corpus` is given, parts in which
 * the word does not occur may be left out. All NaN but for the range over fewer than two parts, or for a word that does not occur.
 * Throws a RangeError where counts and sizes are not as many, or one is below 0, or a position is outside the corpus.
 */
export function dispersion(occurrences: Occurrences, corpus: CorpusSize = corpusSize(occurrences.sizes)): Dispersion {
  const { positions, length = corpus.total } = occurrences;
  check(occurrences, length);
  const { counts, sizes } = inOrder(occurrences);
  const { parts: n, total } = corpus;
  const rates: number[] = [];
  let range = 0;
  let f = 0;
  let squares = 0;
  let listed = 0;
  let deviation = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!;
    f += count;
    squares += count * count;
    listed += sizes[i]!;
    if (count === 0) continue;
    range++;
    smallest = Math.min(smallest, sizes[i]!);
    rates.push(count / sizes[i]!);
  }
  const isDefined = f > 0 && n > 1;
  let chi2 = 0;
  for (let i = 0; i < counts.length; i++) {
    const v = counts[i]!;
    const size = sizes[i]!;
    deviation += partDeviation(v, size, f, corpus);
    if (v > 0) chi2 += (v * v) / size;
  }
  // Σ(v − e)²/e = Σv²/e − f, in which parts without the word are nothing.
  chi2 = Math.max(0, (chi2 * total) / f - f);
  const sd = Math.sqrt(Math.max(0, squares / n - (f / n) ** 2));
  const { juilland_d: d, carroll_d2: d2, rosengren_s: s, kld } = evenness(counts, sizes, corpus);
  const { dp, dp_norm } = deviationOfProportions(deviation, listed, f, corpus);
  const if2 = (value: number) => (isDefined ? value : Number.NaN);
  return {
    range,
    idf: if2(Math.log2(n / range)),
    sd: if2(sd),
    vc: if2(sd / (f / n)),
    chi2: if2(chi2),
    juilland_d: d,
    carroll_d2: d2,
    rosengren_s: s,
    lyne_d3: if2(1 - chi2 / (4 * f)),
    dp,
    dp_norm,
    dp_norm_egbert: if2(dp / (1 - smallest / total)),
    kld,
    kld_norm: 1 - 2 ** -kld,
    d_a: if2(meanAbsoluteDifference(rates, n)),
    juilland_u: f * d,
    carroll_um: f * d2 + ((1 - d2) * f) / n,
    rosengren_kf: f * s,
    engwall_fm: if2((f * range) / n),
    ...distances(positions, f > 0 ? length : 0),
  };
}

function check({ counts, sizes, positions }: Occurrences, length: number): void {
  if (counts.length !== sizes.length) {
    throw new RangeError(`expected a size for each part, found ${counts.length} counts and ${sizes.length} sizes`);
  }
  for (let i = 0; i < counts.length; i++) {
    if (counts[i]! >= 0 && sizes[i]! >= 0) continue;
    throw new RangeError(`expected counts and sizes of 0 or more, found ${counts[i]} of ${sizes[i]} in part ${i}`);
  }
  if (positions === undefined || positions.length === 0) return;
  const [first, last] = [positions[0]!, positions[positions.length - 1]!];
  if (first >= 0 && first <= last && last < length) return;
  throw new RangeError(`expected rising positions from 0 to below ${length}, found ${first} to ${last}`);
}

/** The parts by count and size, so that sums are the same to the last bit whatever their order. */
function inOrder({ counts, sizes }: Occurrences): Pick<Occurrences, 'counts' | 'sizes'> {
  const order = Array.from(counts, (_, i) => i).sort((a, b) => counts[a]! - counts[b]! || sizes[a]! - sizes[b]!);
  return { counts: order.map((i) => counts[i]!), sizes: order.map((i) => sizes[i]!) };
}

/** 2·(Σ i·r_(i) − 1)/(n − 1) over the shares r of all rates, the greatest first; parts without the word add nothing. */
function meanAbsoluteDifference(rates: readonly number[], n: number): number {
  const sorted = Float64Array.from(rates).sort().reverse();
  const all = sorted.reduce((sum, rate) => sum + rate, 0);
  const ranked = sorted.reduce((sum, rate, i) => sum + ((i + 1) * rate) / all, 0);
  return (2 * (ranked - 1)) / (n - 1);
}
