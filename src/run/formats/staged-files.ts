import type { Cell } from '../../model/table.ts';
import { tableRows } from '../../write/csv-rows.ts';
import type { DescribedFile } from '../../write/data-package.ts';
import type { OutputFolder } from '../../write/folder.ts';

/** The closed CSV files of a result that is not yet in its place: what other forms of it are made from. */
export class StagedFiles {
  readonly #folder: OutputFolder;
  readonly #files: ReadonlyMap<string, DescribedFile>;

  constructor(folder: OutputFolder, files: readonly DescribedFile[]) {
    this.#folder = folder;
    this.#files = new Map(files.flatMap((file) => (file.schema === undefined ? [] : [[file.schema.name, file]])));
  }

  /** Tables in their order, with their schemas. */
  get tables(): readonly (DescribedFile & Required<Pick<DescribedFile, 'schema'>>)[] {
    return [...this.#files.values()] as (DescribedFile & Required<Pick<DescribedFile, 'schema'>>)[];
  }

  has(table: string): boolean {
    return this.#files.has(table);
  }

  /** Rows of a table as they were given to it; none where there is no such table. */
  *rows(table: string): Generator<readonly Cell[]> {
    const file = this.#files.get(table);
    if (file?.schema !== undefined) yield* tableRows(this.#folder.staged(file.path), file.schema);
  }

  /** Some columns of each row, in the order in which they are asked for; null for one that the table has not. */
  *columns(table: string, names: readonly string[]): Generator<readonly Cell[]> {
    const columns = this.#files.get(table)?.schema?.columns ?? [];
    const places = names.map((name) => columns.findIndex((column) => column.name === name));
    for (const row of this.rows(table)) yield places.map((place) => row[place] ?? null);
  }
}
