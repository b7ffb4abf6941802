import { reportPage } from '../../report/report-page.ts';
import type { DescribedFile } from '../../write/data-package.ts';
import type { OutputFolder } from '../../write/folder.ts';
import { documentYears } from '../formats/document-years.ts';
import { StagedFiles } from '../formats/staged-files.ts';
import { findPackageRoot } from '../resource/package-root.ts';
import type { Settings } from '../settings.ts';
import { type ReportFacts, reportData } from './report-data.ts';
import { reportProgram } from './report-program.ts';
import type { ReportViews } from './report-views.ts';

/** Name of the report in a result. */
const reportName = 'report.html';

/** Writes the report of a run from its closed tables and the documents that were kept for it. */
export function writeReport({
  folder,
  settings,
  files,
  views,
  sums,
}: {
  readonly folder: OutputFolder;
  readonly settings: Settings;
  /** Closed files. */
  readonly files: readonly DescribedFile[];
  readonly views: ReportViews;
  readonly sums: ReportFacts['sums'];
}): DescribedFile {
  const staged = new StagedFiles(folder, files);
  const columns = new Map(staged.tables.map(({ schema }) => [schema.name, schema.columns.map(({ name }) => name)]));
  const source = {
    columnsOf: (table: string) => columns.get(table) ?? [],
    rows: (table: string) => staged.lazyRows(table),
    columns: (table: string, names: readonly string[]) => staged.columns(table, names),
  };
  const { version } = findPackageRoot();
  const data = reportData(source, settings, { version, sums, years: documentYears(staged, settings) });
  const { head, tail } = reportPage(data, reportProgram());
  const file = folder.file(reportName);
  file.write(head);
  views.shown.forEach((view, i) => {
    if (i > 0) file.write(',');
    file.append(view);
  });
  file.write(tail);
  return { path: reportName, mediatype: 'text/html', ...file.close() };
}
