/** A possible pair of the unit `a` of one version and the unit `b` of the other. */
export interface WeightedPair {
  readonly a: number;
  readonly b: number;
  /** Above 0. */
  readonly weight: number;
}

/**
 * The pairs, rising in both versions, whose weights have the largest sum: the longest increasing subsequence with weights
 * (Fredman 1975), over a Fenwick tree of maxima, in n log n.
 */
export function heaviestChain(pairs: readonly WeightedPair[]): WeightedPair[] {
  // Of one `a` the later `b` first, so that none of them comes after another of the same `a`.
  const sorted = [...pairs].sort((x, y) => x.a - y.a || y.b - x.b);
  const size = sorted.reduce((most, { b }) => Math.max(most, b + 1), 0);
  const best = new Int32Array(size + 1).fill(-1);
  const total = new Float64Array(sorted.length);
  const before = new Int32Array(sorted.length).fill(-1);
  let last = -1;
  sorted.forEach(({ b, weight }, i) => {
    let previous = -1;
    for (let at = b; at > 0; at -= at & -at) {
      const found = best[at]!;
      if (found >= 0 && (previous < 0 || total[found]! > total[previous]!)) previous = found;
    }
    before[i] = previous;
    total[i] = weight + (previous < 0 ? 0 : total[previous]!);
    for (let at = b + 1; at <= size; at += at & -at) {
      const there = best[at]!;
      if (there < 0 || total[i]! > total[there]!) best[at] = i;
    }
    if (last < 0 || total[i]! > total[last]!) last = i;
  });
  const chain: WeightedPair[] = [];
  for (let i = last; i >= 0; i = before[i]!) chain.push(sorted[i]!);
  return chain.reverse();
}
