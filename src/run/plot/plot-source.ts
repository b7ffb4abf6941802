import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CorpusError } from '../../model/errors.ts';
import type { Cell, TableSchema } from '../../model/table.ts';
import { csvRows } from '../../write/csv-rows.ts';
import { readManifest } from '../result/read-result.ts';

/** The tables of a finished result. */
export interface PlotSource {
  has(table: string): boolean;
  /**
   * Some columns of each row, in the order in which they are asked for. Throws `input/no-table` where the result has no such
   * table; `option` is what would have written it.
   */
  rows(table: string, columns: readonly string[], option: string): Generator<readonly Cell[]>;
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema?: { readonly fields: readonly { readonly name: string; readonly type: string }[] };
}

/** Opens a result. Throws `input/not-a-result`. */
export function openPlotSource(folder: string): PlotSource {
  readManifest(folder);
  const described = new Map(resourcesOf(folder).map((resource) => [resource.name, resource]));
  const has = (table: string) => described.has(table) && existsSync(join(folder, `${table}.csv`));
  return {
    has,
    *rows(table, columns, option) {
      const fields = described.get(table)?.schema?.fields;
      if (fields === undefined || !has(table)) throw new CorpusError('input/no-table', folder, { table, option });
      const schema: TableSchema = {
        name: table,
        en: '',
        zh: '',
        columns: fields.map(({ name, type }) => ({
          name,
          type: type as TableSchema['columns'][number]['type'],
          en: '',
          zh: '',
        })),
      };
      const places = columns.map((column) => fields.findIndex(({ name }) => name === column));
      for (const row of csvRows(join(folder, `${table}.csv`), schema)) {
        yield places.map((place) => (place < 0 ? null : row.cell(place)));
      }
    },
  };
}

function resourcesOf(folder: string): readonly Resource[] {
  try {
    const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
    return resources;
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
    throw new CorpusError('input/not-a-result', folder, { reason }, cause);
  }
}
