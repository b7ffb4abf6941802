import type { Settings } from '../settings.ts';
import type { StagedFiles } from './staged-files.ts';

const wholeYear = /^(\d{4})$/;
const yearOfDate = /^(\d{4})(?:\D|$)/;

/**
 * The year of each document by its name: the column of the groups where that holds years and nothing else, or the column
 * `year` of the metadata, or the first four digits of `date`. Documents without one are left out.
 */
export function documentYears(staged: StagedFiles, { by }: Pick<Settings, 'by'>): ReadonlyMap<string, number> {
  const column = by !== null && holdsYears(staged, by) ? by : 'year';
  const years = new Map<string, number>();
  for (const [document, given, date] of staged.columns('documents', ['document', column, 'date'])) {
    const year = wholeYear.exec(String(given ?? ''))?.[1] ?? yearOfDate.exec(String(date ?? ''))?.[1];
    if (year !== undefined) years.set(String(document), Number(year));
  }
  return years;
}

function holdsYears(staged: StagedFiles, column: string): boolean {
  let some = false;
  for (const [cell] of staged.columns('documents', [column])) {
    if (cell === null) continue;
    if (!wholeYear.test(String(cell))) return false;
    some = true;
  }
  return some;
}
