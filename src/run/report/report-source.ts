import type { Cell } from '../../model/table.ts';
import type { ReportTable } from '../../report/report-data.ts';
import type { CsvRow } from '../../write/csv-rows.ts';

/** The finished tables of a result. */
export interface ReportSource {
  /** Names of the columns of a table; none where the result has no such table. */
  columnsOf(table: string): readonly string[];
  rows(table: string): Iterable<CsvRow>;
  /** Some columns of each row, in the order in which they are asked for. */
  columns(table: string, names: readonly string[]): Iterable<readonly Cell[]>;
}

/** The first rows of a table that `keep` lets pass; `count` reads it to its end to know how many there are. */
export function firstRows(
  source: ReportSource,
  table: string,
  {
    most,
    columns,
    count,
    keep,
  }: {
    readonly most: number;
    /** All where none are named; those that the table lacks are left out. */
    readonly columns?: readonly string[];
    readonly count?: boolean;
    readonly keep?: (cell: (column: string) => Cell) => boolean;
  },
): ReportTable | undefined {
  const all = source.columnsOf(table);
  if (all.length === 0) return undefined;
  const shown = (columns ?? all).filter((name) => all.includes(name));
  const places = shown.map((name) => all.indexOf(name));
  const at = new Map(all.map((name, i) => [name, i]));
  const rows: Cell[][] = [];
  let total = 0;
  for (const row of source.rows(table)) {
    if (keep !== undefined && !keep((column) => row.cell(at.get(column)!))) continue;
    total++;
    if (rows.length < most) rows.push(places.map((place) => row.cell(place)));
    else if (count !== true) return { columns: shown, rows, total: null };
  }
  return total === 0 ? undefined : { columns: shown, rows, total };
}
