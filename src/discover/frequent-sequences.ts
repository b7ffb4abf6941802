/** Sequences of one length that occur often enough; sequence `s` is at the positions where `at` is `s`. */
export interface SequenceLevel {
  readonly length: number;
  /** An element a position: the sequence that begins there, or -1. */
  readonly at: Int32Array;
  readonly frequency: Uint32Array;
  /** A position where each sequence stands. */
  readonly first: Uint32Array;
}

/**
 * All sequences of 1 to `longest` units with at least `least` occurrences, exactly counted. Unit 0 is a barrier that no
 * sequence crosses. A longer sequence cannot be more frequent than its parts (Agrawal & Srikant 1994), so that each length
 * needs one sorted column of keys: memory is a few columns of the length of the text, whatever the text.
 */
export function frequentSequences(units: Uint32Array, least: number, longest: number): SequenceLevel[] {
  const size = units.length;
  let most = 0;
  for (let p = 0; p < size; p++) if (units[p]! > most) most = units[p]!;
  const width = most + 1;
  const levels: SequenceLevel[] = [];
  const keys = new Float64Array(size);
  const keyAt = new Float64Array(size);
  for (let length = 1; length <= longest; length++) {
    const before = levels.at(-1)?.at;
    let count = 0;
    for (let p = 0; p < size; p++) {
      const end = p + length - 1;
      let key = -1;
      if (before === undefined) key = units[p] === 0 ? -1 : units[p]!;
      else if (end < size && before[p]! >= 0 && before[p + 1]! >= 0) key = before[p]! * width + units[end]!;
      keyAt[p] = key;
      if (key >= 0) keys[count++] = key;
    }
    const sorted = keys.subarray(0, count).sort();
    const kept: number[] = [];
    const frequency: number[] = [];
    for (let i = 0, j = 0; i < count; i = j) {
      while (j < count && sorted[j] === sorted[i]) j++;
      if (j - i < least) continue;
      kept.push(sorted[i]!);
      frequency.push(j - i);
    }
    if (kept.length === 0) break;
    const at = new Int32Array(size).fill(-1);
    const first = new Uint32Array(kept.length).fill(0xffffffff);
    const known = Float64Array.from(kept);
    for (let p = 0; p < size; p++) {
      if (keyAt[p]! < 0) continue;
      const found = indexOf(known, keyAt[p]!);
      at[p] = found;
      if (found >= 0 && first[found] === 0xffffffff) first[found] = p;
    }
    levels.push({ length, at, frequency: Uint32Array.from(frequency), first });
  }
  return levels;
}

function indexOf(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle]!;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
