import type { DuckDBConnection } from '@duckdb/node-api';
import { CorpusError } from '../../model/errors.ts';
import type { ServedFiles } from './served-files.ts';

/** Rows of a table that fit, as they are shown. */
export interface SearchAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** Whether there are more. */
  readonly more: boolean;
}

const mostRows = 200;

/** Looks for text in the tables of a result. */
export interface TableSearch {
  readonly tables: readonly string[];
  /**
   * Rows of a table in which a column (any where it is empty) contains the words, from the one with this number on; undefined
   * where there is no such table or column.
   */
  search(table: string, words: string, column: string, from: number): Promise<SearchAnswer | undefined>;
}

/** A search by DuckDB, over Parquet where the result has it, else over CSV; undefined where DuckDB is not installed. */
export async function openTableSearch(files: ServedFiles): Promise<TableSearch | undefined> {
  const duckdb = await import('@duckdb/node-api').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  });
  if (duckdb === undefined) return undefined;
  const connection = await (await duckdb.DuckDBInstance.create(':memory:')).connect();
  const tables = new Map<string, string>();
  for (const name of files.names) {
    const table = /^([a-z_]+)\.(?:csv|parquet)$/.exec(name)?.[1];
    const file = table === undefined ? undefined : files.find(name);
    if (table === undefined || file === undefined) continue;
    const isParquet = name.endsWith('.parquet');
    if (tables.has(table) && !isParquet) continue;
    const path = `'${file.path.replaceAll("'", "''")}'`;
    tables.set(
      table,
      isParquet ? `read_parquet(${path})` : `read_csv(${path}, header=true, all_varchar=true, quote='"', escape='"')`,
    );
  }
  const columnsOf = await namesOfColumns(connection, tables);
  return {
    tables: [...tables.keys()].sort(),
    async search(table, words, column, from) {
      const columns = columnsOf.get(table);
      if (columns === undefined || (column !== '' && !columns.includes(column))) return undefined;
      // Names come from the files, never from the browser; what is looked for is bound.
      const looked = (column === '' ? columns : [column]).map(
        (name) => `contains(lower(${texted(name)}), lower($words))`,
      );
      const shown = columns.map(texted).join(', ');
      const source = tables.get(table)!;
      const answer = await connection.runAndReadAll(
        `SELECT ${shown} FROM ${source} WHERE $words = '' OR ${looked.join(' OR ')} LIMIT ${mostRows + 1} OFFSET ${from}`,
        { words },
      );
      const rows = answer.getRows() as (string | null)[][];
      return { columns, rows: rows.slice(0, mostRows), more: rows.length > mostRows };
    },
  };
}

function texted(name: string): string {
  return `CAST("${name.replaceAll('"', '""')}" AS VARCHAR)`;
}

async function namesOfColumns(
  connection: DuckDBConnection,
  tables: ReadonlyMap<string, string>,
): Promise<Map<string, readonly string[]>> {
  const names = new Map<string, readonly string[]>();
  for (const [table, source] of tables) {
    try {
      names.set(table, (await connection.runAndReadAll(`SELECT * FROM ${source} LIMIT 0`)).columnNames());
    } catch (cause) {
      const reason = (cause as Error).message.split('\n')[0]!;
      throw new CorpusError('input/damaged', table, { format: 'table', reason }, cause);
    }
  }
  return names;
}
