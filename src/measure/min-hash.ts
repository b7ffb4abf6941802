/** The least value of each hash function over a set: equal in as large a share of places as two sets' Jaccard. Broder 1997 */
export function minHash(set: Iterable<number>, hashes: readonly ((item: number) => number)[]): number[] {
  const least = hashes.map(() => Number.POSITIVE_INFINITY);
  for (const item of set) {
    for (let i = 0; i < hashes.length; i++) least[i] = Math.min(least[i]!, hashes[i]!(item));
  }
  return least;
}

/** The similarity that pairs about half the time, of signatures of `hashes` values in `bands` bands: (1/b)^(b/h). */
export function lshThreshold(hashes: number, bands: number): number {
  return (1 / bands) ** (bands / hashes);
}

/** Probability that two sets of Jaccard similarity s share a band: 1 − (1 − s^(h/b))^b. Leskovec et al. 2020, 3.4.2 */
export function lshProbability(hashes: number, bands: number, similarity: number): number {
  return 1 - (1 - similarity ** (hashes / bands)) ** bands;
}
