import type { Message } from '../../model/message.ts';
import type { TableUse } from '../corpus-file.ts';
import { metadataColumns } from '../metadata-columns.ts';
import { cellText, isEmptyCell } from './cell-text.ts';
import type { Table } from './table.ts';
import { folded, textColumn } from './text-column.ts';

/** The rows of a table that are documents. */
export interface ListedRows {
  readonly use: Pick<TableUse, 'header' | 'text' | 'columns'>;
  /** 0-based, rising. */
  readonly rows: readonly number[];
  /** Bytes of the text of each, at most. */
  readonly bytes: readonly number[];
}

/** Rows by which the column with the text is chosen. */
const sampleRows = 1000;
/** Bad rows that are told one by one. */
const mostTold = 20;
/** UTF-8 bytes of a UTF-16 unit of Chinese. */
const unitBytes = 3;

/** Columns that hold the title of a text, the best first. */
const titles =
  'title 标题 標題 题目 題目 题名 題名 文件标题 政策标题 政策名称 文件名称 法规名称 文章标题 新闻标题 名称'.split(' ');

/**
 * Finds the documents in a table: a row each that has a text in the `wanted` column, or in the one that is known for it.
 * What is left out is told; undefined where all of it is.
 */
export function listRows(
  table: Table,
  wanted: string | undefined,
  tell: (message: Message) => void,
): ListedRows | undefined {
  const { header, rowCount } = table;
  const warn = (name: string, values: NonNullable<Message['values']>) =>
    tell({ severity: 'warning', rule: `ingest/${name}`, values });
  for (const message of table.messages) tell(message);
  if (header.length === 0 || rowCount === 0) {
    tell({ severity: 'warning', rule: 'ingest/table-empty' });
    return undefined;
  }
  const sample: (readonly (string | undefined)[])[] = [];
  for (let row = 0; row < Math.min(rowCount, sampleRows); row++) sample.push(table.cells(row) ?? []);
  const { column: text, message } = textColumn(header, sample, wanted);
  if (message !== undefined) tell(message);
  if (text === undefined) return undefined;

  const rows: number[] = [];
  const bytes: number[] = [];
  const hasCells = new Uint8Array(header.length);
  let bad = 0;
  let empty = 0;
  let firstEmpty = 0;
  for (let row = 0; row < rowCount; row++) {
    const cells = table.cells(row);
    if (cells === undefined) {
      if (bad++ < mostTold) tell({ severity: 'warning', rule: table.fault!(row), values: { line: table.lineOf(row) } });
      continue;
    }
    let isBlank = true;
    for (let column = 0; column < cells.length; column++) {
      if (isEmptyCell(cells[column])) continue;
      isBlank = false;
      if (column < header.length) hasCells[column] = 1;
    }
    if (isBlank) continue;
    const isLong = !table.isKeyed && cells.slice(header.length).some((cell) => !isEmptyCell(cell));
    if (!table.isKeyed && (isLong || cells.length < header.length)) {
      const values = { expected: header.length, found: cells.length };
      if (bad++ < mostTold) warn(isLong ? 'table-long-row' : 'table-short-row', { line: table.lineOf(row), ...values });
      // A separator too many moves the cells after it: nobody knows which of them is the text.
      if (isLong) continue;
    }
    const isText = !isEmptyCell(cells[text]) && table.isMerged?.(row, text) !== true;
    if (isText) {
      rows.push(row);
      bytes.push(cells[text]!.length * unitBytes);
    } else if (empty++ === 0) firstEmpty = table.lineOf(row);
  }
  if (bad > mostTold) warn('table-more-bad-rows', { count: bad - mostTold });
  if (empty > 0) warn('table-empty-texts', { count: empty, line: firstEmpty });

  if (rows.length + empty + bad === 0) tell({ severity: 'warning', rule: 'ingest/table-empty' });

  const title = titleColumn(header, text);
  const columns = metadataColumns(
    header.map((name, column) => (column === title ? 'title' : name)),
    header.map((name, column) => column !== text && (name !== '' || hasCells[column] === 1)),
    (rule, values) => warn(rule, values),
  );
  return { use: { header, text, columns }, rows, bytes };
}

function titleColumn(header: readonly string[], text: number): number {
  for (const name of titles) {
    const column = header.findIndex((other, i) => i !== text && folded(other) === name);
    if (column >= 0) return column;
  }
  return -1;
}

/** The text and the metadata of a row; undefined where it has no text. An empty cell is left out. */
export function readRow(
  table: Table,
  row: number,
  use: Pick<TableUse, 'text' | 'columns'>,
): { text: string; meta: Record<string, string> } | undefined {
  const cells = table.cells(row);
  const text = cells?.[use.text];
  if (cells === undefined || text === undefined) return undefined;
  const meta: Record<string, string> = {};
  for (const { name, index } of use.columns) {
    const cell = cellText((cells[index] ?? '').trim()).trim();
    // Nothing of such a title could be read: the one that the text itself has is better.
    if (!isEmptyCell(cell) && (name !== 'title' || /[\p{L}\p{N}]/u.test(cell))) meta[name] = cell;
  }
  return { text: cellText(text), meta };
}
