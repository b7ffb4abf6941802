/** Items of both by items of either, each item once; NaN for two empty ones. Jaccard 1901 */
export function jaccardSimilarity<Item>(a: Iterable<Item>, b: Iterable<Item>): number {
  const left = new Set(a);
  const right = new Set(b);
  let both = 0;
  for (const item of left) if (right.has(item)) both++;
  return both / (left.size + right.size - both);
}

/** Items of both, as often as in both, by all items of the two: at most ½. Leskovec et al. 2020, 3.1.4 */
export function bagSimilarity<Item>(a: Iterable<Item>, b: Iterable<Item>): number {
  const left = new Map<Item, number>();
  let all = 0;
  let both = 0;
  for (const item of a) {
    left.set(item, (left.get(item) ?? 0) + 1);
    all++;
  }
  for (const item of b) {
    const rest = left.get(item) ?? 0;
    if (rest > 0) {
      both++;
      left.set(item, rest - 1);
    }
    all++;
  }
  return both / all;
}
