import { stringify } from 'csv-stringify/sync';
import type { Cell, TableSchema } from '../model/table.ts';
import type { ByteSink } from './byte-buffer.ts';
import { mostNumberBytes, mostUnitBytes, putNumber, putText } from './cell-bytes.ts';
import type { FileDigest, FileWriter } from './file-writer.ts';
import { apostrophe, guardedAgain, guardedSigns } from './formula-guard.ts';

const options = { record_delimiter: '\n', escape_formulas: true } as const;

const comma = 0x2c;
const lineFeed = 0x0a;

/**
 * Writes rows as RFC 4180 CSV: UTF-8, LF, a header, dot decimals, an empty cell for null. A text cell that starts like a
 * formula gets an apostrophe before it; a number never does, so that a negative number stays one.
 */
export class CsvWriter {
  readonly #file: FileWriter;
  readonly #rows: CsvRows;

  /** `excel` puts a byte order mark in front, without which Excel takes UTF-8 for the local encoding. */
  constructor(file: FileWriter, schema: TableSchema, excel = false) {
    this.#file = file;
    this.#rows = new CsvRows(file, schema);
    if (excel) file.write('\ufeff');
    file.write(stringify([headOf(schema)], options));
  }

  /** One row; the cells in the order of the schema's columns. */
  row(cells: readonly Cell[]): void {
    this.#rows.row(cells);
  }

  /** Rows that `CsvRows` put into bytes elsewhere. */
  append(rows: Uint8Array): void {
    this.#rows.flush();
    this.#file.append(rows);
  }

  close(): FileDigest {
    this.#rows.flush();
    return this.#file.close();
  }
}

/** Rows of such a table without its header, as bytes. */
export class CsvRows {
  readonly #file: ByteSink;
  readonly #width: number;
  #waiting: (readonly Cell[])[] = [];

  constructor(file: ByteSink, schema: TableSchema) {
    this.#file = file;
    this.#width = schema.columns.length;
  }

  /** One row; the cells in the order of the schema's columns. All are in the sink after `flush`. */
  row(cells: readonly Cell[]): void {
    if (cells.length !== this.#width) throw new Error(`a row of ${cells.length} cells for ${this.#width} columns`);
    let end = this.#put(cells);
    if (end >= 0 && this.#waiting.length > 0) {
      this.flush();
      end = this.#put(cells);
    }
    if (end >= 0) this.#file.take(end);
    else this.#waiting.push(cells.map(guardedAgain));
  }

  flush(): void {
    if (this.#waiting.length > 0) this.#file.write(stringify(this.#waiting, options));
    this.#waiting = [];
  }

  /**
   * Puts a row into the room of the file; the place after it, or -1 where a cell needs quotes or a guard. Such rows go
   * through csv-stringify, which takes many times as long.
   */
  #put(cells: readonly Cell[]): number {
    let most = cells.length;
    for (const cell of cells) most += typeof cell === 'string' ? cell.length * mostUnitBytes : mostNumberBytes;
    const bytes = this.#file.room(most);
    if (bytes === undefined) return -1;
    let at = this.#file.used;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] as Cell;
      if (i > 0) bytes[at++] = comma;
      if (typeof cell === 'number') {
        at = putNumber(cell, bytes, at);
      } else if (cell !== null && cell.length > 0) {
        const first = cell.charCodeAt(0);
        if (first === apostrophe || guardedSigns.has(first)) return -1;
        at = putText(cell, bytes, at);
        if (at < 0) return -1;
      }
    }
    bytes[at++] = lineFeed;
    return at;
  }
}

/** A whole table as a text, with the same marks and guards. */
export function csvText(schema: TableSchema, rows: readonly (readonly Cell[])[], excel = false): string {
  return (excel ? '\ufeff' : '') + stringify([headOf(schema), ...rows.map((row) => row.map(guardedAgain))], options);
}

function headOf(schema: TableSchema): string[] {
  return schema.columns.map((column) => column.name);
}
