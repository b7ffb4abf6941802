import { association } from '../measure/association.ts';
import { chiSquaredTail } from '../measure/chi-squared.ts';
import { cellsOf, type Signature } from '../measure/contingency.ts';
import { benjaminiHochberg } from '../measure/correction.ts';
import { significant } from '../measure/significant.ts';
import type { Cell } from '../model/table.ts';
import { eachPair } from './pair-table.ts';
import type { CooccurrenceSettings, CooccurrenceTotal, UnitTotal } from './units.ts';

/**
 * Rows of cooccurrence.csv. `names` are those of the nodes, rising by code unit, so a is before b. Kinds of unit in their
 * order, in each the pairs that meet most often first, then by a and b. The correction of p-values is over the pairs of a
 * kind that are written.
 */
export function* pairRows(
  totals: CooccurrenceTotal,
  names: readonly string[],
  settings: Pick<CooccurrenceSettings, 'count' | 'minJoint'>,
): Generator<readonly Cell[]> {
  for (const total of totals) {
    const { units, margins } = settings.count === 'presence' ? presence(total) : marginSums(total);
    const pairs = sortedPairs(total, Math.max(1, settings.minJoint), names.length);
    const measured = pairs.map(({ low, high, joint }) =>
      association(cellsOf(signature(joint, margins[low]!, margins[high]!, units))),
    );
    const p = measured.map(({ g2 }) => chiSquaredTail(Math.abs(g2)));
    const q = benjaminiHochberg(p);
    for (let i = 0; i < pairs.length; i++) {
      const { low, high, joint } = pairs[i]!;
      const { expected, pmi, npmi, g2, log_dice, jaccard, ochiai } = measured[i]!;
      const measures = [expected, pmi, npmi, g2, log_dice, jaccard, ochiai, p[i]!, q[i]!];
      yield [
        names[low]!,
        names[high]!,
        total.kind,
        joint,
        margins[low]!,
        margins[high]!,
        units,
        ...measures.map(significant),
      ];
    }
  }
}

/**
 * Units in which the two are only one inside the other are in both margins, but not in the joint count. Where that makes
 * the margins greater than all units, no unit has neither, and N is what the other three cells need.
 */
function signature(f: number, f1: number, f2: number, units: number): Signature {
  return { f, f1, f2, n: Math.max(units, f1 + f2 - f) };
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
  eachPair(pairs, 1, (low, high, joint) => {
    margins[low]! += joint;
    margins[high]! += joint;
    units += 2 * joint;
  });
  return { units, margins };
}

interface Pair {
  readonly low: number;
  readonly high: number;
  readonly joint: number;
}

function sortedPairs({ pairs }: UnitTotal, least: number, nodes: number): Pair[] {
  const found: Pair[] = [];
  eachPair(pairs, least, (low, high, joint) => found.push({ low, high, joint }));
  return found.sort((x, y) => y.joint - x.joint || (x.low - y.low) * nodes + (x.high - y.high));
}
