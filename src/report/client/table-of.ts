import { table } from './data.ts';
import { dataTable, type TableColumn } from './data-table.ts';
import { say, shown } from './state.ts';

type Shown = ReturnType<typeof dataTable>;

/** A table of the result as it is, with cells of its own where `cells` has them; undefined where the run has none. */
export function tableOf(
  name: string,
  caption: string,
  {
    cells = {},
    without = [],
    hidden,
    first = [],
    last = [],
  }: {
    readonly cells?: Readonly<Record<string, (row: number) => Node | string>>;
    readonly without?: readonly string[];
    readonly hidden?: (row: number) => boolean;
    /** Columns before those of the table. */
    readonly first?: readonly TableColumn[];
    /** Columns after those of the table. */
    readonly last?: readonly TableColumn[];
  } = {},
): Shown | undefined {
  const found = table(name);
  if (found === undefined) return undefined;
  const { columns, rows, total } = found;
  const own = columns.flatMap((column, at): TableColumn[] => {
    if (without.includes(column)) return [];
    const cell = cells[column];
    return [{ name: column, value: (row) => rows[row]![at] ?? null, ...(cell === undefined ? {} : { cell }) }];
  });
  const isPart = total === null || total > rows.length;
  return dataTable({
    caption,
    columns: [...first, ...own, ...last],
    rows: rows.length,
    ...(isPart ? { note: say('rows-first', { total: shown(rows.length), file: `${name}.csv` }) } : {}),
    ...(hidden === undefined ? {} : { hidden }),
  });
}
