import type { BlockKind } from '../model/document.ts';
import { mergeOrdered, type OrderedPairs, orderedPairs } from './ordered-pairs.ts';
import { checkLimit, mergePairs, type PairTable, pairTable } from './pair-table.ts';

/** What two things can be together in, in the order of the table. A paragraph is any block that is counted. */
export const unitKinds = ['sentence', 'paragraph', 'document', 'window', 'span'] as const;

/** The stretch of text in which two things have to stand to count as a pair. */
export type UnitKind = (typeof unitKinds)[number];

/** Which units of text pairs are counted in, and which of them are kept. */
export interface CooccurrenceSettings {
  readonly countKinds: readonly BlockKind[];
  readonly units: readonly UnitKind[];
  /** Words of a window, 2 or more. */
  readonly window: number;
  /** Words before and after the node that its span takes in. */
  readonly left: number;
  readonly right: number;
  /** At whose end windows and spans are cut off. */
  readonly within: 'paragraph' | 'sentence';
  /** `presence`: units that hold both, each once; `all`: pairs of occurrences. */
  readonly count: 'presence' | 'all';
  /** Pairs that meet less often are not written (and no part of the correction of p-values); 1 or more. */
  readonly minJoint: number;
  /** Most pairs of one kind of unit that are held in memory; more are a CorpusError. 0 is without limit. */
  readonly maxPairs: number;
}

/** Counts for one kind of unit. A node is a term or a word, by id. */
export interface UnitTotal {
  readonly kind: UnitKind;
  /** Units counted so far; for spans, words. */
  units: number;
  /** Units in which each node is present, for spans words in which it begins; 0 where pairs of occurrences are counted. */
  readonly present: Float64Array;
  /** Of all units but spans. */
  readonly pairs: PairTable;
  /** Of spans: the node, then what is in its spans. */
  readonly spans: OrderedPairs;
  /**
   * What of `present` of the first is not to be counted beside the second: units in which the first is only inside the
   * second, or for spans words in which it begins and touches the second.
   */
  readonly inside: OrderedPairs;
  /** Of spans: words of the occurrences of each node; words of these and of its spans. */
  readonly own: Float64Array;
  readonly reach: Float64Array;
}

/** One element for each kind of unit, in the order of `unitKinds`. Plain data, for any thread. */
export type CooccurrenceTotal = readonly UnitTotal[];

export function emptyTotal(settings: CooccurrenceSettings, nodes: number): CooccurrenceTotal {
  return unitKinds
    .filter((kind) => settings.units.includes(kind))
    .map((kind) => {
      const limit = { pairs: settings.maxPairs || Number.POSITIVE_INFINITY, unit: kind };
      const ofSpans = kind === 'span' ? nodes : 0;
      return {
        kind,
        units: 0,
        present: new Float64Array(nodes),
        pairs: pairTable(kind === 'span' ? 0 : nodes, limit, kind === 'window'),
        spans: orderedPairs(ofSpans, limit),
        inside: orderedPairs(nodes),
        own: new Float64Array(ofSpans),
        reach: new Float64Array(ofSpans),
      };
    });
}

export function mergeTotals(totals: CooccurrenceTotal, other: CooccurrenceTotal): void {
  totals.forEach((total, i) => {
    const { units, present, pairs, spans, inside, own, reach } = other[i]!;
    total.units += units;
    addAll(total.present, present);
    addAll(total.own, own);
    addAll(total.reach, reach);
    mergePairs(total.pairs, pairs);
    mergeOrdered(total.spans, spans);
    mergeOrdered(total.inside, inside);
  });
  checkTotals(totals);
}

/** Throws CorpusError where one of the kinds has more pairs than are allowed. */
export function checkTotals(totals: CooccurrenceTotal): void {
  for (const { pairs, spans } of totals) checkLimit(pairs, spans.rising, spans.falling);
}

function addAll(sums: Float64Array, values: Float64Array): void {
  for (let i = 0; i < values.length; i++) sums[i]! += values[i]!;
}
