/** Marks a free slot; so the greatest id is one less. */
const none = 0xffffffff;

/** Up to so many nodes (the built-in list has fewer), pairs are a matrix; memory that no pair touches is not taken. */
const matrixNodes = 4096;

/**
 * Counts of unordered pairs of different nodes (ids from 0). For few nodes half a matrix, one slot for each possible
 * pair; for many, open addressing, 16 bytes a slot, half of the slots or more free. Plain data, for any thread.
 */
export interface PairTable {
  /** Pairs in use; not kept for a matrix. */
  size: number;
  /** The lower and the higher id of each slot; without elements for a matrix. */
  keys: Uint32Array;
  /** Whole numbers, exact to 2^53. */
  counts: Float64Array;
  /** For windows: place up to which each pair has been counted. Without elements where it is not needed. */
  reached: Float64Array;
}

export function pairTable(nodes: number, withReached = false): PairTable {
  const matrix = nodes <= matrixNodes;
  const slots = matrix ? (nodes * (nodes - 1)) / 2 : 64;
  return {
    size: 0,
    keys: new Uint32Array(matrix ? 0 : 2 * slots).fill(none),
    counts: new Float64Array(slots),
    reached: new Float64Array(withReached ? slots : 0),
  };
}

/** The slot of a pair, new (with count 0) or known. Valid until the next new pair. */
export function slotOf(table: PairTable, one: number, other: number): number {
  const low = one < other ? one : other;
  const high = one < other ? other : one;
  if (isMatrix(table)) return matrixRow(high) + low;
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

/** Where the pairs of a matrix whose higher id is `high` begin: the pair's slot is that and the lower id. */
export function matrixRow(high: number): number {
  return (high * (high - 1)) / 2;
}

/** Whether all slots of the table are there from the start. */
export function isMatrix(table: PairTable): boolean {
  return table.keys.length === 0;
}

export function addPair(table: PairTable, one: number, other: number, count: number): void {
  const slot = slotOf(table, one, other);
  table.counts[slot]! += count;
}

/** Adds the counts of `other`, a table of the same nodes. What it had reached is of no use: its places are others. */
export function mergePairs(table: PairTable, other: PairTable): void {
  eachPair(other, (low, high, count) => addPair(table, low, high, count));
}

/** Visits every pair whose count is not 0, in no meaningful order. */
export function eachPair({ keys, counts }: PairTable, visit: (low: number, high: number, count: number) => void): void {
  let low = 0;
  let high = 1;
  for (let slot = 0; slot < counts.length; slot++) {
    const count = counts[slot]!;
    if (keys.length > 0) {
      if (count !== 0) visit(keys[2 * slot]!, keys[2 * slot + 1]!, count);
      continue;
    }
    if (count !== 0) visit(low, high, count);
    if (++low === high) {
      low = 0;
      high++;
    }
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
