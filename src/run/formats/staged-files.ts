import type { Cell } from '../../model/table.ts';
import { type CsvRow, csvRows, tableRows } from '../../write/csv-rows.ts';
import type { DescribedFile } from '../../write/data-package.ts';
import type { OutputFolder } from '../../write/folder.ts';

type Table = DescribedFile & Required<Pick<DescribedFile, 'schema'>>;

/** The closed CSV files of a result that is not yet in its place: what other forms of it are made from. */
export class StagedFiles {
  readonly #folder: OutputFolder;
  readonly #files: ReadonlyMap<string, Table>;

  constructor(folder: OutputFolder, files: readonly DescribedFile[]) {
    this.#folder = folder;
    this.#files = new Map(files.filter(isTable).map((file) => [file.schema.name, file]));
  }

  /** Tables in their order, with their schemas. */
  get tables(): readonly Table[] {
    return [...this.#files.values()];
  }

  hasRows(table: string): boolean {
    // A loop that is left closes the file.
    for (const _ of this.rows(table)) return true;
    return false;
  }

  /** Rows of a table as they were given to it; none where there is no such table. */
  *rows(table: string): Generator<readonly Cell[]> {
    const file = this.#files.get(table);
    if (file !== undefined) yield* tableRows(this.#folder.staged(file.path), file.schema);
  }

  /** As `rows`, of which only some cells are wanted. */
  *lazyRows(table: string): Generator<CsvRow> {
    const file = this.#files.get(table);
    if (file !== undefined) yield* csvRows(this.#folder.staged(file.path), file.schema);
  }

  /** Some columns of each row, in the order in which they are asked for; null for one that the table has not. */
  *columns(table: string, names: readonly string[]): Generator<readonly Cell[]> {
    const columns = this.#files.get(table)?.schema.columns ?? [];
    const places = names.map((name) => columns.findIndex((column) => column.name === name));
    for (const row of this.lazyRows(table)) yield places.map((place) => (place < 0 ? null : row.cell(place)));
  }
}

/** Tables of documents in another form, such as a corpus for quanteda, are none of the result's own. */
function isTable(file: DescribedFile): file is Table {
  return file.path === `${file.schema?.name}.csv`;
}
