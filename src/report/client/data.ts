import type { DocumentView, ReportCell, ReportData, ReportTable } from '../report-data.ts';

function read<Value>(id: string): Value {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null') as Value;
}

export const data = read<ReportData>('data');

let parsed: readonly DocumentView[] | undefined;

/** Documents with their sources, read when they are first asked for. */
export function views(): readonly DocumentView[] {
  parsed ??= read<readonly DocumentView[]>('views');
  return parsed;
}

export function table(name: string): ReportTable | undefined {
  return data.tables[name];
}

/** The values of a column; none where the table or the column is missing. */
export function column(name: string, of: string): ReportCell[] {
  const found = table(name);
  const at = found?.columns.indexOf(of) ?? -1;
  return found === undefined || at < 0 ? [] : found.rows.map((row) => row[at] ?? null);
}

const names = column('documents', 'document');
const titles = new Map(column('documents', 'title').map((title, i) => [names[i], title]));
const repeated = new Set<ReportCell>();
{
  const seen = new Set<ReportCell>();
  for (const title of titles.values()) {
    if (seen.has(title)) repeated.add(title);
    seen.add(title);
  }
}

/** The title of a document, with its name where others have the same title or there is none. */
export function titleOf(name: ReportCell): string {
  const title = titles.get(name);
  if (title === null || title === undefined) return String(name ?? '');
  return repeated.has(title) ? `${title} [${name}]` : String(title);
}

export const documentNames = column('documents', 'document').map(String);
export const termNames = column('terms', 'term').map(String);
export const categories = column('terms', 'category').map((path) => String(path ?? ''));

/** First parts of the paths of the categories, the most frequent first: what has a colour of its own. */
export const mainCategories: readonly string[] = [...new Set(categories.map(mainCategory))];

export function mainCategory(path: string): string {
  return path.split('/')[0]!;
}

/** The years of the documents, rising and without gaps. */
export const years: readonly number[] = (() => {
  const known = data.years.filter((year) => year !== null);
  if (known.length === 0) return [];
  const first = known.reduce((a, b) => Math.min(a, b));
  const last = known.reduce((a, b) => Math.max(a, b));
  return Array.from({ length: Math.min(last - first + 1, 400) }, (_, i) => first + i);
})();

const tokens = column('documents', 'tokens').map(Number);

/** Occurrences of a term by million words of each year; null for years without documents. */
export function byYear(term: number): (number | null)[] {
  const found = years.map(() => 0);
  const words = years.map(() => 0);
  data.years.forEach((year, i) => {
    if (year !== null) words[year - years[0]!]! += tokens[i] ?? 0;
  });
  const counts = data.counts[term] ?? [];
  for (let i = 0; i < counts.length; i += 2) {
    const year = data.years[counts[i]!];
    if (year !== null && year !== undefined) found[year - years[0]!]! += counts[i + 1]!;
  }
  return found.map((count, i) => (words[i]! > 0 ? (count / words[i]!) * 1e6 : null));
}
