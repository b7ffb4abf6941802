import { groupBy } from '../../compare/groups.ts';
import { type ComparisonSettings, comparisonRows } from '../../compare/keywords.ts';
import { byGroupSchema, comparisonSchema, trendsSchema } from '../../compare/tables.ts';
import { countGroups, groupRows, trendRows } from '../../compare/trends.ts';
import type { DescribedDocument } from '../../model/document.ts';
import type { Message } from '../../model/message.ts';
import type { Settings } from '../settings.ts';
import { groupValue } from './group-value.ts';
import type { SharedTotals } from './shared-totals.ts';
import type { Emit, FamilyKind, TableFamily } from './table-family.ts';

/** comparison, by_group and trends, where a column of groups is given. */
export const groupTables: FamilyKind = {
  schemas: { comparison: comparisonSchema, by_group: byGroupSchema, trends: trendsSchema },
  isPossible: ({ by }) => by !== null,
  create({ settings, totals }) {
    // Groups are compared by both, whether or not they have tables of their own.
    totals.terms();
    totals.words();
    return new GroupTables(settings.by!, settings, totals);
  },
};

/** Groups of the documents of a run, by the column of its settings, and the tables of them. */
class GroupTables implements TableFamily {
  readonly name = 'compare';
  readonly messages: Message[] = [];
  readonly #values: (string | undefined)[] = [];
  readonly #by: string;
  readonly #settings: Settings;
  readonly #totals: SharedTotals;

  constructor(by: string, settings: Settings, totals: SharedTotals) {
    this.#by = by;
    this.#settings = settings;
    this.#totals = totals;
  }

  add(document: DescribedDocument): void {
    this.#values.push(groupValue(document, this.#by));
  }

  /** All rows of the tables that are asked for. */
  finish(emit: Emit): void {
    const groups = groupBy(this.#values);
    const by = this.#by;
    const without = groups.of.reduce((count, group) => count + Number(group < 0), 0);
    if (groups.names.length < 2) this.#tell('warning', 'no-groups', { by, count: groups.names.length });
    else if (without > 0) this.#tell('warning', 'without-group', { by, count: without });
    const { tables, comparison } = this.#settings;
    const { min_frequency: minFrequency, max_rows: maxRows } = comparison;
    for (const items of this.#totals.compared()) {
      if (tables.includes('comparison')) {
        const settings = { ...this.#sides(groups.names), minFrequency, maxRows };
        let left = 0;
        for (const row of comparisonRows(items, groups, settings, (_, count) => {
          left += count;
        })) {
          emit('comparison', row);
        }
        if (left > 0) this.#tell('info', 'rows-left-out', { unit: items.unit, count: left, written: maxRows });
      }
      const counts = countGroups(items, groups);
      if (tables.includes('by_group')) {
        for (const row of groupRows(items, groups, minFrequency, counts)) emit('by_group', row);
      }
      if (tables.includes('trends') && groups.isSeries && groups.names.length > 2) {
        for (const row of trendRows(items, groups, minFrequency, counts)) emit('trends', row);
      }
    }
  }

  #sides(names: readonly string[]): Pick<ComparisonSettings, 'target' | 'reference'> {
    const { target, reference } = this.#settings;
    return { target: this.#side('target', target, names), reference: this.#side('reference', reference, names) };
  }

  #side(setting: string, name: string | null, names: readonly string[]): number | undefined {
    if (name === null) return undefined;
    const index = names.indexOf(name);
    if (index >= 0) return index;
    const values = { setting, found: name, expected: names.slice(0, 20).join(', ') };
    if (!this.messages.some(({ values }) => values?.setting === setting)) this.#tell('error', 'no-such-group', values);
    return undefined;
  }

  #tell(severity: Message['severity'], name: string, values: Message['values'] & object): void {
    this.messages.push({ severity, rule: `compare/${name}`, values });
  }
}
