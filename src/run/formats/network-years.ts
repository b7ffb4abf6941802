import type { YearSpan } from '../../model/graph.ts';
import type { Settings } from '../settings.ts';
import { documentYears } from './document-years.ts';
import type { StagedFiles } from './staged-files.ts';

/** An occurrence of a node's term in a unit of text. */
interface Place {
  readonly node: number;
  readonly start: number;
  readonly end: number;
}

/** When nodes and edges of a network are there; an edge by `edgeKey`. */
export interface NetworkYears {
  readonly nodes: ReadonlyMap<number, readonly YearSpan[]>;
  readonly edges: ReadonlyMap<string, readonly YearSpan[]>;
}

/** Columns of occurrences.csv that tell one unit of a document from another. */
const unitColumns: Readonly<Record<Settings['network']['unit'], string | undefined>> = {
  sentence: 'sentence',
  paragraph: 'block',
  document: 'document',
  window: undefined,
};

export function edgeKey(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/**
 * The years in whose documents each term of a network occurs, and in which two occur without overlap in one unit. Empty where
 * years or occurrences are not known; a window has no number of its own, so that edges by windows have no years.
 */
export function networkYears(
  staged: StagedFiles,
  numbers: ReadonlyMap<string, number>,
  edges: ReadonlySet<string>,
  { by, network }: Pick<Settings, 'by' | 'network'>,
): NetworkYears {
  const years = documentYears(staged, { by });
  const ofNodes = new Map<number, Set<number>>();
  const ofEdges = new Map<string, Set<number>>();
  const unit = unitColumns[network.unit];
  let waiting: Place[] = [];
  let current = '';
  let year: number | undefined;
  const close = () => {
    if (year !== undefined && unit !== undefined) noteEdges(waiting, edges, year, ofEdges);
    waiting = [];
  };
  if (years.size === 0) return { nodes: new Map(), edges: new Map() };
  const names = ['document', 'term', 'start', 'end', unit ?? 'document'];
  for (const [document, term, start, end, number] of staged.columns('occurrences', names)) {
    const key = `${document}\0${number}`;
    if (key !== current) close();
    current = key;
    year = years.get(String(document));
    const node = numbers.get(String(term));
    if (node === undefined || year === undefined) continue;
    note(ofNodes, node, year);
    waiting.push({ node, start: Number(start), end: Number(end) });
  }
  close();
  return { nodes: spansOf(ofNodes), edges: spansOf(ofEdges) };
}

/** Pairs of one unit that have a place each without overlap. */
function noteEdges(
  places: readonly Place[],
  edges: ReadonlySet<string>,
  year: number,
  found: Map<string, Set<number>>,
): void {
  const byNode = new Map<number, Place[]>();
  for (const place of places) {
    const list = byNode.get(place.node);
    if (list === undefined) byNode.set(place.node, [place]);
    else list.push(place);
  }
  const nodes = [...byNode.keys()];
  for (const [i, a] of nodes.entries()) {
    for (const b of nodes.slice(i + 1)) {
      const key = edgeKey(a, b);
      if (!edges.has(key) || found.get(key)?.has(year)) continue;
      const isApart = byNode.get(a)!.some((x) => byNode.get(b)!.some((y) => x.end <= y.start || y.end <= x.start));
      if (isApart) note(found, key, year);
    }
  }
}

function note<Key>(found: Map<Key, Set<number>>, key: Key, year: number): void {
  const years = found.get(key);
  if (years === undefined) found.set(key, new Set([year]));
  else years.add(year);
}

function spansOf<Key>(found: ReadonlyMap<Key, ReadonlySet<number>>): Map<Key, readonly YearSpan[]> {
  return new Map([...found].map(([key, years]) => [key, yearSpans([...years])]));
}

/** Years in a row as one span. */
export function yearSpans(years: readonly number[]): YearSpan[] {
  const spans: { first: number; last: number }[] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last !== undefined && year <= last.last + 1) last.last = year;
    else spans.push({ first: year, last: year });
  }
  return spans;
}
