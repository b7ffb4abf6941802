import { CorpusError } from '../model/errors.ts';

/** Marks a free slot; so the greatest id is one less. */
const none = 0xffffffff;

/** Up to so many nodes (the built-in list has fewer), pairs are a matrix. */
const matrixNodes = 4096;

/** How many pairs may be held in memory, and the name of what is counted, for whoever reads that there are more. */
export interface PairLimit {
  readonly pairs: number;
  readonly unit: string;
}

/**
 * Counts of unordered pairs of different nodes (ids from 0). For few nodes half a matrix, one slot for each possible
 * pair of those that have been met, as most listed terms never are; for many, open addressing, 16 bytes a slot, half of the slots or more free. Plain data, for any thread.
 */
export interface PairTable {
  readonly limit: PairLimit;
  /** Pairs in use; not kept for a matrix. */
  size: number;
  /** The lower and the higher id of each slot; without elements for a matrix. */
  keys: Uint32Array;
  /** Whole numbers, exact to 2^53. */
  counts: Float64Array;
  /** For a matrix: the nodes that it has, in order of first sight, and the row of each, plus one; 0 is none yet. */
  readonly nodes: number[];
  readonly rows: Uint32Array;
  /** For windows: place up to which each pair has been counted. Without elements where it is not needed. */
  reached: Float64Array;
}

const unlimited: PairLimit = { pairs: Number.POSITIVE_INFINITY, unit: '' };

export function pairTable(nodes: number, limit = unlimited, withReached = false): PairTable {
  const matrix = nodes <= matrixNodes;
  const slots = 64;
  return {
    limit,
    size: 0,
    keys: new Uint32Array(matrix ? 0 : 2 * slots).fill(none),
    counts: new Float64Array(slots),
    nodes: [],
    rows: new Uint32Array(matrix ? nodes : 0),
    reached: new Float64Array(withReached ? slots : 0),
  };
}

/** The slot of a pair, new (with count 0) or known. Valid until the next new pair. Throws CorpusError beyond the limit. */
export function slotOf(table: PairTable, one: number, other: number): number {
  if (isMatrix(table)) {
    const row = rowOf(table, one);
    const column = rowOf(table, other);
    return row > column ? rowStart(row) + column : rowStart(column) + row;
  }
  const low = one < other ? one : other;
  const high = one < other ? other : one;
  if (2 * table.size >= table.counts.length) grow(table);
  const { keys } = table;
  const slot = find(keys, low, high);
  if (keys[2 * slot] === none) {
    if (table.size >= table.limit.pairs) throw tooMany(table.limit);
    keys[2 * slot] = low;
    keys[2 * slot + 1] = high;
    table.size++;
  }
  return slot;
}

/** The row of a node in a matrix, new or known. A new one may give the table other columns. */
export function rowOf(table: PairTable, node: number): number {
  const known = table.rows[node]!;
  if (known > 0) return known - 1;
  const row = table.nodes.push(node) - 1;
  table.rows[node] = row + 1;
  if (rowStart(row + 1) > table.counts.length) {
    const { counts, reached } = table;
    table.counts = new Float64Array(2 * rowStart(row + 1));
    table.counts.set(counts);
    table.reached = new Float64Array(reached.length === 0 ? 0 : table.counts.length);
    table.reached.set(reached);
  }
  return row;
}

/** Where a row of a matrix begins: the slot of a pair is that of its later row and the number of the earlier one. */
export function rowStart(row: number): number {
  return (row * (row - 1)) / 2;
}

/** Whether the table is a matrix. */
export function isMatrix(table: PairTable): boolean {
  return table.keys.length === 0;
}

export function addPair(table: PairTable, one: number, other: number, count: number): void {
  const slot = slotOf(table, one, other);
  table.counts[slot]! += count;
}

/** The count of a pair, 0 where it is none. */
export function countOf(table: PairTable, one: number, other: number): number {
  if (isMatrix(table)) {
    const { rows } = table;
    if (rows[one] === 0 || rows[other] === 0) return 0;
    return table.counts[slotOf(table, one, other)]!;
  }
  if (table.size === 0) return 0;
  const { keys, counts } = table;
  const slot = one < other ? find(keys, one, other) : find(keys, other, one);
  return keys[2 * slot] === none ? 0 : counts[slot]!;
}

/**
 * Throws CorpusError where the tables together hold more pairs than the limit of the first. A matrix, which is at most 67
 * MB, is looked at here only; a hash table minds its own limit as it grows.
 */
export function checkLimit(...tables: readonly [PairTable, ...PairTable[]]): void {
  const [{ limit }] = tables;
  const most = tables.reduce((sum, table) => sum + (isMatrix(table) ? rowStart(table.nodes.length) : table.size), 0);
  if (most <= limit.pairs) return;
  let pairs = 0;
  for (const table of tables) {
    if (isMatrix(table)) for (const count of table.counts) pairs += Number(count !== 0);
    else pairs += table.size;
  }
  if (pairs > limit.pairs) throw tooMany(limit);
}

function tooMany({ pairs, unit }: PairLimit): CorpusError {
  return new CorpusError('usage/too-many-pairs', '', { limit: pairs, unit });
}

/** Adds the counts of `other`, a table of the same nodes. What it had reached is of no use: its places are others. */
export function mergePairs(table: PairTable, other: PairTable): void {
  eachPair(other, (low, high, count) => addPair(table, low, high, count));
}

/** Visits every pair whose count is not 0, in no meaningful order. */
export function eachPair(table: PairTable, visit: (low: number, high: number, count: number) => void): void {
  const { keys, counts, nodes } = table;
  if (!isMatrix(table)) {
    for (let slot = 0; slot < counts.length; slot++) {
      if (counts[slot] !== 0) visit(keys[2 * slot]!, keys[2 * slot + 1]!, counts[slot]!);
    }
    return;
  }
  let slot = 0;
  for (let row = 1; row < nodes.length; row++) {
    const one = nodes[row]!;
    for (let column = 0; column < row; column++, slot++) {
      if (counts[slot] === 0) continue;
      const other = nodes[column]!;
      if (one < other) visit(one, other, counts[slot]!);
      else visit(other, one, counts[slot]!);
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
  try {
    table.keys = new Uint32Array(2 * slots).fill(none);
    table.counts = new Float64Array(slots);
    table.reached = new Float64Array(reached.length === 0 ? 0 : slots);
  } catch (error) {
    // The memory that there is ends before the limit.
    if (error instanceof RangeError) throw tooMany({ ...table.limit, pairs: table.size });
    throw error;
  }
  for (let old = 0; old < counts.length; old++) {
    if (keys[2 * old] === none) continue;
    const slot = find(table.keys, keys[2 * old]!, keys[2 * old + 1]!);
    table.keys[2 * slot] = keys[2 * old]!;
    table.keys[2 * slot + 1] = keys[2 * old + 1]!;
    table.counts[slot] = counts[old]!;
    if (reached.length > 0) table.reached[slot] = reached[old]!;
  }
}
