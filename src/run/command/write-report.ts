import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CorpusError } from '../../model/errors.ts';
import type { Cell, TableSchema } from '../../model/table.ts';
import { shown } from '../../tag/term-entry.ts';
import { writeAtomically } from '../../write/atomic-file.ts';
import { csvText } from '../../write/csv.ts';

/** A table for a file of its own. */
export interface Report {
  readonly path: string;
  readonly schema: TableSchema;
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Writes each report whole. A file that is there is replaced only where it is an earlier report of this kind: a slip of
 * the hand must not cost a text. Throws output errors, those of `checkReport` before anything is written.
 */
export function writeReports(reports: readonly Report[], excel: boolean): void {
  for (const { path, schema } of reports) checkReport(path, schema);
  for (const { path, schema, rows } of reports) {
    try {
      writeAtomically(path, csvText(schema, rows, excel));
    } catch (error) {
      // Told of the name that was asked for, not of the one that stands for it while it is written.
      throw error instanceof CorpusError ? new CorpusError(error.code, path, error.values, error) : error;
    }
  }
}

/**
 * Whether a report may go to a path, to be asked before the work. Throws output/no-parent, output/not-a-file and
 * output/other-file.
 */
export function checkReport(path: string, { columns }: TableSchema): void {
  if (!existsSync(dirname(path))) throw new CorpusError('output/no-parent', path, { reason: 'ENOENT' });
  if (!existsSync(path)) return;
  if (!statSync(path).isFile()) throw new CorpusError('output/not-a-file', path);
  const [head = ''] = readFileSync(path, 'utf8').split('\n', 1);
  if (head.replace(/^\ufeff/, '') === columns.map(({ name }) => name).join(',')) return;
  throw new CorpusError('output/other-file', path, { found: shown(head.trim()) });
}
