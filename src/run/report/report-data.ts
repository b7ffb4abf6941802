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
    keep: (row, place) => Number(row[place('frequency')]) > 0,
  });
  take('words', {
    most: mostRows,
    columns: ['word', 'tag', 'frequency', 'documents', 'per_million', 'dp_norm', 'stop_word'],
  });
  const eachOf = (column: string) => {
    const counts = new Map<ReportCell, number>();
    return (row: readonly ReportCell[], place: (name: string) => number) => {
      const key = row[place(column)] ?? null;
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

function ofItems(trends: ReportTable): (row: readonly ReportCell[], place: (name: string) => number) => boolean {
  const unit = trends.columns.indexOf('unit');
  const item = trends.columns.indexOf('item');
  const wanted = new Set(trends.rows.map((row) => termKey(row[unit], row[item])));
  return (row, place) => wanted.has(termKey(row[place('unit')], row[place('item')]));
}

function ofDocuments(
  coordinates: ReportTable,
): (row: readonly ReportCell[], place: (name: string) => number) => boolean {
  const shown = new Set(coordinates.rows.map(([name]) => name));
  return (row, place) => shown.has(row[place('a')] ?? null) && shown.has(row[place('b')] ?? null);
}

function messageCounts(source: ReportSource): ReportData['messages'] {
  const counts = new Map<string, [rule: string, severity: string, count: number]>();
  const columns = source.columnsOf('messages');
  const rule = columns.indexOf('rule');
  const severity = columns.indexOf('severity');
  for (const row of source.rows('messages')) {
    const key = `${row[severity]} ${row[rule]}`;
    const entry = counts.get(key);
    if (entry === undefined) counts.set(key, [String(row[rule]), String(row[severity]), 1]);
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
  const columns = source.columnsOf('terms_by_document');
  const at = ['document', 'term', 'category', 'frequency'].map((name) => columns.indexOf(name));
  for (const row of source.rows('terms_by_document')) {
    const t = terms.get(termKey(row[at[1]!], row[at[2]!]));
    const d = documents.get(String(row[at[0]!]));
    if (t !== undefined && d !== undefined) counts[t]!.push(d, Number(row[at[3]!]));
  }
  return counts;
}

function reportNetwork(source: ReportSource, settings: Settings): ReportNetwork | null {
  const nodeColumns = source.columnsOf('network_nodes');
  const edgeColumns = source.columnsOf('network_edges');
  if (nodeColumns.length === 0 || edgeColumns.length === 0) return null;
  const cells = (columns: readonly string[], names: readonly string[], row: readonly ReportCell[]) =>
    names.map((name) => row[columns.indexOf(name)] ?? null);
  const found = [...source.rows('network_nodes')].map((row) =>
    cells(nodeColumns, ['id', 'frequency', 'community'], row),
  );
  if (found.length === 0) return null;
  const numbers = new Map(found.map(([id], i) => [String(id), i]));
  const edges = [...source.rows('network_edges')].map((row) => {
    const [a, b, weight, joint] = cells(edgeColumns, ['source', 'target', 'weight', 'joint'], row);
    return { a: numbers.get(String(a))!, b: numbers.get(String(b))!, weight: Number(weight), joint: Number(joint) };
  });
  const places = forceLayout(found.length, edges);
  const categories = new Map<string, string>();
  for (const [term, category] of source.rows('term_list')) categories.set(String(term), String(category ?? ''));
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
