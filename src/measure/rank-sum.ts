import { normalTwoSided } from './normal.ts';

/** The rank sum test of two samples, for which frequencies in documents are the usual ones. */
export interface RankSum {
  /** Sum of the ranks of the first sample among all, equal values with the mean of their ranks. Wilcoxon 1945 */
  readonly w: number;
  /** U of the first sample: pairs in which it is greater, and half of those that are equal. Mann & Whitney 1947 */
  readonly u: number;
  /** U by all pairs: 0.5 alike, 1 where each of the first is greater than each of the second. */
  readonly effect: number;
  /** On both sides, by the normal approximation with correction for ties and continuity. */
  readonly p: number;
}

/** Kilgarriff 2001 for words. All NaN where a sample is empty. */
export function rankSum(first: ArrayLike<number>, second: ArrayLike<number>): RankSum {
  const m = first.length;
  const n = second.length;
  if (m === 0 || n === 0) return { w: Number.NaN, u: Number.NaN, effect: Number.NaN, p: Number.NaN };
  const all = Float64Array.from([...Array.from(first), ...Array.from(second)]).sort();
  const mean = new Map<number, number>();
  let ties = 0;
  for (let i = 0; i < all.length; ) {
    let end = i;
    while (end < all.length && all[end] === all[i]) end++;
    mean.set(all[i]!, (i + 1 + end) / 2);
    ties += (end - i) ** 3 - (end - i);
    i = end;
  }
  let w = 0;
  for (let i = 0; i < m; i++) w += mean.get(first[i]!)!;
  const u = w - (m * (m + 1)) / 2;
  const count = m + n;
  const variance = ((m * n) / 12) * (count + 1 - ties / (count * (count - 1)));
  const distance = Math.max(0, Math.abs(u - (m * n) / 2) - 0.5);
  return { w, u, effect: u / (m * n), p: variance > 0 ? normalTwoSided(distance / Math.sqrt(variance)) : 1 };
}
