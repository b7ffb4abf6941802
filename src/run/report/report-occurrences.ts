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
  const lineShares = fairShares(frequencies, mostLines);
  const placeShares = fairShares(frequencies, mostPlaces);
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
    if (isTaken(number, frequencies[t]!, placeShares[t]!)) places[t]!.push(d, Number(row.cell(start)));
    if (!isTaken(number, frequencies[t]!, lineShares[t]!)) continue;
    concordance.push([d, t, ...shown.map((column) => row.cell(column))]);
  }
  return { concordance, places, placesSampled: frequencies.some((frequency, t) => frequency > placeShares[t]!) };
}

/** A term may stand in two categories, a row each. */
export function termKey(term: unknown, category: unknown): string {
  return `${String(term)}\t${category === null ? '' : String(category)}`;
}

/**
 * How many each may have so that all together have no more than `most`: by the square roots of their frequencies, so that a
 * frequent term has more to show than a rare one, and the rare ones something.
 */
function fairShares(frequencies: readonly number[], most: number): number[] {
  const shares = (factor: number) =>
    frequencies.map((frequency) => Math.min(frequency, Math.floor(factor * Math.sqrt(frequency))));
  const sum = (all: readonly number[]) => all.reduce((total, share) => total + share, 0);
  if (sum(frequencies) <= most) return [...frequencies];
  let low = 0;
  let high = most;
  // As near as it shows: the shares are whole.
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (sum(shares(middle)) <= most) low = middle;
    else high = middle;
  }
  return shares(low);
}

/** Whether the occurrence of this number, from 0, is among `share` that are spread evenly over all. */
function isTaken(number: number, all: number, share: number): boolean {
  if (share >= all) return true;
  return Math.floor(((number + 1) * share) / all) > Math.floor((number * share) / all);
}
