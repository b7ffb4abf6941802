import { eachPair, type PairTable } from './pair-table.ts';

/** Pairs as columns of one length. */
export interface PairColumns {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  readonly joint: Float64Array;
}

/** The pairs that meet at least `least` times, in no meaningful order. */
export function pairColumns(table: PairTable, least: number): PairColumns {
  const low: number[] = [];
  const high: number[] = [];
  const joint: number[] = [];
  eachPair(table, (one, other, count) => {
    if (count < least) return;
    low.push(one);
    high.push(other);
    joint.push(count);
  });
  return { low: Uint32Array.from(low), high: Uint32Array.from(high), joint: Float64Array.from(joint) };
}

/** Small whole numbers that are in order as some values are. */
export interface Ranks {
  readonly rank: Uint32Array;
  /** One more than the greatest rank. */
  readonly ranks: number;
}

/** Ranks of values, the greatest first; equal values have the same rank. */
export function ranksOf(values: Float64Array): Ranks {
  const ranks = new Map<number, number>();
  for (const value of values) ranks.set(value, 0);
  const distinct = Float64Array.from(ranks.keys()).sort().reverse();
  distinct.forEach((value, rank) => {
    ranks.set(value, rank);
  });
  const rank = new Uint32Array(values.length);
  for (let i = 0; i < rank.length; i++) rank[i] = ranks.get(values[i]!)!;
  return { rank, ranks: distinct.length };
}

/** Indices by several columns of ranks, the last one first: one sort by counting for each. */
export function orderBy(length: number, ...columns: readonly Ranks[]): Uint32Array {
  let order = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  for (const { rank, ranks } of columns) {
    const next = new Uint32Array(ranks + 1);
    for (let i = 0; i < length; i++) next[rank[i]! + 1]!++;
    for (let k = 1; k < ranks; k++) next[k]! += next[k - 1]!;
    const sorted = new Uint32Array(length);
    for (let i = 0; i < length; i++) sorted[next[rank[order[i]!]!]!++] = order[i]!;
    order = sorted;
  }
  return order;
}
