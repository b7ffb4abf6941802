import { stringify } from 'csv-stringify/sync';
import type { Cell, TableSchema } from '../model/table.ts';
import type { FileDigest, FileWriter } from './file-writer.ts';

const options = { record_delimiter: '\n', escape_formulas: true } as const;

// What csv-stringify would quote or guard: such rows go through it, all others are joined here, which is three times as
// fast. The full-width signs are guarded too, because some spreadsheets read them as their ASCII forms.
const special = /[",\r\n]|^[=+\-@\t＝＋－＠]/;

/**
 * Writes rows as RFC 4180 CSV: UTF-8, LF, a header, dot decimals, an empty cell for null. A text cell that starts like a
 * formula gets an apostrophe before it; a number never does, so that a negative number stays one.
 */
export class CsvWriter {
  readonly #file: FileWriter;
  readonly #width: number;
  #waiting: (readonly Cell[])[] = [];
  #rows = 0;

  /** `excel` puts a byte order mark in front, without which Excel takes UTF-8 for the local encoding. */
  constructor(file: FileWriter, schema: TableSchema, excel = false) {
    this.#file = file;
    this.#width = schema.columns.length;
    if (excel) file.write('\ufeff');
    file.write(stringify([schema.columns.map((column) => column.name)], options));
  }

  /** Rows written so far, the header not counted. */
  get rows(): number {
    return this.#rows;
  }

  /** One row; the cells in the order of the schema's columns. */
  row(cells: readonly Cell[]): void {
    if (cells.length !== this.#width) throw new Error(`a row of ${cells.length} cells for ${this.#width} columns`);
    this.#rows++;
    const line = plain(cells);
    if (line === undefined) {
      this.#waiting.push(cells);
    } else {
      if (this.#waiting.length > 0) this.#flush();
      this.#file.write(line);
    }
  }

  close(): FileDigest {
    this.#flush();
    return this.#file.close();
  }

  #flush(): void {
    this.#file.write(stringify(this.#waiting, options));
    this.#waiting = [];
  }
}

/** The line of a row, or undefined where a cell needs quotes or a guard. */
function plain(cells: readonly Cell[]): string | undefined {
  let line = '';
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as Cell;
    if (i > 0) line += ',';
    if (typeof cell === 'string') {
      if (special.test(cell)) return undefined;
      line += cell;
    } else if (cell !== null) {
      line += cell;
    }
  }
  return `${line}\n`;
}
