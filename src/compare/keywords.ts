import { postingsByItem } from '../count/item-postings.ts';
import { perMillion } from '../count/per-million.ts';
import { type ItemTotals, type Postings, totalItems } from '../count/postings.ts';
import { benjaminiHochberg } from '../measure/correction.ts';
import { keynessMeasures } from '../measure/keyness.ts';
import { significant } from '../measure/significant.ts';
import type { Cell } from '../model/table.ts';
import { eachOnce } from './each-once.ts';
import type { Groups } from './groups.ts';
import type { Reference, Side } from './reference.ts';
import { sidesOf, spreadIn } from './sides.ts';

/** What is compared: words or terms, with their counts in each document. */
export interface ComparedItems {
  readonly unit: 'term' | 'word';
  readonly forms: readonly string[];
  /** Category of a term, part of speech of a word. */
  readonly labels: readonly string[];
  readonly postings: Postings;
}

export interface ComparisonSettings {
  /** Each group, one after the other, where it is undefined. */
  readonly target: Side | undefined;
  /** Documents that are not of the target, or a list; all others that have a group where it is undefined. */
  readonly reference: Reference;
  /** Items of fewer occurrences in both together are left out, and are none of the comparisons. */
  readonly minFrequency: number;
  /** Rows of a target, those with the greatest |lrc| and then |G²| first; 0 for all. */
  readonly maxRows: number;
}

/** Name of the reference that is all other groups. */
export const restName = '*';

/**
 * Rows of comparison.csv: for each target its items, the strongest differences first. Confidence bounds and q-values are
 * for all items of the target that are compared, also those beyond `maxRows`; of these, `leftOut` is told the number.
 */
export function* comparisonRows(
  items: ComparedItems,
  groups: Groups,
  settings: ComparisonSettings,
  leftOut: (target: string, count: number) => void = () => {},
): Generator<readonly Cell[]> {
  const { reference } = settings;
  if (reference !== undefined && 'unit' in reference && reference.unit !== items.unit) return;
  const targets =
    settings.target === undefined ? groups.names.map((name, i) => ({ name, groups: [i] })) : [settings.target];
  const own = postingsByItem(items.postings, items.forms.length);
  for (const target of targets) {
    const sides = sidesOf(groups, target, reference);
    const mine = totalItems(items.postings, items.forms.length, (document) => sides[document] === 1);
    const other = referenceTotals(items, sides, reference);
    if (mine.tokens === 0 || other.tokens === 0) continue;
    const compared = items.forms.flatMap((_, id) =>
      mine.frequency[id]! + other.frequency[id]! >= settings.minFrequency ? [id] : [],
    );
    const spread = spreadIn(items.postings, own, sides);
    const keynessOf = eachOnce((f1, f2) =>
      keynessMeasures({ f1, n1: mine.tokens, f2, n2: other.tokens }, { comparisons: compared.length }),
    );
    const found = compared.map((id) => keynessOf(mine.frequency[id]!, other.frequency[id]!));
    const q = benjaminiHochberg(found.map(({ g2_p }) => g2_p));
    const order = [...compared.keys()].sort(
      (a, b) =>
        Math.abs(found[b]!.lrc) - Math.abs(found[a]!.lrc) ||
        Math.abs(found[b]!.g2) - Math.abs(found[a]!.g2) ||
        compareForms(items, compared[a]!, compared[b]!),
    );
    const written = settings.maxRows === 0 ? order.length : Math.min(order.length, settings.maxRows);
    if (written < order.length) leftOut(target.name, order.length - written);
    for (const place of order.slice(0, written)) {
      const id = compared[place]!;
      const of = found[place]!;
      const { largest, rankSumP } = spread(id);
      yield [
        target.name,
        reference?.name ?? restName,
        items.unit,
        items.forms[id]!,
        items.labels[id]!,
        mine.frequency[id]!,
        other.frequency[id]!,
        mine.tokens,
        other.tokens,
        perMillion(mine.frequency[id]!, mine.tokens),
        perMillion(other.frequency[id]!, other.tokens),
        mine.documents[id]!,
        other.documents === undefined ? null : other.documents[id]!,
        significant(mine.dpNorm[id]!),
        other.dpNorm === undefined ? null : significant(other.dpNorm[id]!),
        significant(largest),
        significant(rankSumP),
        significant(of.expected_min),
        significant(of.g2),
        significant(of.g2_p),
        significant(q[place]!),
        significant(of.g2_two_cell),
        significant(of.chi2),
        significant(of.log_ratio),
        significant(of.log_ratio_low),
        significant(of.log_ratio_high),
        significant(of.lrc),
        significant(of.percent_diff),
        significant(of.odds_ratio),
        significant(of.difference_coefficient),
        significant(of.simple_maths),
        significant(of.bic),
        of.cochran,
        of.cochran_extended,
      ];
    }
  }
}

interface Totals extends Pick<ItemTotals, 'tokens' | 'frequency'> {
  readonly documents?: Uint32Array;
  readonly dpNorm?: Float64Array;
}

function referenceTotals({ postings, forms }: ComparedItems, sides: Uint8Array, reference: Reference): Totals {
  if (reference === undefined || 'groups' in reference) {
    return totalItems(postings, forms.length, (document) => sides[document] === 2);
  }
  return {
    tokens: reference.tokens,
    frequency: Float64Array.from(forms, (form) => reference.frequency.get(form) ?? 0),
  };
}

/** By form, then by label, in code units. */
export function compareForms({ forms, labels }: ComparedItems, a: number, b: number): number {
  if (forms[a] !== forms[b]) return forms[a]! < forms[b]! ? -1 : 1;
  return labels[a]! < labels[b]! ? -1 : Number(labels[a]! > labels[b]!);
}
