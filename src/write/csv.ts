import { stringify } from 'csv-stringify/sync';
import type { Cell, TableSchema } from '../model/table.ts';
import type { FileDigest, FileWriter } from './file-writer.ts';

const options = { record_delimiter: '\n', escape_formulas: true } as const;

// csv-stringify guards the full-width signs too, because some spreadsheets read them as their ASCII forms.
const formulaStarts = new Set([...'=+-@\t\r＝＋－＠'].map((sign) => sign.charCodeAt(0)));
const quoted = /["\r\n]/;

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
      this.#file.write('\n');
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

/**
 * The line of a row, or undefined where a cell needs quotes or a guard. Such rows go through csv-stringify; joining all
 * others here is twice as fast.
 */
function plain(cells: readonly Cell[]): string | undefined {
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (typeof cell === 'string' && (cell.includes(',') || formulaStarts.has(cell.charCodeAt(0)))) return undefined;
  }
  // Numbers and null become what csv-stringify makes of them.
  const line = cells.join(',');
  return quoted.test(line) ? undefined : line;
}
