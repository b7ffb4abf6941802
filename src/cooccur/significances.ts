import { associationMeasure } from '../measure/association.ts';
import { cellsOf, type Table, tableOf } from '../measure/contingency.ts';
import { benjaminiHochberg } from '../measure/correction.ts';
import { orderBy, type Ranks } from './pair-columns.ts';
import type { PairCounts } from './pair-counts.ts';
import type { Probability } from './pair-measures.ts';

/** Pairs of the same cells, as most of the rare ones are: what is costly is reckoned once for all of them. */
export interface PairGroups {
  /** Index of the group of each pair. */
  readonly group: Uint32Array;
  /** Index of one pair of each group, and how many pairs it has. */
  readonly example: readonly number[];
  readonly pairs: readonly number[];
}

/** A table of all possible cells is no larger than this, or so many times the pairs. */
const leastTable = 1 << 16;
const tablePerPair = 8;

/** Groups pairs by joint count (of which `met` are the ranks) and margins. A pair of which one is inside the other is alone. */
export function pairGroups(counts: PairCounts, met: Ranks): PairGroups {
  const { first, second, joint, firstRanks, secondRanks } = counts;
  const group = new Uint32Array(joint.length);
  const example: number[] = [];
  const pairs: number[] = [];
  const begin = (i: number) => {
    pairs.push(0);
    return example.push(i) - 1;
  };
  const { rank: ofFirst, ranks: firstCount } = firstRanks;
  const { rank: ofSecond, ranks: secondCount } = secondRanks;
  if (met.ranks * firstCount * secondCount <= Math.max(leastTable, tablePerPair * joint.length)) {
    // The group of each triple of ranks, plus one.
    const known = new Uint32Array(met.ranks * firstCount * secondCount);
    for (let i = 0; i < joint.length; i++) {
      if (counts.isInside(i)) {
        group[i] = begin(i);
      } else {
        const triple = (met.rank[i]! * firstCount + ofFirst[first[i]!]!) * secondCount + ofSecond[second[i]!]!;
        if (known[triple] === 0) known[triple] = begin(i) + 1;
        group[i] = known[triple]! - 1;
      }
      pairs[group[i]!]!++;
    }
    return { group, example, pairs };
  }
  const byFirst = { rank: first.map((id) => ofFirst[id]!), ranks: firstCount };
  const bySecond = { rank: second.map((id) => ofSecond[id]!), ranks: secondCount };
  const all = Uint32Array.from(joint, (_, i) => i);
  let before = -1;
  for (const i of orderBy(all, met, byFirst, bySecond)) {
    const isInside = counts.isInside(i);
    const same =
      !isInside &&
      before >= 0 &&
      joint[i] === joint[before] &&
      byFirst.rank[i] === byFirst.rank[before] &&
      bySecond.rank[i] === bySecond.rank[before];
    group[i] = same ? group[before]! : begin(i);
    pairs[group[i]!]!++;
    if (!isInside) before = i;
  }
  return { group, example, pairs };
}

/** The table of a pair. */
export function pairTableOf(counts: PairCounts, i: number): Table {
  return tableOf(cellsOf(counts.signature(i)));
}

/** Probabilities of a test and their corrections, by group; NaN where it is not defined, which is then no test. */
export interface Significances {
  readonly p: readonly number[];
  readonly q: Float64Array;
}

export function significances(test: Probability, tables: readonly Table[], { pairs }: PairGroups): Significances {
  const p = tables.map(associationMeasure(test));
  const defined = [...p.keys()].filter((group) => !Number.isNaN(p[group]));
  const corrected = benjaminiHochberg(
    defined.map((group) => p[group]!),
    defined.map((group) => pairs[group]!),
  );
  const q = new Float64Array(p.length).fill(Number.NaN);
  defined.forEach((group, i) => {
    q[group] = corrected[i]!;
  });
  return { p, q };
}
