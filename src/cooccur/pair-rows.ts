import { type AssociationName, associationMeasure } from '../measure/association.ts';
import { chiSquaredTail } from '../measure/chi-squared.ts';
import { type Cells, cellsOf, type Signature, tableOf } from '../measure/contingency.ts';
import { benjaminiHochberg } from '../measure/correction.ts';
import { logLikelihoodRatio } from '../measure/log-likelihood.ts';
import { significant } from '../measure/significant.ts';
import type { Cell } from '../model/table.ts';
import { lowestRanks, orderBy, type PairColumns, pairColumns, type Ranks, ranksOf } from './pair-columns.ts';
import { eachPair } from './pair-table.ts';
import type { CooccurrenceSettings, CooccurrenceTotal, UnitKind, UnitTotal } from './units.ts';

/** The measures of cooccurrence.csv, in the order of its columns. */
const measured: readonly AssociationName[] = ['expected', 'pmi', 'npmi', 'g2', 'log_dice', 'jaccard', 'ochiai'];
const measures = measured.map(associationMeasure);

/**
 * Rows of cooccurrence.csv. `names` are those of the nodes, rising by code unit, so a is before b. Kinds of unit in their
 * order, in each the pairs that meet most often first, then by a and b. The correction of p-values is over all pairs of a
 * kind that meet `minJoint` times, also those beyond `maxPairs`; of these, `leftOut` is told the number.
 */
export function* pairRows(
  totals: CooccurrenceTotal,
  names: readonly string[],
  settings: Pick<CooccurrenceSettings, 'count' | 'minJoint' | 'maxPairs'>,
  leftOut: (kind: UnitKind, count: number) => void = () => {},
): Generator<readonly Cell[]> {
  for (const total of totals) {
    const { units, margins } = settings.count === 'presence' ? presence(total) : marginSums(total);
    const columns = pairColumns(total.pairs, Math.max(1, settings.minJoint));
    const { low, high, joint } = columns;
    const cells = (i: number) => cellsOf(signature(joint[i]!, margins[low[i]!]!, margins[high[i]!]!, units));
    const met = ranksOf(joint);
    const { group, p, q } = significances(columns, met, margins, cells);
    const written = settings.maxPairs === 0 ? joint.length : Math.min(joint.length, settings.maxPairs);
    if (written < joint.length) leftOut(total.kind, joint.length - written);
    const byName = [high, low].map((rank) => ({ rank, ranks: names.length }));
    for (const i of orderBy(lowestRanks(met, written), ...byName, met).subarray(0, written)) {
      const a = low[i]!;
      const b = high[i]!;
      const table = tableOf(cells(i));
      yield [
        names[a]!,
        names[b]!,
        total.kind,
        joint[i]!,
        margins[a]!,
        margins[b]!,
        units,
        ...measures.map((measure) => significant(measure(table))),
        significant(p[group[i]!]!),
        significant(q[group[i]!]!),
      ];
    }
  }
}

interface Margins {
  readonly units: number;
  readonly margins: Float64Array;
}

/** N is the number of units, the margin of a node the number of units in which it is present. */
function presence({ units, present }: UnitTotal): Margins {
  return { units, margins: present };
}

/**
 * Where occurrences are counted, a unit may hold many pairs: the table is then that of the pairs themselves. N is the sum
 * of the whole symmetric matrix of joint counts, the margin of a node the sum of its row (Levy, Goldberg & Dagan 2015).
 */
function marginSums({ present, pairs }: UnitTotal): Margins {
  const margins = new Float64Array(present.length);
  let units = 0;
  eachPair(pairs, (low, high, joint) => {
    margins[low]! += joint;
    margins[high]! += joint;
    units += 2 * joint;
  });
  return { units, margins };
}

/**
 * Units in which the two are only one inside the other are in both margins, but not in the joint count. Where that makes
 * the margins greater than all units, no unit has neither, and N is what the other three cells need.
 */
function signature(f: number, f1: number, f2: number, units: number): Signature {
  return { f, f1, f2, n: Math.max(units, f1 + f2 - f) };
}

interface Significances {
  /** Index in `p` and `q` of each pair. */
  readonly group: Uint32Array;
  readonly p: readonly number[];
  readonly q: Float64Array;
}

/** A table of all possible cells is no larger than this, or so many times the pairs. */
const leastTable = 1 << 16;
const tablePerPair = 8;

/** p-values of all pairs, and their correction: once for all pairs of the same cells, as most of the rare ones are. */
function significances(
  { low, high, joint }: PairColumns,
  met: Ranks,
  margins: Float64Array,
  cells: (i: number) => Cells,
): Significances {
  const { rank, ranks } = ranksOf(margins);
  const group = new Uint32Array(joint.length);
  const p: number[] = [];
  const pairs: number[] = [];
  const begin = (i: number) => {
    pairs[p.push(chiSquaredTail(Math.abs(logLikelihoodRatio(cells(i))))) - 1] = 0;
    return p.length - 1;
  };
  if (met.ranks * ranks * ranks <= Math.max(leastTable, tablePerPair * joint.length)) {
    // The group of each triple of ranks, plus one.
    const known = new Uint32Array(met.ranks * ranks * ranks);
    for (let i = 0; i < joint.length; i++) {
      const triple = (met.rank[i]! * ranks + rank[low[i]!]!) * ranks + rank[high[i]!]!;
      if (known[triple] === 0) known[triple] = begin(i) + 1;
      group[i] = known[triple]! - 1;
      pairs[group[i]!]!++;
    }
  } else {
    const ofLow = low.map((id) => rank[id]!);
    const ofHigh = high.map((id) => rank[id]!);
    let before = -1;
    const all = Uint32Array.from(joint, (_, i) => i);
    for (const i of orderBy(all, met, { rank: ofLow, ranks }, { rank: ofHigh, ranks })) {
      const same =
        before >= 0 && joint[i] === joint[before] && ofLow[i] === ofLow[before] && ofHigh[i] === ofHigh[before];
      group[i] = same ? p.length - 1 : begin(i);
      pairs[group[i]!]!++;
      before = i;
    }
  }
  return { group, p, q: benjaminiHochberg(p, pairs) };
}
