import type { Message } from '../../model/message.ts';
import type { CorpusFile, MemberSource, TableUse } from '../corpus-file.ts';
import type { MemberList } from '../member-list.ts';
import { type ListedRows, listRows } from './list-rows.ts';
import { openTable } from './open-table.ts';
import { openXlsx } from './xlsx-table.ts';

/** Lists the rows of a table that is a text. Throws what `openTable` throws. */
export function listTable(
  list: MemberList,
  file: CorpusFile,
  format: string,
  bytes: Uint8Array,
  source: MemberSource,
): void {
  const { encoding, textColumn } = list.options;
  const table = openTable(bytes, format, file.id, encoding);
  const listed = listRows(table, textColumn, (message) => tell(list, file.id, message));
  const forced = encoding === undefined ? {} : { encoding };
  if (listed !== undefined) addRows(list, file, `${file.id}#`, source, { format, sheet: 0, ...forced }, listed);
}

/**
 * Lists the rows of a workbook: `a.xlsx#12` where one of its sheets holds texts, `a.xlsx#正文!12` where several do. Hidden
 * sheets are left out. Throws CorpusError and Error.
 */
export function listSheets(list: MemberList, file: CorpusFile, bytes: Uint8Array, source: MemberSource): void {
  const book = openXlsx(bytes, file.id);
  const found: { name: string; sheet: number; messages: Message[]; listed: ListedRows | undefined }[] = [];
  book.sheets.forEach(({ name, isHidden }, sheet) => {
    if (isHidden) {
      list.tell('info', 'hidden-sheet', file.id, { sheet: name });
      return;
    }
    const table = book.table(sheet);
    // A new workbook has sheets that nobody filled.
    if (table.header.length === 0 && book.sheets.length > 1) return;
    const messages: Message[] = [];
    const listed = listRows(table, list.options.textColumn, (message) => messages.push(message));
    found.push({ name, sheet, messages, listed });
  });
  if (found.length === 0) list.tell('warning', 'table-empty', file.id);
  const used = found.filter(({ listed }) => listed !== undefined);
  for (const { name, sheet, messages, listed } of found) {
    const place = found.length > 1 ? `${file.id}#${name}` : file.id;
    for (const message of messages) {
      // Beside a sheet with texts one of notes or numbers is no surprise.
      const isExpected = message.rule === 'ingest/no-text-column' && used.length > 0;
      tell(list, place, isExpected ? { ...message, severity: 'info' } : message);
    }
    const prefix = used.length > 1 ? `${file.id}#${name}!` : `${file.id}#`;
    if (listed !== undefined) addRows(list, file, prefix, source, { format: 'xlsx', sheet }, listed);
  }
}

function addRows(
  list: MemberList,
  { path }: CorpusFile,
  prefix: string,
  source: MemberSource,
  how: Pick<TableUse, 'format' | 'sheet' | 'encoding'>,
  { use, rows, bytes }: ListedRows,
): void {
  for (const { name } of use.columns) list.columns.add(name);
  // One object for all rows: with 100,000 of them it is sent to a thread once a batch.
  const shared: MemberSource = { ...source, table: { ...how, ...use } };
  rows.forEach((row, i) => {
    const member = { source: shared, row, bytes: bytes[i]! };
    list.files.push({ id: `${prefix}${row + 1}`, path, format: how.format, member });
  });
}

function tell(list: MemberList, document: string, { severity, rule, values }: Message): void {
  list.tell(severity, rule.slice(rule.indexOf('/') + 1), document, values);
}
