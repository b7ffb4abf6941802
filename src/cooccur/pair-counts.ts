import type { Signature } from '../measure/contingency.ts';
import { eachOrdered, orderedCount } from './ordered-pairs.ts';
import { type PairColumns, pairColumns, type Ranks, ranksOf } from './pair-columns.ts';
import { eachPair } from './pair-table.ts';
import type { CooccurrenceSettings, UnitTotal } from './units.ts';

/** The pairs of one kind of unit, with the four numbers from which all that is said of a pair follows. */
export interface PairCounts extends PairColumns {
  /** Joint count, what is counted of the first and of the second, and N, of the pair of an index. */
  signature(i: number): Signature;
  /** Pairs whose nodes have the same ranks have the same numbers beside the joint count, unless one is inside the other. */
  readonly firstRanks: Ranks;
  readonly secondRanks: Ranks;
  /** Whether something of one of the two is not counted beside the other. */
  isInside(i: number): boolean;
}

/** The counts of the pairs that meet at least `minJoint` times. */
export function pairCounts(
  total: UnitTotal,
  { count, minJoint }: Pick<CooccurrenceSettings, 'count' | 'minJoint'>,
): PairCounts {
  const columns = pairColumns(total, Math.max(1, minJoint));
  if (count === 'all') return ofOccurrences(total, columns);
  return total.kind === 'span' ? ofSpans(total, columns) : ofUnits(total, columns);
}

/**
 * N is the number of units, the margin of a node the number of units in which it is present; but where one is only inside
 * the other, as 举国体制 is in 新型举国体制, the unit holds the outer one alone. So each unit is in one of the four cells.
 */
function ofUnits(total: UnitTotal, columns: PairColumns): PairCounts {
  const { units, present, inside } = total;
  const { first, second, joint } = columns;
  const nests = nesting(total);
  const ranks = ranksOf(present);
  return {
    ...columns,
    signature(i) {
      const a = first[i]!;
      const b = second[i]!;
      return {
        f: joint[i]!,
        f1: present[a]! - orderedCount(inside, a, b),
        f2: present[b]! - orderedCount(inside, b, a),
        n: units,
      };
    },
    firstRanks: ranks,
    secondRanks: ranks,
    isInside(i) {
      const a = first[i]!;
      const b = second[i]!;
      if (nests[a] === 0 || nests[b] === 0) return false;
      return orderedCount(inside, a, b) > 0 || orderedCount(inside, b, a) > 0;
    },
  };
}

/** 1 for each node that was seen inside another, or around one: of most pairs at least one was not. */
function nesting({ inside, present }: UnitTotal): Uint8Array {
  const nests = new Uint8Array(present.length);
  eachOrdered(inside, (inner, outer) => {
    nests[inner] = nests[outer] = 1;
  });
  return nests;
}

/**
 * Evert 2008, surface co-occurrence: each word of the corpus that is none of the node is in one cell, by whether it is in a
 * span of the node, and by whether the other begins in it (without touching the node).
 */
function ofSpans({ units, present, inside, own, reach }: UnitTotal, columns: PairColumns): PairCounts {
  const { first, second, joint } = columns;
  const byNode = new Map<string, number>();
  const rank = Uint32Array.from(own, (words, node) => {
    const key = `${words} ${reach[node]}`;
    const known = byNode.get(key) ?? byNode.size;
    byNode.set(key, known);
    return known;
  });
  return {
    ...columns,
    signature(i) {
      const a = first[i]!;
      const b = second[i]!;
      return {
        f: joint[i]!,
        f1: reach[a]! - own[a]!,
        f2: present[b]! - orderedCount(inside, b, a),
        n: units - own[a]!,
      };
    },
    firstRanks: { rank, ranks: byNode.size },
    secondRanks: ranksOf(present),
    isInside: (i) => orderedCount(inside, second[i]!, first[i]!) > 0,
  };
}

/**
 * Where occurrences are counted, a unit may hold many pairs: the table is then that of the pairs themselves. N is the sum
 * of the whole matrix of joint counts (which is symmetric but for spans), the margin of a node the sum of its row, or of its
 * column where it stands second in a span (Levy, Goldberg & Dagan 2015).
 */
function ofOccurrences({ present, pairs, spans }: UnitTotal, columns: PairColumns): PairCounts {
  const { first, second, joint } = columns;
  const rows = new Float64Array(present.length);
  const sums = new Float64Array(present.length);
  let n = 0;
  const add = (one: number, other: number, count: number) => {
    rows[one]! += count;
    sums[other]! += count;
    n += count;
  };
  const reversed = (low: number, high: number, count: number) => add(high, low, count);
  eachPair(pairs, add);
  eachPair(pairs, reversed);
  eachPair(spans.rising, add);
  eachPair(spans.falling, reversed);
  return {
    ...columns,
    signature: (i) => ({ f: joint[i]!, f1: rows[first[i]!]!, f2: sums[second[i]!]!, n }),
    firstRanks: ranksOf(rows),
    secondRanks: ranksOf(sums),
    isInside: () => false,
  };
}
