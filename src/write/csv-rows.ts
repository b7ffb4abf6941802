import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { Cell, TableSchema } from '../model/table.ts';
import { unguarded } from './formula-guard.ts';
import { writing } from './output-error.ts';

/** Bytes that are read at once. */
const chunkBytes = 1 << 20;
const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;

/**
 * The rows of a CSV file that `CsvWriter` wrote, piece by piece, with numbers as numbers, an empty cell as null and texts
 * without the guard against formulas.
 */
export function* tableRows(path: string, schema: TableSchema): Generator<Cell[]> {
  const isText = schema.columns.map(({ type }) => type === 'string');
  let isHead = true;
  for (const cells of csvRows(path)) {
    if (isHead) {
      isHead = false;
      continue;
    }
    yield cells.map((cell, i) => (cell === '' ? null : isText[i] ? unguarded(cell) : Number(cell)));
  }
}

/** Rows of a file of RFC 4180 with line feeds, its header among them. */
function* csvRows(path: string): Generator<string[]> {
  const decoder = new StringDecoder('utf8');
  let text = '';
  let isStart = true;
  for (const chunk of chunks(path)) {
    text += decoder.write(chunk);
    if (isStart && text !== '') {
      if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
      isStart = false;
    }
    const reader = new RowReader(text);
    for (let row = reader.next(); row !== undefined; row = reader.next()) yield row;
    text = text.slice(reader.at);
  }
}

function* chunks(path: string): Generator<Buffer> {
  const room = Buffer.allocUnsafe(chunkBytes);
  const file = writing(path, () => openSync(path, 'r'));
  try {
    for (;;) {
      const length = writing(path, () => readSync(file, room, 0, chunkBytes, null));
      if (length === 0) return;
      yield room.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** Reads the whole rows of a text that may end within one. */
class RowReader {
  /** Where the first row begins that has not been read. */
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next row; undefined where the text ends before it does. */
  next(): string[] | undefined {
    const text = this.#text;
    const cells: string[] = [];
    for (let at = this.at; at < text.length; ) {
      let cell: string;
      let end: number;
      if (text.charCodeAt(at) === quote) {
        end = closingQuote(text, at + 1);
        if (end < 0) return undefined;
        cell = text.slice(at + 1, end).replaceAll('""', '"');
        end++;
      } else {
        end = at;
        while (end < text.length && text.charCodeAt(end) !== comma && text.charCodeAt(end) !== lineFeed) end++;
        cell = text.slice(at, end);
      }
      if (end >= text.length) return undefined;
      cells.push(cell);
      at = end + 1;
      if (text.charCodeAt(end) === lineFeed) {
        this.at = at;
        return cells;
      }
    }
    return undefined;
  }
}

/** The quote that ends a quoted cell; -1 where it is not known yet, as one at the very end may be the first of two. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (at + 1 >= text.length) return -1;
    if (text.charCodeAt(at + 1) !== quote) return at;
  }
  return -1;
}
