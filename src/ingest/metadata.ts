import { basename } from 'node:path';
import { type CsvError, parse } from 'csv-parse/sync';
import { CorpusError } from '../model/errors.ts';
import type { Message, PlacedMessage } from '../model/message.ts';
import { lineAndColumn, lineStarts } from '../text/lines.ts';
import { type Decoded, decode } from './encoding/decode.ts';
import { metadataColumns } from './metadata-columns.ts';
import { readBytes } from './read-bytes.ts';

/** A metadata table: one row a document, every column but the one that names the document. */
export interface Metadata {
  /** Base name of the file, for messages. */
  readonly name: string;
  readonly columns: readonly string[];
  /** By document name as the table has it (`/`, NFC, after the prefix of its folder); an empty cell is left out. */
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
/** What stands in a row and not in a header. */
const fileName = /\.(?:txt|text|md|markdown)$/i;

/**
 * Reads metadata.csv or .tsv, in any encoding that documents may have. `prefix` goes before the names in it; `bytes` are
 * those of the file. A bad row is told with its line and the rest is used. Throws CorpusError: input/bad-metadata,
 * metadata-empty, metadata-no-header, metadata-no-document, metadata-not-a-table, and what `readBytes` throws.
 */
export function readMetadata(path: string, prefix = '', bytes = readBytes(path, path)): Metadata {
  const name = basename(path).normalize('NFC');
  const decoded = decodeTable(bytes, path);
  const messages: PlacedMessage[] = decoded.messages.map((message) => ({
    document: name,
    message: withLine(message, decoded.text),
  }));
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
      const found = columns.map(({ name, index }) => [name, usable[index] ?? ''] as const);
      rows.set(
        document,
        Object.fromEntries(
          found.filter(([column, cell]) => {
            if (isEmpty(cell)) return false;
            // Nothing of it could be read: the title that the text itself has is better.
            const isUsable = column !== 'title' || /[\p{L}\p{N}]/u.test(cell);
            if (!isUsable) tell('metadata-unusable-title', { line, found: cell });
            return isUsable;
          }),
        ),
      );
    }
  }
  if (body.length === 0) tell('metadata-no-rows', { line: header.line });
  return { name, columns: columns.map((column) => column.name), rows, lines, messages };
}

/** The rows of a table, the header first, with white space around cells cut off and empty lines left out. */
function parseTable(text: string, path: string): [Row, ...Row[]] {
  // The separator is the one under which a column names the documents: not every .csv has commas.
  const separators = path.toLowerCase().endsWith('.tsv') ? ['\t', ',', ';'] : [',', '\t', ';'];
  const lines = text.split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => /[^\s,;]/.test(line));
  const expected = nameColumns.join(', ');
  if (first < 0) throw new CorpusError('input/metadata-empty', path, { expected });
  const split = (by: string) => lines[first]!.split(by).map((cell) => cell.replaceAll('"', '').trim());
  const delimiter = separators.find((by) => nameColumnOf(split(by)) >= 0);
  if (delimiter === undefined) {
    const cells = split(separators.find((by) => split(by).length > 1) ?? separators[0]!);
    const code = cells.some((cell) => fileName.test(cell)) ? 'input/metadata-no-header' : 'input/metadata-no-document';
    throw new CorpusError(code, `${path}:${first + 1}`, { expected, found: cells.join(', ') });
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

function decodeTable(bytes: Uint8Array, path: string): Decoded {
  try {
    return decode(bytes, undefined, path);
  } catch (error) {
    if (!(error instanceof CorpusError) || error.code !== 'input/binary-file') throw error;
    throw new CorpusError(
      'input/metadata-not-a-table',
      path,
      { ...error.values, expected: nameColumns.join(', ') },
      error,
    );
  }
}

/** A message about a place in the table, with its line: the table is no document of which places are known. */
function withLine(message: Message, text: string): Message {
  const { span, ...rest } = message;
  if (span === undefined) return message;
  return { ...rest, values: { line: lineAndColumn(lineStarts(text), span.start).line, ...message.values } };
}

/** White space and characters without width are nothing. */
function isEmpty(cell: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(cell);
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
