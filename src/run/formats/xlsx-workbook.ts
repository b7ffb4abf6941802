import { text, whole } from '../../model/columns.ts';
import type { Cell, TableSchema } from '../../model/table.ts';
import { isTooLong, mostSheetColumns, type Workbook } from '../../write/xlsx.ts';
import type { StagedFiles } from './staged-files.ts';

const about: Pick<TableSchema, 'name' | 'columns'> = {
  name: 'about',
  columns: [
    text('table', '', ''),
    text('column', '', ''),
    text('type', '', ''),
    whole('rows', '', ''),
    whole('cut_cells', '', ''),
    text('description', '', ''),
    text('说明', '', ''),
  ],
};

/** Writes a sheet a table, and at the end the sheet `about`: what each table and column is, in both languages. */
export function writeWorkbook(workbook: Workbook, staged: StagedFiles, names: readonly string[]): void {
  const rows: Cell[][] = [];
  for (const { schema } of staged.tables) {
    if (!names.includes(schema.name) || schema.columns.length > mostSheetColumns) continue;
    const cut = schema.columns.map(() => 0);
    let count = 0;
    const counted = function* () {
      for (const row of staged.rows(schema.name)) {
        count++;
        for (let i = 0; i < row.length; i++) if (isTooLong(row[i]!)) cut[i]!++;
        yield row;
      }
    };
    workbook.table(schema, counted());
    rows.push([schema.name, null, null, count, null, schema.en, schema.zh]);
    schema.columns.forEach((column, i) => {
      rows.push([schema.name, column.name, column.type, null, cut[i] || null, column.en, column.zh]);
    });
  }
  workbook.table(about, rows);
  workbook.finish();
}
