/** Marks a free slot; so the greatest id is one less. */
const none = 0xffffffff;

/**
 * Counts of unordered pairs of ids below 2^32 − 1, by open addressing: 16 bytes a slot (24 with `reached`), half of the
 * slots or more free. Plain data, for any thread.
 */
export interface PairTable {
  size: number;
  /** The lower and the higher id of each slot. */
  keys: Uint32Array;
  /** Whole numbers, exact to 2^53. */
  counts: Float64Array;
  /** For windows: place up to which each pair has been counted. Without elements where it is not needed. */
  reached: Float64Array;
}

export function pairTable(withReached = false): PairTable {
  const slots = 64;
  return {
    size: 0,
    keys: new Uint32Array(2 * slots).fill(none),
    counts: new Float64Array(slots),
    reached: new Float64Array(withReached ? slots : 0),
  };
}

/** The slot of a pair, new (with count 0) or known. Valid until the next new pair. */
export function slotOf(table: PairTable, one: number, other: number): number {
  const low = one < other ? one : other;
  const high = one < other ? other : one;
  if (2 * table.size >= table.counts.length) grow(table);
  const { keys } = table;
  const slot = find(keys, low, high);
  if (keys[2 * slot] === none) {
    keys[2 * slot] = low;
    keys[2 * slot + 1] = high;
    table.size++;
  }
  return slot;
}

export function addPair(table: PairTable, one: number, other: number, count: number): void {
  const slot = slotOf(table, one, other);
  table.counts[slot]! += count;
}

/** Adds the counts of `other`. What it had reached is of no use here: its places are others. */
export function mergePairs(table: PairTable, other: PairTable): void {
  for (let slot = 0; slot < other.counts.length; slot++) {
    if (other.keys[2 * slot] === none) continue;
    addPair(table, other.keys[2 * slot]!, other.keys[2 * slot + 1]!, other.counts[slot]!);
  }
}

/** Visits every pair of at least `least`, in no meaningful order. */
export function eachPair(
  table: PairTable,
  least: number,
  visit: (low: number, high: number, count: number) => void,
): void {
  const { keys, counts } = table;
  for (let slot = 0; slot < counts.length; slot++) {
    if (keys[2 * slot] !== none && counts[slot]! >= least) visit(keys[2 * slot]!, keys[2 * slot + 1]!, counts[slot]!);
  }
}

/** The slot that holds the pair, or the free one where it belongs. */
function find(keys: Uint32Array, low: number, high: number): number {
  const mask = keys.length / 2 - 1;
  // Two odd multipliers (the golden ratio's and one of MurmurHash3's) spread ids that lie side by side.
  let hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  hash ^= hash >>> 15;
  let slot = hash & mask;
  while (keys[2 * slot] !== none && (keys[2 * slot] !== low || keys[2 * slot + 1] !== high)) slot = (slot + 1) & mask;
  return slot;
}

function grow(table: PairTable): void {
  const { keys, counts, reached } = table;
  const slots = 2 * counts.length;
  table.keys = new Uint32Array(2 * slots).fill(none);
  table.counts = new Float64Array(slots);
  table.reached = new Float64Array(reached.length === 0 ? 0 : slots);
  for (let old = 0; old < counts.length; old++) {
    if (keys[2 * old] === none) continue;
    const slot = find(table.keys, keys[2 * old]!, keys[2 * old + 1]!);
    table.keys[2 * slot] = keys[2 * old]!;
    table.keys[2 * slot + 1] = keys[2 * old + 1]!;
    table.counts[slot] = counts[old]!;
    if (reached.length > 0) table.reached[slot] = reached[old]!;
  }
}
