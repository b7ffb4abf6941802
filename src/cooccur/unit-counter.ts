import type { Occurrences } from './document-units.ts';
import { addPair, isMatrix, rowOf, rowStart } from './pair-table.ts';
import type { UnitTotal } from './units.ts';

/** Counts one unit: the occurrences from index `from` to before `to`. */
export type UnitCounter = (total: UnitTotal, occurrences: Occurrences, from: number, to: number) => void;

/** From so many distinct nodes on, it pays to sort them: pairs of one row of the table then lie side by side. */
const worthSorting = 24;

/**
 * A counter for units that do not overlap, by presence: a pair counts once where some occurrence of the one is disjoint
 * from some occurrence of the other.
 */
export function createPresenceCounter(nodes: number): UnitCounter {
  const leastEnd = new Uint32Array(nodes);
  const greatestStart = new Uint32Array(nodes);
  const seen = new Uint8Array(nodes);
  const distinct = new Uint32Array(nodes);
  // The same for distinct nodes in their order, so that the inner loop runs through memory.
  const ends = new Uint32Array(nodes);
  const starts = new Uint32Array(nodes);
  return (total, { node, start, end }, from, to) => {
    total.units++;
    if (from === to) return;
    let count = 0;
    for (let i = from; i < to; i++) {
      const id = node[i]!;
      if (seen[id] === 0) {
        seen[id] = 1;
        distinct[count++] = id;
        leastEnd[id] = end[i]!;
      } else if (end[i]! < leastEnd[id]!) leastEnd[id] = end[i]!;
      greatestStart[id] = start[i]!;
    }
    const sorted = count >= worthSorting && isMatrix(total.pairs);
    if (sorted) {
      // From here on rows of the matrix, not nodes.
      for (let x = 0; x < count; x++) distinct[x] = rowOf(total.pairs, distinct[x]!);
      distinct.subarray(0, count).sort();
    }
    const { counts, nodes } = total.pairs;
    for (let x = 0; x < count; x++) {
      const a = sorted ? nodes[distinct[x]!]! : distinct[x]!;
      const aEnd = leastEnd[a]!;
      const aStart = greatestStart[a]!;
      seen[a] = 0;
      total.present[a]!++;
      const row = rowStart(distinct[x]!);
      for (let y = 0; y < x; y++) {
        // Two lists of spans hold a disjoint pair where the first end of the one is at or before the last start of the other.
        if (aEnd > starts[y]! && ends[y]! > aStart) continue;
        if (sorted) counts[row + distinct[y]!]!++;
        else addPair(total.pairs, distinct[y]!, a, 1);
      }
      ends[x] = aEnd;
      starts[x] = aStart;
    }
  };
}

/** A counter for units that do not overlap, by occurrences: every disjoint pair of an occurrence of a and one of b. */
export function createOccurrenceCounter(nodes: number): UnitCounter {
  const frequency = new Float64Array(nodes);
  const distinct = new Uint32Array(nodes);
  return (total, { node, start, end }, from, to) => {
    total.units++;
    let count = 0;
    for (let i = from; i < to; i++) {
      const id = node[i]!;
      if (frequency[id] === 0) distinct[count++] = id;
      frequency[id]!++;
    }
    if (count >= worthSorting) distinct.subarray(0, count).sort();
    for (let x = 0; x < count; x++) {
      const a = distinct[x]!;
      for (let y = 0; y < x; y++) addPair(total.pairs, distinct[y]!, a, frequency[a]! * frequency[distinct[y]!]!);
    }
    // All pairs but those that overlap, which stand side by side: so the cost does not grow with the square of a unit.
    for (let i = from; i < to; i++) {
      for (let j = i + 1; j < to && start[j]! < end[i]!; j++) {
        if (node[i] !== node[j]) addPair(total.pairs, node[i]!, node[j]!, -1);
      }
    }
    for (let x = 0; x < count; x++) frequency[distinct[x]!] = 0;
  };
}
