import { perMillion } from '../count/per-million.ts';
import { totalItems } from '../count/postings.ts';
import { benjaminiHochberg } from '../measure/correction.ts';
import { significant } from '../measure/significant.ts';
import { shareBounds, trend } from '../measure/trend.ts';
import type { Cell } from '../model/table.ts';
import { eachOnce } from './each-once.ts';
import { type Groups, isIn } from './groups.ts';
import { type ComparedItems, compareForms } from './keywords.ts';

const million = 1e6;

/** Frequencies of each item in each group: `counts[group][item]`, and the counted words of the groups. */
export interface GroupCounts {
  readonly counts: readonly Float64Array[];
  readonly documents: readonly Uint32Array[];
  readonly tokens: readonly number[];
}

export function countGroups({ postings, forms }: ComparedItems, groups: Groups): GroupCounts {
  const totals = groups.names.map((_, group) =>
    totalItems(postings, forms.length, (document) => isIn(groups, document, [group])),
  );
  return {
    counts: totals.map(({ frequency }) => frequency),
    documents: totals.map(({ documents }) => documents),
    tokens: totals.map(({ tokens }) => tokens),
  };
}

/**
 * Rows of by_group.csv: each item in each group in which it occurs, with exact 95 % bounds of its frequency per million.
 * Items by frequency in all groups, then by form; groups in their order.
 */
export function* groupRows(
  items: ComparedItems,
  groups: Groups,
  minFrequency: number,
  { counts, documents, tokens }: GroupCounts = countGroups(items, groups),
): Generator<readonly Cell[]> {
  const boundsOf = eachOnce((count, size) => shareBounds(count, size));
  for (const { id } of frequentItems(items, counts, minFrequency)) {
    for (const [group, name] of groups.names.entries()) {
      const frequency = counts[group]![id]!;
      const size = tokens[group]!;
      if (size === 0) continue;
      const [low, high] = boundsOf(frequency, size);
      yield [
        items.unit,
        items.forms[id]!,
        items.labels[id]!,
        name,
        frequency,
        documents[group]![id]!,
        size,
        perMillion(frequency, size),
        significant(low * million),
        significant(high * million),
      ];
    }
  }
}

/**
 * Rows of trends.csv: the rise or fall of each item's frequency per million along groups that are a series, the clearest
 * first. Groups without counted words are no times.
 */
export function* trendRows(
  items: ComparedItems,
  groups: Groups,
  minFrequency: number,
  { counts, tokens }: GroupCounts = countGroups(items, groups),
): Generator<readonly Cell[]> {
  const filled = [...groups.names.keys()].filter((group) => tokens[group]! > 0);
  const times = filled.map((group) => groups.times[group]!);
  const rows = frequentItems(items, counts, minFrequency).map(({ id, frequency }) => {
    const rates = filled.map((group) => (counts[group]![id]! / tokens[group]!) * million);
    const seen = filled.filter((group) => counts[group]![id]! > 0);
    return { id, frequency, seen, ...trend(rates, times) };
  });
  const q = benjaminiHochberg(rows.map(({ p }) => (Number.isNaN(p) ? 1 : p)));
  const order = [...rows.keys()].sort((a, b) => {
    const [one, other] = [rows[a]!, rows[b]!];
    return one.p - other.p || Math.abs(other.slope) - Math.abs(one.slope) || a - b;
  });
  for (const place of order) {
    const { id, frequency, seen, s, tau, p, slope, change, change_k, change_p } = rows[place]!;
    const rateOf = (part: readonly number[]) => {
      const words = part.reduce((sum, group) => sum + tokens[group]!, 0);
      return perMillion(
        part.reduce((sum, group) => sum + counts[group]![id]!, 0),
        words,
      );
    };
    // The same level throughout has no change.
    const changes = change_k > 0;
    yield [
      items.unit,
      items.forms[id]!,
      items.labels[id]!,
      frequency,
      seen.length,
      groups.names[seen[0]!]!,
      groups.names[seen.at(-1)!]!,
      significant(slope),
      significant(tau),
      s,
      significant(p),
      significant(q[place]!),
      changes ? groups.names[filled[change]!]! : null,
      changes ? significant(change_p) : null,
      changes ? rateOf(filled.slice(0, change)) : null,
      changes ? rateOf(filled.slice(change)) : null,
    ];
  }
}

/** Items of at least so many occurrences in all groups, the most frequent first, then by form. */
export function frequentItems(items: ComparedItems, counts: readonly Float64Array[], minFrequency: number) {
  return items.forms
    .map((_, id) => ({ id, frequency: counts.reduce((sum, column) => sum + column[id]!, 0) }))
    .filter(({ frequency }) => frequency >= Math.max(1, minFrequency))
    .sort((a, b) => b.frequency - a.frequency || compareForms(items, a.id, b.id));
}
