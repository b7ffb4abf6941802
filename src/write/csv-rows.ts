import { closeSync, openSync, readSync } from 'node:fs';
import type { Cell, TableSchema } from '../model/table.ts';
import { unguarded } from './formula-guard.ts';
import { writing } from './output-error.ts';

/** Bytes that are read at once. */
const chunkBytes = 1 << 20;
const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;
const byteOrderMark = [0xef, 0xbb, 0xbf];

/** One row of a CSV file; it holds until the next is asked for. */
export interface CsvRow {
  /** The cell of a column: numbers as numbers, an empty cell as null, texts without the guard against formulas. */
  cell(column: number): Cell;
}

/** The rows of a CSV file that `CsvWriter` wrote, piece by piece. */
export function* tableRows(path: string, schema: TableSchema): Generator<Cell[]> {
  for (const row of csvRows(path, schema)) yield schema.columns.map((_, column) => row.cell(column));
}

/** As `tableRows`, where only some of the cells are wanted: a cell that nobody asks for is not made. */
export function* csvRows(path: string, schema: TableSchema): Generator<CsvRow> {
  const reader = new RowReader(schema.columns.map(({ type }) => type === 'string'));
  const file = writing(path, () => openSync(path, 'r'));
  try {
    let isHead = true;
    while (reader.fill((room, from) => writing(path, () => readSync(file, room, from, room.length - from, null)))) {
      while (reader.next()) {
        if (!isHead) yield reader;
        isHead = false;
      }
    }
  } finally {
    closeSync(file);
  }
}

/** Finds the cells of one row after another in the bytes of a file of RFC 4180 with line feeds. */
class RowReader implements CsvRow {
  readonly #isText: readonly boolean[];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #room = Buffer.allocUnsafe(chunkBytes);
  /** The bytes from `#at`, where the first row begins that has not been read, to `#length`. */
  #at = 0;
  #length = 0;
  #isStart = true;

  constructor(isText: readonly boolean[]) {
    this.#isText = isText;
  }

  /** Reads on behind what is left of the last chunk; false where the file has ended. */
  fill(read: (room: Buffer, from: number) => number): boolean {
    const rest = this.#length - this.#at;
    // A row that is longer than all the room needs more of it.
    const room = rest < this.#room.length ? this.#room : Buffer.allocUnsafe(2 * rest);
    this.#room.copy(room, 0, this.#at, this.#length);
    const bytes = read(room, rest);
    this.#room = room;
    this.#at = 0;
    this.#length = rest + bytes;
    if (this.#isStart && byteOrderMark.every((byte, i) => room[i] === byte)) this.#at = byteOrderMark.length;
    this.#isStart = false;
    return bytes > 0;
  }

  /** Goes to the next row; false where the bytes end before it does. */
  next(): boolean {
    const room = this.#room;
    const length = this.#length;
    for (let at = this.#at, column = 0; at < length; column++) {
      let end = at;
      if (room[at] === quote) {
        end = closingQuote(room, at + 1, length);
        if (end < 0) return false;
        end++;
      } else {
        while (end < length && room[end] !== comma && room[end] !== lineFeed) end++;
      }
      if (end >= length) return false;
      this.#starts[column] = at;
      this.#ends[column] = end;
      at = end + 1;
      if (room[end] === lineFeed) {
        this.#at = at;
        return true;
      }
    }
    return false;
  }

  cell(column: number): Cell {
    const start = this.#starts[column]!;
    const end = this.#ends[column]!;
    if (start === end) return null;
    const room = this.#room;
    const isQuoted = room[start] === quote;
    const text = isQuoted ? quoted(room.toString('utf8', start + 1, end - 1)) : room.toString('utf8', start, end);
    if (text === '') return null;
    return this.#isText[column] ? unguarded(text) : Number(text);
  }
}

function quoted(text: string): string {
  return text.includes('"') ? text.replaceAll('""', '"') : text;
}

/** The quote that ends a quoted cell; -1 where it is not known yet, as one at the very end may be the first of two. */
function closingQuote(room: Buffer, from: number, length: number): number {
  for (let at = from; at + 1 < length; at++) {
    if (room[at] !== quote) continue;
    if (room[at + 1] !== quote) return at;
    at++;
  }
  return -1;
}
