/**
 * Benjamini & Hochberg 1995: q-values in the order of `p`, q_(i) = min over j ≥ i of m·p_(j)/j, at most 1. Equal p-values
 * get equal q-values. `p` are probabilities, none of them NaN; `tests[i]` is how many tests gave p[i], 1 where left out.
 */
export function benjaminiHochberg(p: ArrayLike<number>, tests?: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(p).sort();
  const place = Uint32Array.from(p, (value) => indexOf(sorted, value));
  // The tests of a run of equal p-values, at the first of them: the least q of the run is that of its end.
  const run = new Float64Array(sorted.length);
  let m = 0;
  for (let i = 0; i < place.length; i++) {
    const n = tests?.[i] ?? 1;
    run[place[i]!]! += n;
    m += n;
  }
  const q = new Float64Array(sorted.length);
  let least = 1;
  let j = m;
  for (let i = sorted.length - 1; i >= 0; i--) {
    if (run[i] === 0) continue;
    least = Math.min(least, (m * sorted[i]!) / j);
    q[i] = least;
    j -= run[i]!;
  }
  return Float64Array.from(place, (i) => q[i]!);
}

/** Index of the first element that is at least `value`. */
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
