import type { Message } from '../../model/message.ts';
import { isTooLong, mostSheetColumns, sheetRows } from '../../write/xlsx.ts';
import type { StagedFiles } from './staged-files.ts';

/** What Excel cannot hold of the tables: columns past its last, and ends of cells; and tables that go on on a further sheet. */
export function xlsxLimits(staged: StagedFiles, tables: readonly string[]): Message[] {
  return tables.flatMap((name) => limitsOf(staged, name));
}

function limitsOf(staged: StagedFiles, table: string): Message[] {
  const columns = staged.tables.find(({ schema }) => schema.name === table)!.schema.columns;
  if (columns.length > mostSheetColumns) {
    const values = { table, columns: columns.length, most: mostSheetColumns };
    return [{ severity: 'warning', rule: 'write/xlsx-too-wide', values }];
  }
  let rows = 0;
  const long = new Map<string, number>();
  for (const row of staged.rows(table)) {
    rows++;
    for (let i = 0; i < row.length; i++) {
      const { name } = columns[i]!;
      if (isTooLong(row[i]!)) long.set(name, (long.get(name) ?? 0) + 1);
    }
  }
  const messages: Message[] = [];
  if (rows > sheetRows) {
    const values = { table, rows, sheets: Math.ceil(rows / sheetRows) };
    messages.push({ severity: 'info', rule: 'write/xlsx-more-sheets', values });
  }
  for (const [column, count] of long) {
    messages.push({ severity: 'warning', rule: 'write/xlsx-cut-cells', values: { table, column, count } });
  }
  return messages;
}
