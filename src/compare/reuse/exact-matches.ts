/** A stretch that two sequences share unit by unit, and that cannot be made longer. */
export interface ExactMatch {
  readonly startA: number;
  readonly startB: number;
  readonly length: number;
}

/** A place in each of two sequences where the same shingle begins. */
export interface Seed {
  readonly a: number;
  readonly b: number;
}

/** The longest exact matches around the seeds, each once, sorted by place in `a`, then in `b`. */
export function exactMatches(a: Uint16Array, b: Uint16Array, seeds: readonly Seed[], shortest: number): ExactMatch[] {
  const found: ExactMatch[] = [];
  /** By how far `b` is ahead of `a`: where the last match ends in `a`. */
  const ends = new Map<number, number>();
  const inOrder = [...seeds].sort((x, y) => x.a - y.a || x.b - y.b);
  for (const seed of inOrder) {
    const ahead = seed.b - seed.a;
    if (seed.a < (ends.get(ahead) ?? 0)) continue;
    let start = seed.a;
    while (start > 0 && start + ahead > 0 && a[start - 1] === b[start + ahead - 1]) start--;
    let end = seed.a;
    while (end < a.length && end + ahead < b.length && a[end] === b[end + ahead]) end++;
    ends.set(ahead, Math.max(end, seed.a + 1));
    // A match never parts the two halves of a character outside the basic plane.
    if (isLow(a[start])) start++;
    if (isHigh(a[end - 1])) end--;
    if (end - start >= shortest) found.push({ startA: start, startB: start + ahead, length: end - start });
  }
  return found.sort((x, y) => x.startA - y.startA || x.startB - y.startB);
}

function isHigh(unit: number | undefined): boolean {
  return unit !== undefined && (unit & 0xfc00) === 0xd800;
}

function isLow(unit: number | undefined): boolean {
  return unit !== undefined && (unit & 0xfc00) === 0xdc00;
}
