import type { Cell } from '../model/table.ts';
import { type Groups, isIn } from './groups.ts';
import type { ComparedItems } from './keywords.ts';
import { frequentItems, type GroupCounts } from './trends.ts';

// More than a cell of a spreadsheet shows; all are in trends.csv by `first` and `last`.
const mostListed = 30;

/**
 * Rows of turnover.csv: what is new and what has vanished in each group of a series, in their order. Groups without counted
 * words are no periods.
 */
export function* turnoverRows(
  items: ComparedItems,
  groups: Groups,
  minFrequency: number,
  { counts, tokens }: GroupCounts,
): Generator<readonly Cell[]> {
  const periods = [...groups.names.keys()].filter((group) => tokens[group]! > 0);
  const spans = frequentItems(items, counts, minFrequency).map(({ id, frequency }) => {
    const seen = periods.map((group) => counts[group]![id]! > 0);
    return { id, frequency, seen, first: seen.indexOf(true), last: seen.lastIndexOf(true) };
  });
  const listed = (found: typeof spans) =>
    found
      .slice(0, mostListed)
      .map(({ id }) => items.forms[id]!)
      .join('; ');
  for (const [p, group] of periods.entries()) {
    const frequency = ({ id }: { id: number }) => counts[group]![id]!;
    const here = spans.filter(({ seen }) => seen[p]);
    // Sorting is stable: equal ones stay by frequency in all, then by form.
    const fresh = here.filter(({ first }) => first === p).sort((a, b) => frequency(b) - frequency(a));
    const gone = spans.filter(({ last }) => last === p - 1);
    const back = here.filter(({ seen, first }) => first < p && !seen[p - 1]);
    const documents = groups.of.reduce((count, _, document) => count + Number(isIn(groups, document, [group])), 0);
    const isFirst = p === 0;
    yield [
      items.unit,
      groups.names[group]!,
      documents,
      tokens[group]!,
      here.length,
      isFirst ? null : fresh.length,
      isFirst ? null : back.length,
      isFirst ? null : gone.length,
      isFirst ? null : listed(fresh),
      isFirst ? null : listed(gone),
    ];
  }
}
