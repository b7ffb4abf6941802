import { stringify } from 'csv-stringify/sync';
import type { Cell, TableSchema } from '../model/table.ts';
import type { FileDigest, FileWriter } from './file-writer.ts';

const options = { record_delimiter: '\n', escape_formulas: true } as const;

// What csv-stringify guards at the start of a cell: the full-width signs too, because some spreadsheets read them as their
// ASCII forms.
const guarded = '=+-@\t＝＋－＠';

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
    file.write(stringify([headOf(schema)], options));
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

/** A whole table as a text, with the same marks and guards. */
export function csvText(schema: TableSchema, rows: readonly (readonly Cell[])[], excel = false): string {
  return (excel ? '\ufeff' : '') + stringify([headOf(schema), ...rows], options);
}

function headOf(schema: TableSchema): string[] {
  return schema.columns.map((column) => column.name);
}

/** Whether csv-stringify would quote or guard a cell. By hand, as a pattern takes longer than the rest of a row. */
function isSpecial(cell: string): boolean {
  for (let i = 0; i < cell.length; i++) {
    const unit = cell.charCodeAt(i);
    if (unit === 0x22 || unit === 0x2c || unit === 0x0d || unit === 0x0a) return true;
  }
  return guarded.includes(cell.charAt(0));
}

/**
 * The line of a row, or undefined where a cell needs quotes or a guard. Such rows go through csv-stringify; putting all
 * others together here takes a third of the time.
 */
function plain(cells: readonly Cell[]): string | undefined {
  let line = '';
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as Cell;
    if (i > 0) line += ',';
    if (typeof cell === 'string') {
      if (cell.length > 0 && isSpecial(cell)) return undefined;
      line += cell;
    } else if (cell !== null) {
      line += cell;
    }
  }
  return `${line}\n`;
}
