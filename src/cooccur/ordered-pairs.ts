import { addPair, countOf, eachPair, mergePairs, type PairLimit, type PairTable, pairTable } from './pair-table.ts';

/** Counts of ordered pairs of different nodes: those whose first id is the lower one, and the others. Plain data. */
export interface OrderedPairs {
  readonly rising: PairTable;
  readonly falling: PairTable;
}

export function orderedPairs(nodes: number, limit?: PairLimit): OrderedPairs {
  return { rising: pairTable(nodes, limit), falling: pairTable(nodes, limit) };
}

export function addOrdered(pairs: OrderedPairs, first: number, second: number, count: number): void {
  addPair(first < second ? pairs.rising : pairs.falling, first, second, count);
}

export function orderedCount(pairs: OrderedPairs, first: number, second: number): number {
  return countOf(first < second ? pairs.rising : pairs.falling, first, second);
}

export function mergeOrdered(pairs: OrderedPairs, other: OrderedPairs): void {
  mergePairs(pairs.rising, other.rising);
  mergePairs(pairs.falling, other.falling);
}

/** Visits every pair whose count is not 0, in no meaningful order. */
export function eachOrdered(
  { rising, falling }: OrderedPairs,
  visit: (first: number, second: number, count: number) => void,
): void {
  eachPair(rising, visit);
  eachPair(falling, (low, high, count) => visit(high, low, count));
}
