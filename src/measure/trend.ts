import { betaQuantile } from './incomplete-beta.ts';
import { takeMedian } from './median.ts';
import { normalTwoSided } from './normal.ts';

/** Whether a series of numbers rises or falls from one time to the next. */
export interface Trend {
  /** Pairs of times that rise less pairs that fall. Mann 1945 */
  readonly s: number;
  /** Kendall's τ_b of the series with time, −1 to 1. */
  readonly tau: number;
  /** Of Mann–Kendall, on both sides: exact without ties for up to 60 times, else normal with correction for ties and continuity. */
  readonly p: number;
  /** The median of the slopes of all pairs, by unit of time. Theil 1950, Sen 1968 */
  readonly slope: number;
  /** The median of y − slope·time. */
  readonly intercept: number;
  /** Index of the first time after the change that is clearest by Pettitt 1979, its K, and its p (approximate, at most 1). */
  readonly change: number;
  readonly change_k: number;
  readonly change_p: number;
}

// Beyond, the normal approximation is good to four digits and the counts of permutations pass what numbers hold exactly.
const mostExact = 60;

/** The trend of `values` at `times` (0, 1, 2 … if left out, rising). All NaN for fewer than three. */
export function trend(values: ArrayLike<number>, times: ArrayLike<number> = Array.from(values, (_, i) => i)): Trend {
  const n = values.length;
  if (n < 3) {
    const none = Number.NaN;
    return { s: none, tau: none, p: none, slope: none, intercept: none, change: none, change_k: none, change_p: none };
  }
  let s = 0;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let pair = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      s += Math.sign(values[j]! - values[i]!);
      slopes[pair++] = (values[j]! - values[i]!) / (times[j]! - times[i]!);
    }
  }
  const ties = tieSizes(values);
  const pairs = (n * (n - 1)) / 2;
  const untied = pairs - ties.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0);
  const slope = takeMedian(slopes);
  return {
    s,
    tau: s / Math.sqrt(pairs * untied),
    p: ties.length === 0 && n <= mostExact ? exact(Math.abs(s), n) : approximate(s, n, ties),
    slope,
    intercept: takeMedian(Float64Array.from(values, (value, i) => value - slope * times[i]!)),
    ...pettitt(values),
  };
}

/** Confidence bounds of a share of `count` in `size`. Clopper & Pearson 1934 */
export function shareBounds(count: number, size: number, confidence = 0.95): [low: number, high: number] {
  const alpha = (1 - confidence) / 2;
  const low = count === 0 ? 0 : betaQuantile(alpha, count, size - count + 1);
  const rest = count === size ? 0 : betaQuantile(alpha, size - count, count + 1);
  return [low, 1 - rest];
}

/** P(|S| ≥ s) over all orders of n different values. Kendall 1975: the number of orders by inversions. */
function exact(s: number, n: number): number {
  const pairs = (n * (n - 1)) / 2;
  // probability[k] that k pairs are out of order
  let probability = Float64Array.of(1);
  for (let m = 2; m <= n; m++) {
    const next = new Float64Array((m * (m - 1)) / 2 + 1);
    for (let k = 0; k < next.length; k++) {
      for (let j = Math.max(0, k - probability.length + 1); j < m && j <= k; j++) next[k]! += probability[k - j]! / m;
    }
    probability = next;
  }
  let p = 0;
  for (let k = 0; k <= pairs; k++) if (Math.abs(pairs - 2 * k) >= s) p += probability[k]!;
  return Math.min(1, p);
}

/** Kendall 1975: variance (n(n−1)(2n+5) − Σt(t−1)(2t+5))/18, S one nearer to 0. */
function approximate(s: number, n: number, ties: readonly number[]): number {
  const term = (t: number) => t * (t - 1) * (2 * t + 5);
  const variance = (term(n) - ties.reduce((sum, t) => sum + term(t), 0)) / 18;
  if (variance === 0) return 1;
  return normalTwoSided(Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance));
}

/** Sizes of the groups of equal values. */
function tieSizes(values: ArrayLike<number>): number[] {
  const sizes = new Map<number, number>();
  for (let i = 0; i < values.length; i++) sizes.set(values[i]!, (sizes.get(values[i]!) ?? 0) + 1);
  return [...sizes.values()].filter((size) => size > 1);
}

/** Pettitt 1979: K = max |Σ_{i ≤ t} Σ_{j > t} sgn(x_i − x_j)|, p ≈ 2·exp(−6K²/(n³ + n²)). */
function pettitt(values: ArrayLike<number>): Pick<Trend, 'change' | 'change_k' | 'change_p'> {
  const n = values.length;
  let u = 0;
  let change = 0;
  let change_k = -1;
  for (let t = 0; t < n - 1; t++) {
    for (let j = 0; j < n; j++) u += Math.sign(values[t]! - values[j]!);
    if (Math.abs(u) > change_k) {
      change_k = Math.abs(u);
      change = t + 1;
    }
  }
  return { change, change_k, change_p: Math.min(1, 2 * Math.exp((-6 * change_k ** 2) / (n ** 3 + n ** 2))) };
}
