import { significant } from '../measure/significant.ts';
import type { Cell } from '../model/table.ts';
import { lowestRanks, orderBy, ranksOf } from './pair-columns.ts';
import { pairCounts } from './pair-counts.ts';
import { defaultMeasures, type PairMeasure, type Probability, sourceOf } from './pair-measures.ts';
import { pairGroups, pairTableOf, type Significances, significances } from './significances.ts';
import type { CooccurrenceSettings, CooccurrenceTotal, UnitKind } from './units.ts';

/** What of the pairs is written, and how. */
export interface PairRowSettings extends Pick<CooccurrenceSettings, 'count' | 'minJoint'> {
  /** Most pairs that are written for each kind of unit, those that meet most often; all where it is 0 or left out. */
  readonly maxRows?: number;
  /** The columns after the counts; left out, `defaultMeasures`. */
  readonly measures?: readonly PairMeasure[];
}

/** What there is to tell about the pairs of one kind of unit. */
export interface PairReport {
  readonly unit: UnitKind;
  readonly pairs: number;
  readonly written: number;
  /** Pairs of which one of the four expected counts is below 5; counted where a column has probabilities by χ² or normal. */
  readonly smallExpected: number;
}

/** Below it, χ² and G² do not follow χ² (Cochran 1954). */
const leastExpected = 5;

/**
 * Rows of cooccurrence.csv. `names` are those of the nodes, rising by code unit, so a is before b. Kinds of unit in their
 * order, in each the pairs that meet most often first, then by a and b. The correction of p-values is over all pairs of a
 * kind that meet `minJoint` times, also those beyond `maxRows`. `report` is called for each kind.
 */
export function* pairRows(
  totals: CooccurrenceTotal,
  names: readonly string[],
  settings: PairRowSettings,
  report: (report: PairReport) => void = () => {},
): Generator<readonly Cell[]> {
  const sources = (settings.measures ?? defaultMeasures).map(sourceOf);
  const tests = new Set(sources.flatMap((source): Probability[] => (source.of === 'table' ? [] : [source.test])));
  for (const total of totals) {
    const counts = pairCounts(total, settings);
    const { first, second, joint } = counts;
    const met = ranksOf(joint);
    const groups = pairGroups(counts, met);
    const tables = tests.size === 0 ? [] : groups.example.map((i) => pairTableOf(counts, i));
    const found = new Map<Probability, Significances>();
    for (const test of tests) found.set(test, significances(test, tables, groups));
    const written = settings.maxRows ? Math.min(joint.length, settings.maxRows) : joint.length;
    let smallExpected = 0;
    if ([...tests].some((test) => !test.startsWith('fisher'))) {
      tables.forEach(({ r1, r2, c1, c2, n }, group) => {
        if (Math.min(r1, r2) * Math.min(c1, c2) < leastExpected * n) smallExpected += groups.pairs[group]!;
      });
    }
    report({ unit: total.kind, pairs: joint.length, written, smallExpected });
    const byName = [second, first].map((rank) => ({ rank, ranks: names.length }));
    for (const i of orderBy(lowestRanks(met, written), ...byName, met).subarray(0, written)) {
      const { f, f1, f2, n } = counts.signature(i);
      const table = pairTableOf(counts, i);
      const group = groups.group[i]!;
      const row: Cell[] = [names[first[i]!]!, names[second[i]!]!, total.kind, f, f1, f2, n];
      for (const source of sources) {
        if (source.of === 'table') row.push(significant(source.value(table)));
        else {
          const { p, q } = found.get(source.test)!;
          row.push(significant(source.of === 'test' ? p[group]! : q[group]!));
        }
      }
      yield row;
    }
  }
}
