import type { Message } from '../../model/message.ts';
import type { Decoded } from '../encoding/decode.ts';
import { CsvRecords } from './csv-records.ts';
import { headerNames, headerRow, mostRowsAbove } from './header-row.ts';
import type { Table } from './table.ts';

/** Records by which the separator is found. */
const sampleRecords = 50;
/** A character that no table has, for one that has a single column. */
const noSeparator = '\u001f';
/** The first line of a file in which Excel says what its separator is. */
const stated = /^sep=([^\r\n])(?:\r\n|\r|\n)/i;

/** A title that stands alone above the names has empty cells beside it; a line without separators may be a text. */
const isPadded = (cells: readonly unknown[]) => cells.length > 1;

/** Opens a table of cells with separators: the comma, the semicolon or the tab, whichever parts its records alike. */
export function openCsv({ text, encoding, messages: decoding }: Decoded, format: string): Table {
  const statement = stated.exec(text);
  const begin = statement?.[0].length ?? 0;
  const separator = statement?.[1] ?? findSeparator(text, format === 'tsv' ? ['\t', ',', ';'] : [',', '\t', ';']);
  const records = new CsvRecords(text, separator);
  const head = firstRecords(records, text, begin, mostRowsAbove);
  const headerAt = Math.max(0, headerRow(head, isPadded));
  const starts = recordStarts(records, text, begin);
  const first = Math.min(headerAt + 1, starts.length);

  const lineOfOffset = (offset: number) => (text.slice(0, offset).match(/\r\n|\n|\r/g)?.length ?? 0) + 1;
  const messages: Message[] = [...decoding];
  if (records.unclosed !== undefined) {
    const line = lineOfOffset(records.unclosed);
    messages.push({ severity: 'warning', rule: 'ingest/unclosed-quote', values: { line } });
  }
  return {
    header: headerNames(head[headerAt] ?? []),
    rowCount: starts.length - first,
    encoding,
    isKeyed: false,
    messages,
    cells(row) {
      const cells: string[] = [];
      records.read(starts[first + row]!, cells);
      return cells;
    },
    lineOf: (row) => lineOfOffset(starts[first + row]!),
  };
}

function recordStarts(records: CsvRecords, text: string, begin: number): Uint32Array {
  let starts = new Uint32Array(1024);
  let count = 0;
  for (let at = begin; at < text.length; at = records.read(at)) {
    if (count === starts.length) {
      const longer = new Uint32Array(2 * count);
      longer.set(starts);
      starts = longer;
    }
    starts[count++] = at;
  }
  return starts.slice(0, count);
}

function firstRecords(records: CsvRecords, text: string, begin: number, count: number): string[][] {
  const found: string[][] = [];
  for (let at = begin; at < text.length && found.length < count; ) {
    const cells: string[] = [];
    at = records.read(at, cells);
    found.push(cells);
  }
  return found;
}

/** The separator under which most records have as many cells as the header, and then the one with most columns. */
function findSeparator(text: string, candidates: readonly string[]): string {
  let best = { separator: noSeparator, alike: 0, width: 1 };
  for (const separator of candidates) {
    const records = firstRecords(new CsvRecords(text, separator), text, 0, sampleRecords);
    const width = headerNames(records[Math.max(0, headerRow(records, isPadded))] ?? []).length;
    if (width < 2) continue;
    const alike = records.filter((cells) => cells.length === width).length;
    if (alike > best.alike || (alike === best.alike && width > best.width)) best = { separator, alike, width };
  }
  return best.separator;
}
