import { type Groups, groupBy } from '../../compare/groups.ts';
import { type ComparedItems, type ComparisonSettings, comparisonRows } from '../../compare/keywords.ts';
import { notInList } from '../../compare/not-in-list.ts';
import { byGroupSchema, comparisonSchema, trendsSchema, turnoverSchema } from '../../compare/tables.ts';
import { countGroups, groupRows, trendRows } from '../../compare/trends.ts';
import { turnoverRows } from '../../compare/turnover.ts';
import { withListed } from '../../compare/with-listed.ts';
import { totalItems } from '../../count/postings.ts';
import type { DescribedDocument } from '../../model/document.ts';
import type { Message } from '../../model/message.ts';
import { none } from '../settings.ts';
import { sideOf } from './comparison-sides.ts';
import { groupValue } from './group-value.ts';
import { heldByDocument } from './held-total.ts';
import { seriesMessages } from './series-messages.ts';
import type { Emit, FamilyInput, FamilyKind, TableFamily } from './table-family.ts';

/** comparison, by_group, trends and turnover, where a column of groups is given; with a list only the first. */
export const groupTables: FamilyKind = {
  schemas: {
    comparison: comparisonSchema,
    by_group: byGroupSchema,
    trends: trendsSchema,
    turnover: turnoverSchema,
  },
  schemasOf({ by }) {
    return by === null ? { comparison: comparisonSchema } : groupTables.schemas;
  },
  isPossible: ({ by, reference_list: list }) => by !== null || list !== null,
  create: (input) => new GroupTables(input),
};

/** What the target is called that is all documents. */
const allDocuments = '*';
// A list that lacks a greater share of the occurrences is segmented otherwise, or too short to compare with.
const mostMissing = 0.1;

/** Groups of the documents of a run, by the column of its settings, and the tables of them. */
class GroupTables implements TableFamily {
  readonly name = 'compare';
  readonly messages: Message[] = [];
  readonly #values = heldByDocument<string | undefined>();
  readonly held = [this.#values];
  readonly #input: FamilyInput;

  constructor(input: FamilyInput) {
    this.#input = input;
    // Groups are compared by both, whether or not they have tables of their own.
    input.totals.terms();
    input.totals.words();
  }

  add(document: DescribedDocument): void {
    const { by } = this.#input.settings;
    this.#values.value.push(by === null ? allDocuments : groupValue(document, by));
  }

  /** All rows of the tables that are asked for. */
  finish(emit: Emit): void {
    const { tables, comparison, by, by_separators: separators } = this.#input.settings;
    const groups = groupBy(this.#values.value, by === null || by === 'title' || separators === none ? '' : separators);
    if (by !== null) this.#tellGroups(by, groups);
    const { min_frequency: minFrequency, max_rows: maxRows } = comparison;
    const sides = tables.includes('comparison') ? this.#sides(groups) : undefined;
    for (const items of this.#input.totals.compared()) {
      if (sides !== undefined) {
        this.#tellNotInList(items, groups, sides, minFrequency);
        let left = 0;
        const settings = { ...sides, minFrequency, maxRows };
        for (const row of comparisonRows(withListed(items, sides.reference), groups, settings, (_, count) => {
          left += count;
        })) {
          emit('comparison', row);
        }
        if (left > 0) this.#tell('info', 'rows-left-out', { unit: items.unit, count: left, written: maxRows });
      }
      if (by === null) continue;
      const counts = countGroups(items, groups);
      if (tables.includes('by_group')) {
        for (const row of groupRows(items, groups, minFrequency, counts)) emit('by_group', row);
      }
      if (!groups.isSeries) continue;
      const periods = counts.tokens.filter((tokens) => tokens > 0).length;
      if (tables.includes('trends') && periods > 2) {
        for (const row of trendRows(items, groups, minFrequency, counts)) emit('trends', row);
      }
      if (tables.includes('turnover')) {
        for (const row of turnoverRows(items, groups, minFrequency, counts)) emit('turnover', row);
      }
    }
  }

  #tellGroups(by: string, groups: Groups): void {
    const { tables, reference_list: list } = this.#input.settings;
    const without = groups.of.reduce((count, group) => count + Number(group < 0), 0);
    const least = list === null ? 2 : 1;
    if (groups.names.length < least) this.#tell('warning', 'no-groups', { by, count: groups.names.length });
    else if (without > 0) this.#tell('warning', 'without-group', { by, count: without });
    if (groups.several.size > 0) this.#tell('info', 'several-groups', { by, count: groups.several.size });
    if (groups.isSeries && tables.includes('trends')) this.messages.push(...seriesMessages(by, groups));
  }

  #sides(groups: Groups): Pick<ComparisonSettings, 'target' | 'reference'> {
    const { settings, reference } = this.#input;
    const tell = this.#tell.bind(this);
    const target = settings.by === null ? undefined : sideOf('target', settings.target, groups, tell);
    if (reference !== undefined) return { target, reference };
    return { target, reference: sideOf('reference', settings.reference, groups, tell) };
  }

  #tellNotInList(
    items: ComparedItems,
    groups: Groups,
    { reference: list }: Pick<ComparisonSettings, 'reference'>,
    minFrequency: number,
  ): void {
    if (list === undefined || 'groups' in list) return;
    if (list.unit !== items.unit) {
      this.#tell('info', 'unit-not-compared', { list: list.name, unit: list.unit, other: items.unit });
      return;
    }
    const total = totalItems(items.postings, items.forms.length, (document) => groups.of[document]! >= 0);
    const { count, all, share, examples } = notInList(items, total, list, minFrequency);
    if (count === 0) return;
    const { unit } = items;
    const percent = Math.round(1000 * share) / 10;
    const values = { list: list.name, unit, count, all, share: percent, found: examples.join(', ') };
    this.#tell(share > mostMissing ? 'warning' : 'info', 'not-in-list', values);
  }

  #tell(severity: Message['severity'], name: string, values: Message['values'] & object): void {
    this.messages.push({ severity, rule: `compare/${name}`, values });
  }
}
