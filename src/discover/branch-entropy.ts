import type { SequenceLevel } from './frequent-sequences.ts';

/** What stands beside each sequence of a level. */
export interface Branches {
  /** Entropy in bits of the unit before and after each sequence. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** Occurrences with a barrier on both sides: the whole of a quotation, an item of a list. */
  readonly alone: Uint32Array;
}

/** Where wanted, takes each unit (not 0) beside a sequence with the number of times that it stands there. */
export type TakeNeighbour = (sequence: number, unit: number, count: number) => void;

/** Branch entropy (Huang & Powers 2003). A barrier is another neighbour each time: after a mark anything may have come. */
export function branches(units: Uint32Array, level: SequenceLevel, wanted: Uint8Array, take?: TakeNeighbour): Branches {
  const { at, length, frequency } = level;
  const alone = new Uint32Array(frequency.length);
  let width = 1;
  let total = 0;
  for (let p = 0; p < units.length; p++) {
    if (units[p]! >= width) width = units[p]! + 1;
    const s = at[p]!;
    if (s < 0 || wanted[s] === 0) continue;
    total++;
    if ((units[p - 1] ?? 0) === 0 && (units[p + length] ?? 0) === 0) alone[s]!++;
  }
  const keys = new Float64Array(total);
  const side = (offset: number): Float64Array => {
    let count = 0;
    for (let p = 0; p < units.length; p++) {
      const s = at[p]!;
      if (s >= 0 && wanted[s] === 1) keys[count++] = s * width + (units[p + offset] ?? 0);
    }
    keys.sort();
    // Σ n·log2 n of the neighbours; a barrier adds 1·log2 1 = 0 for each of its occurrences.
    const sums = new Float64Array(frequency.length);
    for (let i = 0, j = 0; i < total; i = j) {
      while (j < total && keys[j] === keys[i]) j++;
      const s = Math.floor(keys[i]! / width);
      const unit = keys[i]! - s * width;
      if (unit === 0) continue;
      sums[s]! += (j - i) * Math.log2(j - i);
      take?.(s, unit, j - i);
    }
    return sums.map((sum, s) => (wanted[s] === 1 ? Math.log2(frequency[s]!) - sum / frequency[s]! : 0));
  };
  return { left: side(-1), right: side(length), alone };
}

/**
 * Cohesion of each sequence in bits: the least pointwise mutual information of its two parts over all places where it can
 * be split (Church & Hanks 1990; the least over splits as new-word finders use it). Infinite for single units.
 */
export function cohesion(levels: readonly SequenceLevel[], length: number, units: number): Float64Array {
  const level = levels[length - 1]!;
  return Float64Array.from(level.frequency, (frequency, s) => {
    const p = level.first[s]!;
    let least = Number.POSITIVE_INFINITY;
    for (let cut = 1; cut < length; cut++) {
      const left = levels[cut - 1]!;
      const right = levels[length - cut - 1]!;
      const parts = left.frequency[left.at[p]!]! * right.frequency[right.at[p + cut]!]!;
      least = Math.min(least, Math.log2((frequency * units) / parts));
    }
    return least;
  });
}
