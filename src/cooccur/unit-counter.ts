import type { Occurrences } from './document-units.ts';
import { addPair } from './pair-table.ts';
import type { UnitTotal } from './units.ts';

/** Counts one unit: the occurrences from index `from` to before `to`. */
export type UnitCounter = (total: UnitTotal, occurrences: Occurrences, from: number, to: number) => void;

/** From so many distinct nodes on, it pays to sort them: pairs of one row of the table then lie side by side. */
const worthSorting = 24;

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
