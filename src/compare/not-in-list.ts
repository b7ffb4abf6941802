import type { ItemTotals } from '../count/postings.ts';
import { type ComparedItems, compareForms } from './keywords.ts';
import type { ReferenceList } from './reference.ts';

/** Items that a list of frequencies lacks. */
export interface NotInList {
  readonly count: number;
  /** Of so many items that were to be compared. */
  readonly all: number;
  /** Their share of all occurrences, 0 to 1. */
  readonly share: number;
  /** The most frequent of them, ten at most. */
  readonly examples: readonly string[];
}

/** Which items of at least `minFrequency` occurrences a list lacks: one that is segmented otherwise lacks many. */
export function notInList(
  items: ComparedItems,
  { frequency }: Pick<ItemTotals, 'frequency'>,
  list: ReferenceList,
  minFrequency: number,
): NotInList {
  const wanted = [...items.forms.keys()].filter((id) => frequency[id]! >= Math.max(1, minFrequency));
  const missing = wanted
    .filter((id) => !list.frequency.has(items.forms[id]!))
    .sort((a, b) => frequency[b]! - frequency[a]! || compareForms(items, a, b));
  const sum = (ids: readonly number[]) => ids.reduce((total, id) => total + frequency[id]!, 0);
  const examples = missing.slice(0, 10).map((id) => items.forms[id]!);
  return { count: missing.length, all: wanted.length, share: sum(missing) / (sum(wanted) || 1), examples };
}
