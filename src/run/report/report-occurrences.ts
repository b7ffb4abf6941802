import type { ReportCell, ReportData } from '../../report/report-data.ts';
import type { ReportSource } from './report-source.ts';

/** Lines of the concordance, and places of the dispersion plot, of all terms together. */
const mostLines = 10_000;
const mostPlaces = 60_000;

/** The occurrences of the terms that the report shows; `terms` and `documents` give the rows of their tables. */
export function reportOccurrences(
  source: ReportSource,
  terms: ReadonlyMap<string, number>,
  documents: ReadonlyMap<string, number>,
  frequencies: readonly number[],
): Pick<ReportData, 'concordance' | 'places' | 'placesSampled'> {
  const columns = source.columnsOf('occurrences');
  const places: number[][] = frequencies.map(() => []);
  const concordance: ReportCell[][] = [];
  const lineShare = fairShare(frequencies, mostLines);
  const placeShare = fairShare(frequencies, mostPlaces);
  if (columns.length === 0) return { concordance, places, placesSampled: false };
  const at = (name: string) => columns.indexOf(name);
  const [document, term, category, start] = [at('document'), at('term'), at('category'), at('start')];
  const shown = ['page', 'line', 'left', 'match', 'right'].map(at);
  const seen = frequencies.map(() => 0);
  for (const row of source.rows('occurrences')) {
    const t = terms.get(termKey(row.cell(term), row.cell(category)));
    const d = documents.get(String(row.cell(document)));
    if (t === undefined || d === undefined) continue;
    const number = seen[t]!++;
    if (isTaken(number, frequencies[t]!, placeShare)) places[t]!.push(d, Number(row.cell(start)));
    if (!isTaken(number, frequencies[t]!, lineShare)) continue;
    concordance.push([d, t, ...shown.map((column) => row.cell(column))]);
  }
  return { concordance, places, placesSampled: frequencies.some((frequency) => frequency > placeShare) };
}

/** A term may stand in two categories, a row each. */
export function termKey(term: unknown, category: unknown): string {
  return `${String(term)}\t${category === null ? '' : String(category)}`;
}

/** The most that each may have so that all together have no more than `most`. */
function fairShare(frequencies: readonly number[], most: number): number {
  let low = 0;
  let high = Math.max(most, ...frequencies.slice(0, 1));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const sum = frequencies.reduce((all, frequency) => all + Math.min(frequency, middle), 0);
    if (sum <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether the occurrence of this number, from 0, is among `share` that are spread evenly over all. */
function isTaken(number: number, all: number, share: number): boolean {
  if (share >= all) return true;
  return Math.floor(((number + 1) * share) / all) > Math.floor((number * share) / all);
}
