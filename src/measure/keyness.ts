import { chiSquaredTail } from './chi-squared.ts';
import { tableOf } from './contingency.ts';
import { betaQuantile } from './incomplete-beta.ts';
import { deviance, logLikelihoodRatio } from './log-likelihood.ts';
import { normalBound } from './normal.ts';

/** A word in two corpora: `f1` of `n1` tokens of the target, `f2` of `n2` tokens of the reference. */
export interface KeynessCounts {
  readonly f1: number;
  readonly n1: number;
  readonly f2: number;
  readonly n2: number;
}

/** What some measures of keyness need beside the counts. */
export interface KeynessOptions {
  /** Number of words that are compared: confidence bounds are corrected for so many (Bonferroni). 1 if left out. */
  readonly comparisons?: number;
  /** What simple maths adds to both frequencies per million: small for rare words, large for common ones. 1 if left out. */
  readonly lambda?: number;
  /** Of the bounds; 0.95 if left out. */
  readonly confidence?: number;
}

/**
 * How much more a word belongs to the target than to the reference. What is a square or a likelihood has the sign of
 * r1 − r2, the difference of the relative frequencies. A measure that is not defined is NaN.
 */
export interface Keyness {
  readonly per_million_1: number;
  readonly per_million_2: number;
  /** The smaller count of the word that is expected of the two corpora if they were alike. */
  readonly expected_min: number;
  /** Log-likelihood ratio over the four cells. Dunning 1993 */
  readonly g2: number;
  readonly g2_p: number;
  /** Over the two cells of the word, which is what UCREL's calculator gives. Rayson & Garside 2000 */
  readonly g2_two_cell: number;
  readonly g2_two_cell_p: number;
  readonly chi2: number;
  readonly chi2_p: number;
  /** Yates 1934; as Hofland & Johansson 1982 use it */
  readonly chi2_yates: number;
  /** log2(r1/r2), a count of 0 taken for ½. Hardie 2014 */
  readonly log_ratio: number;
  /** With ½ added to both counts (Walter 1975): never infinite, and less wild for rare words. */
  readonly log_ratio_walter: number;
  /** Exact confidence bounds of log2(r1/r2) given f1 + f2, infinite where a count is 0. Evert 2022, after Clopper & Pearson 1934 */
  readonly log_ratio_low: number;
  readonly log_ratio_high: number;
  /** The bound nearer to 0, and 0 where 0 lies between them: how strong the difference is at least. Evert 2022 */
  readonly lrc: number;
  /** The lower bound of a one-sided test. Evert 2022 */
  readonly lrc_positive: number;
  /** `lrc` by the normal approximation (Hardie 2014; as the conservative log ratio of CQPweb). */
  readonly lrc_normal: number;
  /** 100·(r1 − r2)/r2, infinite where the reference lacks the word. Gabrielatos & Marchi 2011 */
  readonly percent_diff: number;
  readonly odds_ratio: number;
  readonly relative_risk: number;
  /** (r1 − r2)/(r1 + r2), −1 to 1. */
  readonly difference_coefficient: number;
  /** (fpm1 + λ)/(fpm2 + λ). Kilgarriff 2009 */
  readonly simple_maths: number;
  /** |G²| of two cells less ln N: above 2 positive, above 6 strong, above 10 very strong evidence. Wilson 2013 */
  readonly bic: number;
  /** |G²| of two cells by N·ln(expected_min): an effect size, 0 to 1. Johnston, Berry & Mielke 2006 */
  readonly ell: number;
  /** 1 where all four expected counts reach 5 (Cochran 1954), below which χ² and G² are no guide; else 0. */
  readonly cochran: number;
  /** 1 where expected counts and |G²| satisfy Rayson, Berridge & Francis 2004: of 1 or more with G² of 15.13 or more; else 0. */
  readonly cochran_extended: number;
}

// At 0.01 %; down to expected counts of 1 the test then errs no more often than it says (Rayson, Berridge & Francis 2004).
const extendedCritical = 15.13;

/** All measures of keyness of one word. Throws a RangeError unless 0 ≤ f ≤ n and 0 < n in both, and the options make sense. */
export function keyness(counts: KeynessCounts, options: KeynessOptions = {}): Keyness {
  const { f1, n1, f2, n2 } = counts;
  const { comparisons = 1, lambda = 1, confidence = 0.95 } = options;
  if (!(f1 >= 0 && f1 <= n1 && n1 > 0 && f2 >= 0 && f2 <= n2 && n2 > 0)) {
    throw new RangeError(`expected 0 <= f <= n and 0 < n, found f1 ${f1} of n1 ${n1}, f2 ${f2} of n2 ${n2}`);
  }
  if (!(comparisons >= 1 && confidence > 0 && confidence < 1 && lambda >= 0)) {
    const found = `comparisons ${comparisons}, confidence ${confidence}, lambda ${lambda}`;
    throw new RangeError(
      `expected 1 comparison or more, a confidence between 0 and 1 and a lambda of 0 or more, found ${found}`,
    );
  }
  return keynessMeasures(counts, options);
}

/**
 * As `keyness`, of any counts: a term may stand several times in one word, so that there are fewer words than occurrences.
 * Measures that are not defined then are NaN.
 */
export function keynessMeasures({ f1, n1, f2, n2 }: KeynessCounts, options: KeynessOptions = {}): Keyness {
  const { comparisons = 1, lambda = 1, confidence = 0.95 } = options;
  const alpha = (1 - confidence) / comparisons;
  const table = tableOf({ o11: f1, o12: n1 - f1, o21: f2, o22: n2 - f2 });
  const n = n1 + n2;
  const e1 = (n1 * (f1 + f2)) / n;
  const e2 = (n2 * (f1 + f2)) / n;
  const r1 = f1 / n1;
  const r2 = f2 / n2;
  // f1 − E1 = (f1·n2 − f2·n1)/N, whose sign is that of r1 − r2
  const difference = (f1 * n2 - f2 * n1) / n;
  const sign = Math.sign(difference);
  const g2 = logLikelihoodRatio(table);
  const twoCells = 2 * (deviance(e1, difference) + deviance(e2, -difference));
  const others = Math.min((n1 * table.c2) / n, (n2 * table.c2) / n);
  const expected_min = Math.min(e1, e2);
  const chi2 = pearson(difference, table, 0);
  const log_ratio = Math.log2((f1 || 0.5) / n1 / ((f2 || 0.5) / n2));
  const [low, high] = ratioBounds({ f1, n1, f2, n2 }, alpha / 2);
  const error = Math.sqrt(1 / (f1 || 0.5) - 1 / n1 + 1 / (f2 || 0.5) - 1 / n2) / Math.LN2;
  const margin = normalBound(alpha) * error;
  return {
    per_million_1: 1e6 * r1,
    per_million_2: 1e6 * r2,
    expected_min,
    g2,
    g2_p: chiSquaredTail(Math.abs(g2)),
    g2_two_cell: sign * twoCells,
    g2_two_cell_p: chiSquaredTail(twoCells),
    chi2: sign * chi2,
    chi2_p: chiSquaredTail(chi2),
    chi2_yates: sign * pearson(difference, table, 0.5),
    log_ratio,
    log_ratio_walter: Math.log2((f1 + 0.5) / (n1 + 0.5)) - Math.log2((f2 + 0.5) / (n2 + 0.5)),
    log_ratio_low: low,
    log_ratio_high: high,
    lrc: nearerToZero(low, high),
    lrc_positive: ratioBounds({ f1, n1, f2, n2 }, alpha)[0],
    lrc_normal: nearerToZero(log_ratio - margin, log_ratio + margin),
    percent_diff: (100 * (r1 - r2)) / r2,
    odds_ratio: (f1 * (n2 - f2)) / (f2 * (n1 - f1)),
    relative_risk: r1 / r2,
    difference_coefficient: (r1 - r2) / (r1 + r2),
    simple_maths: (1e6 * r1 + lambda) / (1e6 * r2 + lambda),
    bic: twoCells - Math.log(n),
    ell: twoCells / (n * Math.log(expected_min)),
    cochran: Number(Math.min(expected_min, others) >= 5),
    cochran_extended: Number(Math.min(expected_min, others) >= 1 && Math.abs(g2) >= extendedCritical),
  };
}

/** Σ (|O − E| − `correction`)²/E over the four cells, which all differ from what is expected by as much. */
function pearson(difference: number, { r1, r2, c1, c2, n }: ReturnType<typeof tableOf>, correction: number): number {
  const distance = Math.abs(difference) - correction;
  return distance ** 2 * n * (1 / r1 / c1 + 1 / r1 / c2 + 1 / r2 / c1 + 1 / r2 / c2);
}

/**
 * Bounds of log2(r1/r2), each passed with probability `alpha`: given f1 + f2 occurrences, those in the target are binomial,
 * and the bounds of their share (Clopper & Pearson 1934) are bounds of the ratio of the two Poisson rates.
 */
function ratioBounds({ f1, n1, f2, n2 }: KeynessCounts, alpha: number): [low: number, high: number] {
  const low = f1 === 0 ? 0 : betaQuantile(alpha, f1, f2 + 1);
  // The upper bound of a share is the lower bound of the rest, which keeps its digits where the share is close to 1.
  const rest = f2 === 0 ? 0 : betaQuantile(alpha, f2, f1 + 1);
  const sizes = n2 / n1;
  return [Math.log2((low / (1 - low)) * sizes), Math.log2(((1 - rest) / rest) * sizes)];
}

function nearerToZero(low: number, high: number): number {
  if (low > 0) return low;
  return high < 0 ? high : 0;
}
