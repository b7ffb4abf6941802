import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CorpusError } from '../../model/errors.ts';
import type { TableSchema } from '../../model/table.ts';
import { writing } from '../../write/output-error.ts';
import { checkReport } from './write-report.ts';

/** Where a report goes: a file, or a file in a folder that may have to be made. */
export interface ReportPlace {
  readonly path: string;
  readonly folder: string | undefined;
}

/** The place of a report by what was asked for with `--out`: a file that ends in .csv, or a folder. Throws output/not-a-folder. */
export function reportPlace(out: string, { name }: TableSchema): ReportPlace {
  if (/[^/\\]\.csv$/i.test(out) && !isFolder(out)) return { path: out, folder: undefined };
  if (existsSync(out) && !isFolder(out)) throw new CorpusError('output/not-a-folder', out);
  return { path: join(out, `${name}.csv`), folder: out };
}

/** Whether it can go there, before the work. Throws output errors. */
export function checkReportPlace({ path, folder }: ReportPlace, schema: TableSchema): void {
  if (folder === undefined || existsSync(folder)) checkReport(path, schema);
  else if (!existsSync(dirname(folder))) throw new CorpusError('output/no-parent', folder, { reason: 'ENOENT' });
}

/** Makes the folder of a report where there is none. */
export function makeReportFolder({ folder }: ReportPlace): void {
  if (folder !== undefined && !existsSync(folder)) writing(folder, () => mkdirSync(folder));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
