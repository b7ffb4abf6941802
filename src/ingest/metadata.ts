import { basename } from 'node:path';
import { type CsvError, parse } from 'csv-parse/sync';
import { CorpusError } from '../model/errors.ts';
import type { Message, PlacedMessage } from '../model/message.ts';
import { decode } from './decode.ts';
import { metadataColumns } from './metadata-columns.ts';
import { readBytes } from './read-document.ts';

/** A metadata table: one row a document, every column but the one that names the document. */
export interface Metadata {
  /** Base name of the file, for messages. */
  readonly name: string;
  readonly columns: readonly string[];
  /** By document name as the table has it (`/`, NFC, after the prefix of its folder); no cell is missing. */
  readonly rows: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** 1-based line of each row. */
  readonly lines: ReadonlyMap<string, number>;
  readonly messages: readonly PlacedMessage[];
}

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

const nameColumns = ['document', 'file'];

/**
 * Reads metadata.csv or .tsv, in any encoding that documents may have. `prefix` goes before the names in it. A bad row is
 * told with its line and the rest is used. Throws CorpusError: input/bad-metadata, input/metadata-no-document and what
 * `readBytes` and `decode` throw.
 */
export function readMetadata(path: string, prefix = ''): Metadata {
  const name = basename(path).normalize('NFC');
  const decoded = decode(readBytes(path, path), undefined, path);
  const messages: PlacedMessage[] = decoded.messages.map((message) => ({ document: name, message }));
  const tell = (rule: string, values: Message['values'] & {}) =>
    messages.push({ document: name, message: { severity: 'warning', rule: `ingest/${rule}`, values } });

  const [header, ...body] = parseTable(decoded.text, path);
  const width = header.cells.length;
  const nameColumn = nameColumnOf(header.cells);
  const keep = header.cells.map((cell, i) => i !== nameColumn && (cell !== '' || body.some((row) => row.cells[i])));
  const columns = metadataColumns(header.cells, keep, tell);

  const rows = new Map<string, Readonly<Record<string, string>>>();
  const lines = new Map<string, number>();
  for (const { cells, line } of body) {
    const hasMore = cells.slice(width).some((cell) => cell !== '');
    if (hasMore || cells.length < width) {
      tell(hasMore ? 'metadata-long-row' : 'metadata-short-row', { line, expected: width, found: cells.length });
    }
    // A comma too many moves every cell after it: 关于做好,工作的通知 would put half a title under the issuer.
    const usable = hasMore ? [] : cells;
    const documentName = documentNameOf(cells[nameColumn] ?? '');
    const document = prefix + documentName;
    const first = lines.get(document);
    if (documentName === '') tell('metadata-no-name', { line });
    else if (first !== undefined) tell('metadata-duplicate-row', { line, name: documentName, first });
    else {
      lines.set(document, line);
      rows.set(document, Object.fromEntries(columns.map(({ name, index }) => [name, usable[index] ?? ''])));
    }
  }
  return { name, columns: columns.map((column) => column.name), rows, lines, messages };
}

/** The rows of a table, the header first, with white space around cells cut off and empty lines left out. */
function parseTable(text: string, path: string): [Row, ...Row[]] {
  // The separator is the one under which a column names the documents: not every .csv has commas.
  const separators = path.toLowerCase().endsWith('.tsv') ? ['\t', ',', ';'] : [',', '\t', ';'];
  const firstLine = /^[^\r\n]*/.exec(text.trimStart())![0];
  const split = (by: string) => firstLine.split(by).map((cell) => cell.replaceAll('"', '').trim());
  const delimiter = separators.find((by) => nameColumnOf(split(by)) >= 0);
  if (delimiter === undefined) {
    const found = split(separators[0]!).join(', ');
    throw new CorpusError('input/metadata-no-document', path, { expected: nameColumns.join(', '), found });
  }
  const rows: Row[] = [];
  let line = 1;
  const onRecord = (entry: unknown): null => {
    const { record, raw } = entry as { record: string[]; raw: string };
    const cells = record.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) rows.push({ cells, line });
    // The parser's own count takes CR LF inside quotes for two lines.
    line += raw.match(/\r\n|\n|\r/g)?.length ?? 0;
    return null;
  };
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      raw: true,
      on_record: onRecord,
    });
  } catch (error) {
    const { code } = error as CsvError;
    if (code === undefined) throw error;
    throw new CorpusError('input/bad-metadata', `${path}:${line}`, { line, reason: code }, error);
  }
  return rows as [Row, ...Row[]];
}

function nameColumnOf(header: readonly string[]): number {
  const lower = header.map((cell) => cell.toLowerCase());
  return nameColumns.map((name) => lower.indexOf(name)).find((index) => index >= 0) ?? -1;
}

/** A document name as people and programs write it, in the form that documents have. */
function documentNameOf(cell: string): string {
  return cell
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')
    .normalize('NFC');
}
