import { eachPair, isMatrix, type PairTable } from './pair-table.ts';
import type { UnitTotal } from './units.ts';

/** Pairs as columns of one length: a before b by name, or for spans the node and what is in its spans. */
export interface PairColumns {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly joint: Float64Array;
}

/** The pairs that meet at least `least` times, which is 1 or more, in no meaningful order. */
export function pairColumns({ pairs, spans }: UnitTotal, least: number): PairColumns {
  const tables = [pairs, spans.rising, spans.falling];
  let length = 0;
  for (const { counts } of tables) for (let i = 0; i < counts.length; i++) if (counts[i]! >= least) length++;
  const columns = {
    first: new Uint32Array(length),
    second: new Uint32Array(length),
    joint: new Float64Array(length),
  };
  let at = fill(columns, pairs, least, 0);
  at = fill(columns, spans.rising, least, at);
  fill({ ...columns, first: columns.second, second: columns.first }, spans.falling, least, at);
  return columns;
}

/** Writes the pairs of a table, lower id first, from index `at` on, and gives the index after the last. */
function fill({ first, second, joint }: PairColumns, table: PairTable, least: number, at: number): number {
  let next = at;
  if (isMatrix(table)) {
    // As eachPair, without a call for each of what may be millions of pairs.
    const { counts } = table;
    const nodes = Uint32Array.from(table.nodes);
    for (let row = 1, slot = 0; row < nodes.length; row++) {
      const one = nodes[row]!;
      for (let column = 0; column < row; column++, slot++) {
        if (counts[slot]! < least) continue;
        const other = nodes[column]!;
        first[next] = one < other ? one : other;
        second[next] = one < other ? other : one;
        joint[next++] = counts[slot]!;
      }
    }
    return next;
  }
  eachPair(table, (low, high, count) => {
    if (count < least) return;
    first[next] = low;
    second[next] = high;
    joint[next++] = count;
  });
  return next;
}

/** Small whole numbers that are in order as some values are. */
export interface Ranks {
  readonly rank: Uint32Array;
  /** One more than the greatest rank. */
  readonly ranks: number;
}

/** Up to so great, whole numbers are looked up in a table. */
const tableSize = 1 << 20;

/** Ranks of values, the greatest first; equal values have the same rank. */
export function ranksOf(values: Float64Array): Ranks {
  const rank = new Uint32Array(values.length);
  let most = 0;
  let areSmall = true;
  for (const value of values) {
    if (value > most) most = value;
    if (!Number.isInteger(value) || value < 0) areSmall = false;
  }
  if (areSmall && most < tableSize) {
    // Presence first, then the rank plus one.
    const table = new Uint32Array(most + 1);
    for (const value of values) table[value] = 1;
    let ranks = 0;
    for (let value = most; value >= 0; value--) if (table[value] === 1) table[value] = ++ranks;
    for (let i = 0; i < rank.length; i++) rank[i] = table[values[i]!]! - 1;
    return { rank, ranks };
  }
  const ranks = new Map<number, number>();
  for (const value of values) ranks.set(value, 0);
  const distinct = Float64Array.from(ranks.keys()).sort().reverse();
  distinct.forEach((value, index) => {
    ranks.set(value, index);
  });
  for (let i = 0; i < rank.length; i++) rank[i] = ranks.get(values[i]!)!;
  return { rank, ranks: distinct.length };
}

/**
 * Indices of the `count` elements of the lowest ranks, and of all others of the last rank among them, in rising order of index.
 */
export function lowestRanks({ rank, ranks }: Ranks, count: number): Uint32Array {
  if (count >= rank.length) return Uint32Array.from(rank, (_, i) => i);
  const sizes = new Uint32Array(ranks);
  for (let i = 0; i < rank.length; i++) sizes[rank[i]!]!++;
  let last = 0;
  let length = 0;
  for (; last < ranks && length < count; last++) length += sizes[last]!;
  const lowest = new Uint32Array(length);
  for (let i = 0, at = 0; i < rank.length; i++) if (rank[i]! < last) lowest[at++] = i;
  return lowest;
}

/** Indices by several columns of ranks, the last one first: one sort by counting for each. */
export function orderBy(indices: Uint32Array, ...columns: readonly Ranks[]): Uint32Array {
  const { length } = indices;
  let order = indices;
  for (const { rank, ranks } of columns) {
    const next = new Uint32Array(ranks + 1);
    for (let i = 0; i < length; i++) next[rank[order[i]!]! + 1]!++;
    for (let k = 1; k < ranks; k++) next[k]! += next[k - 1]!;
    const sorted = new Uint32Array(length);
    for (let i = 0; i < length; i++) sorted[next[rank[order[i]!]!]!++] = order[i]!;
    order = sorted;
  }
  return order;
}
