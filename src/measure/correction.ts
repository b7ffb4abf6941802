/**
 * Benjamini & Hochberg 1995: q-values in the order of `p`, q_(i) = min over j ≥ i of m·p_(j)/j, at most 1. Equal p-values
 * get equal q-values. `p` are probabilities, none of them NaN.
 */
export function benjaminiHochberg(p: ArrayLike<number>): Float64Array {
  const m = p.length;
  const sorted = Float64Array.from(p).sort();
  const q = new Float64Array(m);
  let least = 1;
  for (let j = m; j > 0; j--) {
    least = Math.min(least, (m * sorted[j - 1]!) / j);
    q[j - 1] = least;
  }
  const inOrder = new Float64Array(m);
  for (let i = 0; i < m; i++) inOrder[i] = q[indexOf(sorted, p[i]!)]!;
  return inOrder;
}

/** Index of the first element that is at least `value`. The least q over a run of equal p-values is that of its end. */
function indexOf(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
