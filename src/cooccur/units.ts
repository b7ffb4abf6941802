import type { BlockKind } from '../model/document.ts';
import { mergePairs, type PairTable, pairTable } from './pair-table.ts';

/** What two things can be together in, in the order of the table. A paragraph is any block that is counted. */
export const unitKinds = ['sentence', 'paragraph', 'document', 'window'] as const;

export type UnitKind = (typeof unitKinds)[number];

export interface CooccurrenceSettings {
  readonly countKinds: readonly BlockKind[];
  readonly units: readonly UnitKind[];
  /** Words of a window, 2 or more. */
  readonly window: number;
  /** `presence`: units that hold both, each once; `all`: pairs of occurrences. */
  readonly count: 'presence' | 'all';
  /** Pairs that meet less often are not written (and no part of the correction of p-values); 1 or more. */
  readonly minJoint: number;
  /** Most pairs that are written for each kind of unit, those that meet most often; 0 writes all. */
  readonly maxPairs: number;
}

/** Counts for one kind of unit. A node is a term or a word, by id. */
export interface UnitTotal {
  readonly kind: UnitKind;
  /** Units counted so far. */
  units: number;
  /** Units in which each node is present; stays 0 where pairs of occurrences are counted. */
  readonly present: Float64Array;
  readonly pairs: PairTable;
}

/** One element for each kind of unit, in the order of `unitKinds`. Plain data, for any thread. */
export type CooccurrenceTotal = readonly UnitTotal[];

export function emptyTotal(settings: CooccurrenceSettings, nodes: number): CooccurrenceTotal {
  return unitKinds
    .filter((kind) => settings.units.includes(kind))
    .map((kind) => ({ kind, units: 0, present: new Float64Array(nodes), pairs: pairTable(nodes, kind === 'window') }));
}

export function mergeTotals(totals: CooccurrenceTotal, other: CooccurrenceTotal): void {
  totals.forEach((total, i) => {
    const { units, present, pairs } = other[i]!;
    total.units += units;
    for (let node = 0; node < present.length; node++) total.present[node]! += present[node]!;
    mergePairs(total.pairs, pairs);
  });
}
