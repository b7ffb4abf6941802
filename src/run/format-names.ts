/** Forms of every table, beside its CSV file. */
export const tableFormats = ['csv', 'parquet', 'xlsx'] as const;
/** Forms of the co-word network. */
export const graphFormats = ['gexf', 'graphml', 'vosviewer', 'gephi'] as const;
/** Forms of the documents, with their words and terms. */
export const documentFormatNames = [
  'jsonl',
  'conllu',
  'vrt',
  'tei',
  'annotation',
  'brat',
  'quanteda',
  'txm',
  'words',
  'tables',
] as const;

/** Every form in which a run can write its result, in the order in which the data package lists them. */
export const formatNames = [...tableFormats, ...graphFormats, ...documentFormatNames] as const;

export type FormatName = (typeof formatNames)[number];
export type GraphFormat = (typeof graphFormats)[number];
export type DocumentFormatName = (typeof documentFormatNames)[number];

/** Formats by their names and `all`, in the order of the data package; CSV is always among them. */
export function formatsOf(names: readonly (FormatName | 'all')[]): FormatName[] {
  const wanted = new Set<string>(names);
  return formatNames.filter((name) => name === 'csv' || wanted.has('all') || wanted.has(name));
}
