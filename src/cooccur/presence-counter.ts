import type { Occurrences } from './document-units.ts';
import { addOrdered } from './ordered-pairs.ts';
import { addPair, isMatrix, type PairTable, rowOf, rowStart } from './pair-table.ts';
import type { UnitCounter } from './unit-counter.ts';
import type { UnitTotal } from './units.ts';

/** Up to so many numbers, sorting by insertion is faster than the sort of typed arrays. */
const few = 24;

/**
 * A counter for units that do not overlap, by presence: a pair counts once where some occurrence of the one is disjoint
 * from some occurrence of the other. Where both are there, but never disjoint, one is inside the other: that is noted.
 */
export function createPresenceCounter(nodes: number): UnitCounter {
  const leastEnd = new Uint32Array(nodes);
  const greatestStart = new Uint32Array(nodes);
  const seen = new Uint8Array(nodes);
  const distinct = new Uint32Array(nodes);
  const noted = new Set<number>();

  // Two lists of spans hold a disjoint pair where the first end of the one is at or before the last start of the other.
  const areApart = (a: number, b: number) => leastEnd[a]! <= greatestStart[b]! || leastEnd[b]! <= greatestStart[a]!;

  /** What overlaps stands side by side, so that the cost does not grow with the square of a unit. */
  const noteOverlaps = (total: UnitTotal, { node, start, end }: Occurrences, from: number, to: number) => {
    noted.clear();
    for (let i = from; i < to; i++) {
      const a = node[i]!;
      for (let j = i + 1; j < to && start[j]! < end[i]!; j++) {
        const b = node[j]!;
        if (a === b || areApart(a, b)) continue;
        const key = a < b ? a * nodes + b : b * nodes + a;
        if (noted.has(key)) continue;
        noted.add(key);
        if (isMatrix(total.pairs)) addPair(total.pairs, a, b, -1);
        // The inner one; of two that are as long, the later by name.
        const longer = leastEnd[a]! - greatestStart[a]! - (leastEnd[b]! - greatestStart[b]!);
        if (longer < 0 || (longer === 0 && a > b)) addOrdered(total.inside, a, b, 1);
        else addOrdered(total.inside, b, a, 1);
      }
    }
  };

  return (total, occurrences, from, to) => {
    total.units++;
    if (from === to) return;
    const { node, start, end } = occurrences;
    let count = 0;
    let overlaps = false;
    let reach = 0;
    for (let i = from; i < to; i++) {
      const id = node[i]!;
      if (seen[id] === 0) {
        seen[id] = 1;
        distinct[count++] = id;
        leastEnd[id] = end[i]!;
      } else if (end[i]! < leastEnd[id]!) leastEnd[id] = end[i]!;
      greatestStart[id] = start[i]!;
      if (start[i]! < reach) overlaps = true;
      if (end[i]! > reach) reach = end[i]!;
    }
    for (let x = 0; x < count; x++) {
      const a = distinct[x]!;
      seen[a] = 0;
      total.present[a]!++;
    }
    if (isMatrix(total.pairs)) {
      countRows(total.pairs, distinct, count);
    } else {
      // A hash table should not hold what is taken back again.
      for (let x = 1; x < count; x++) {
        for (let y = 0; y < x; y++) {
          if (!overlaps || areApart(distinct[x]!, distinct[y]!)) addPair(total.pairs, distinct[x]!, distinct[y]!, 1);
        }
      }
    }
    if (overlaps) noteOverlaps(total, occurrences, from, to);
  };
}

/** Adds one to every pair of the first `count` nodes, which are made rows of the matrix and sorted: it is run through in order. */
function countRows(pairs: PairTable, nodes: Uint32Array, count: number): void {
  for (let x = 0; x < count; x++) nodes[x] = rowOf(pairs, nodes[x]!);
  if (count > few) nodes.subarray(0, count).sort();
  else {
    for (let x = 1; x < count; x++) {
      const row = nodes[x]!;
      let y = x;
      for (; y > 0 && nodes[y - 1]! > row; y--) nodes[y] = nodes[y - 1]!;
      nodes[y] = row;
    }
  }
  const { counts } = pairs;
  for (let x = 1; x < count; x++) {
    const row = rowStart(nodes[x]!);
    for (let y = 0; y < x; y++) counts[row + nodes[y]!]!++;
  }
}
