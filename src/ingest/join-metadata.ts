import type { PlacedMessage } from '../model/message.ts';
import type { CorpusFile } from './corpus-file.ts';
import type { Metadata } from './metadata.ts';

/** The metadata of every document that has any. */
export interface JoinedMetadata {
  /** All columns of all tables, in their order. */
  readonly columns: readonly string[];
  readonly rows: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly messages: readonly PlacedMessage[];
}

/**
 * Finds the document of every row: by its whole name, else by its base name where only one document without a row has it.
 * Rows without a document and, where there is any metadata, documents without a row are told.
 */
export function joinMetadata(
  files: readonly Pick<CorpusFile, 'id' | 'member'>[],
  tables: readonly Metadata[],
): JoinedMetadata {
  const rows = new Map<string, Readonly<Record<string, string>>>();
  const messages: PlacedMessage[] = tables.flatMap((table) => table.messages);
  const ids = new Set(files.map(({ id }) => id));
  const tell = (table: Metadata, rule: string, name: string, more: Readonly<Record<string, string | number>>) => {
    const values = { line: table.lines.get(name)!, name, ...more };
    messages.push({ document: table.name, message: { severity: 'warning', rule: `ingest/${rule}`, values } });
  };
  const loose: { table: Metadata; name: string; row: Readonly<Record<string, string>> }[] = [];
  for (const table of tables) {
    for (const [name, row] of table.rows) {
      if (!ids.has(name)) loose.push({ table, name, row });
      else if (rows.has(name)) tell(table, 'metadata-second-row', name, { document: name });
      else rows.set(name, row);
    }
  }
  const byBase = new Map<string, string[]>();
  for (const id of ids) {
    if (rows.has(id)) continue;
    const sameBase = byBase.get(baseOf(id));
    if (sameBase === undefined) byBase.set(baseOf(id), [id]);
    else sameBase.push(id);
  }
  for (const { table, name, row } of loose) {
    const candidates = byBase.get(baseOf(name)) ?? [];
    const [id] = candidates;
    if (id === undefined || candidates.length > 1) {
      tell(table, 'metadata-without-file', name, { candidates: candidates.length });
    } else if (rows.has(id)) tell(table, 'metadata-second-row', name, { document: id });
    else rows.set(id, row);
  }
  if (tables.length > 0) {
    for (const { id, member } of files) {
      // A row of a table brings its own.
      if (rows.has(id) || member?.row !== undefined) continue;
      messages.push({ document: id, message: { severity: 'warning', rule: 'ingest/file-without-metadata' } });
    }
  }
  return { columns: [...new Set(tables.flatMap((table) => table.columns))], rows, messages };
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
