import { forceLayout } from '../../measure/force-layout.ts';
import type { ReportCell, ReportData, ReportNetwork, ReportTable } from '../../report/report-data.ts';
import type { Settings } from '../settings.ts';
import { reportOccurrences, termKey } from './report-occurrences.ts';
import { firstRows, type ReportSource } from './report-source.ts';

/** What else the report tells. */
export interface ReportFacts {
  readonly version: string;
  /** Of all documents. */
  readonly sums: { readonly tokens: number; readonly termOccurrences: number };
  readonly years: ReadonlyMap<string, number>;
}

const mostDocuments = 3000;
const mostTerms = 3000;
/** Rows of each group of comparison.csv and of each unit of cooccurrence.csv. */
const mostOfEach = 150;
const mostRows = 500;

/** Gathers what the report shows from the finished tables. */
export function reportData(source: ReportSource, settings: Settings, facts: ReportFacts): ReportData {
  const tables: Record<string, ReportTable> = {};
  const take = (name: string, options: Parameters<typeof firstRows>[2]) => {
    const found = firstRows(source, name, options);
    if (found !== undefined) tables[name] = found;
    return found;
  };
  const documents = take('documents', {
    most: mostDocuments,
    count: true,
    columns: documentColumns(source.columnsOf('documents')),
  });
  take('messages', {
    most: mostRows,
    columns: ['document', 'severity', 'rule', 'page', 'line', 'reason', 'reason_zh'],
  });
  const terms = take('terms', {
    most: mostTerms,
    count: true,
    columns: ['term', 'category', 'frequency', 'independent', 'documents', 'per_million', 'dp_norm'],
    keep: (cell) => Number(cell('frequency')) > 0,
  });
  take('words', {
    most: mostRows,
    columns: ['word', 'tag', 'frequency', 'documents', 'per_million', 'dp_norm', 'stop_word'],
  });
  const eachOf = (column: string) => {
    const counts = new Map<ReportCell, number>();
    return (cell: (column: string) => ReportCell) => {
      const key = cell(column);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count <= mostOfEach;
    };
  };
  take('cooccurrence', { most: mostRows, keep: eachOf('unit') });
  take('comparison', {
    most: 20 * mostOfEach,
    keep: eachOf('target'),
    columns: [
      'target',
      'reference',
      'unit',
      'item',
      'label',
      'frequency_target',
      'frequency_reference',
      'per_million_target',
      'per_million_reference',
      'log_ratio',
      'g2',
      'q_value',
      'lrc',
    ],
  });
  const trends = take('trends', { most: mostOfEach });
  if (trends !== undefined)
    take('by_group', {
      most: 20_000,
      keep: ofItems(trends),
      columns: ['unit', 'item', 'group', 'frequency', 'per_million', 'per_million_low', 'per_million_high'],
    });
  const coordinates = take('coordinates', { most: 60, columns: ['document', 'cluster', 'tree_order', 'x', 'y'] });
  const similarity = { columns: ['a', 'b', settings.similarity.measure] };
  take(
    'similarity',
    coordinates === undefined
      ? { most: mostRows, ...similarity }
      : { most: 2000, keep: ofDocuments(coordinates), ...similarity },
  );

  const documentRows = new Map((documents?.rows ?? []).map(([name], i) => [String(name), i]));
  const termRows = new Map((terms?.rows ?? []).map(([term, category], i) => [termKey(term, category), i]));
  const frequencies = (terms?.rows ?? []).map((row) => Number(row[2]));
  return {
    version: facts.version,
    sums: {
      documents: documents?.total ?? 0,
      tokens: facts.sums.tokens,
      occurrences: facts.sums.termOccurrences,
    },
    tables,
    messages: messageCounts(source),
    years: facts.years.size === 0 ? [] : [...documentRows.keys()].map((name) => facts.years.get(name) ?? null),
    counts: documentCounts(source, termRows, documentRows),
    ...reportOccurrences(source, termRows, documentRows, frequencies),
    network: reportNetwork(source, settings),
    similarityMeasure: settings.similarity.measure,
    by: settings.by,
  };
}

/** All but what nobody looks at in a browser. */
function documentColumns(all: readonly string[]): string[] {
  const left = new Set(['sha256', 'abstract', 'attachments', 'keywords', 'addressee', 'versions', 'encoding', 'bytes']);
  return all.filter((name) => !left.has(name));
}

function ofItems(trends: ReportTable): (cell: (column: string) => ReportCell) => boolean {
  const unit = trends.columns.indexOf('unit');
  const item = trends.columns.indexOf('item');
  const wanted = new Set(trends.rows.map((row) => termKey(row[unit], row[item])));
  return (cell) => wanted.has(termKey(cell('unit'), cell('item')));
}

function ofDocuments(coordinates: ReportTable): (cell: (column: string) => ReportCell) => boolean {
  const shown = new Set(coordinates.rows.map(([name]) => name));
  return (cell) => shown.has(cell('a')) && shown.has(cell('b'));
}

function messageCounts(source: ReportSource): ReportData['messages'] {
  const counts = new Map<string, [rule: string, severity: string, count: number]>();
  for (const [severity, rule] of source.columns('messages', ['severity', 'rule'])) {
    const key = `${severity} ${rule}`;
    const entry = counts.get(key);
    if (entry === undefined) counts.set(key, [String(rule), String(severity), 1]);
    else entry[2]++;
  }
  return [...counts.values()];
}

function documentCounts(
  source: ReportSource,
  terms: ReadonlyMap<string, number>,
  documents: ReadonlyMap<string, number>,
): number[][] {
  const counts: number[][] = [...terms.keys()].map(() => []);
  const names = ['document', 'term', 'category', 'frequency'];
  for (const [document, term, category, frequency] of source.columns('terms_by_document', names)) {
    const t = terms.get(termKey(term, category));
    const d = documents.get(String(document));
    if (t !== undefined && d !== undefined) counts[t]!.push(d, Number(frequency));
  }
  return counts;
}

function reportNetwork(source: ReportSource, settings: Settings): ReportNetwork | null {
  if (['network_nodes', 'network_edges'].some((table) => source.columnsOf(table).length === 0)) return null;
  const found = [...source.columns('network_nodes', ['id', 'frequency', 'community'])];
  if (found.length === 0) return null;
  const numbers = new Map(found.map(([id], i) => [String(id), i]));
  const edges = [...source.columns('network_edges', ['source', 'target', 'weight', 'joint'])].map((row) => {
    const [a, b, weight, joint] = row;
    return { a: numbers.get(String(a))!, b: numbers.get(String(b))!, weight: Number(weight), joint: Number(joint) };
  });
  const places = forceLayout(found.length, edges);
  const categories = new Map<string, string>();
  for (const [term, category] of source.columns('term_list', ['term', 'category']))
    categories.set(String(term), String(category ?? ''));
  const three = (value: number) => Math.round(value * 1000) / 1000;
  return {
    nodes: found.map(([id, frequency, community], i) => ({
      name: String(id),
      category: settings.cooccurrence.of === 'terms' ? (categories.get(String(id)) ?? '') : '',
      frequency: Number(frequency),
      community: Number(community),
      x: three(places.x[i]!),
      y: three(places.y[i]!),
    })),
    edges: edges.map(({ a, b, weight, joint }) => [a, b, weight, joint] as const),
    similarity: settings.network.similarity,
    unit: settings.network.unit,
  };
}
