import type { Cell, TableSchema } from '../../model/table.ts';

/** Rows of a table as objects with the names of its columns, for JSON. */
export function rowRecords(schema: TableSchema, rows: readonly (readonly Cell[])[]): Record<string, Cell>[] {
  return rows.map((row) => Object.fromEntries(schema.columns.map(({ name }, i) => [name, row[i]!])));
}
