import { association, logLikelihoodRatio } from '../measure/association.ts';
import { chiSquaredTail } from '../measure/chi-squared.ts';
import { cellsOf, type Signature } from '../measure/contingency.ts';
import { benjaminiHochberg } from '../measure/correction.ts';
import { significant } from '../measure/significant.ts';
import type { Cell } from '../model/table.ts';
import { eachPair, type PairTable, slotOf } from './pair-table.ts';
import type { CooccurrenceSettings, CooccurrenceTotal, UnitKind, UnitTotal } from './units.ts';

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
    const { low, high, joint } = sortPairs(total.pairs, Math.max(1, settings.minJoint), names.length);
    const cells = (i: number) => cellsOf(signature(joint[i]!, margins[low[i]!]!, margins[high[i]!]!, units));
    const p = new Float64Array(joint.length);
    for (let i = 0; i < p.length; i++) p[i] = chiSquaredTail(Math.abs(logLikelihoodRatio(cells(i))));
    const q = benjaminiHochberg(p);
    const written = settings.maxPairs === 0 ? joint.length : Math.min(joint.length, settings.maxPairs);
    if (written < joint.length) leftOut(total.kind, joint.length - written);
    for (let i = 0; i < written; i++) {
      const a = low[i]!;
      const b = high[i]!;
      const { expected, pmi, npmi, g2, log_dice, jaccard, ochiai } = association(cells(i));
      yield [
        names[a]!,
        names[b]!,
        total.kind,
        joint[i]!,
        margins[a]!,
        margins[b]!,
        units,
        significant(expected),
        significant(pmi),
        significant(npmi),
        significant(g2),
        significant(log_dice),
        significant(jaccard),
        significant(ochiai),
        significant(p[i]!),
        significant(q[i]!),
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

interface Pairs {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  readonly joint: Float64Array;
}

/** The pairs of at least `least`, the highest count first, then by low and high: a native sort, then one by counting. */
function sortPairs(pairs: PairTable, least: number, nodes: number): Pairs {
  const found: number[] = [];
  const numbers = new Map<number, number>();
  eachPair(pairs, (low, high, count) => {
    if (count < least) return;
    found.push(low * nodes + high);
    numbers.set(count, (numbers.get(count) ?? 0) + 1);
  });
  const keys = Float64Array.from(found).sort();
  const place = new Map<number, number>();
  let at = 0;
  for (const count of Float64Array.from(numbers.keys()).sort().reverse()) {
    place.set(count, at);
    at += numbers.get(count)!;
  }
  const sorted = { low: new Uint32Array(at), high: new Uint32Array(at), joint: new Float64Array(at) };
  for (const key of keys) {
    const low = Math.floor(key / nodes);
    const high = key - low * nodes;
    const count = pairs.counts[slotOf(pairs, low, high)]!;
    const i = place.get(count)!;
    place.set(count, i + 1);
    sorted.low[i] = low;
    sorted.high[i] = high;
    sorted.joint[i] = count;
  }
  return sorted;
}
