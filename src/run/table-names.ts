/** Tables that a run can write, in the order in which the data package lists them. */
export const tableNames = [
  'documents',
  'blocks',
  'terms',
  'terms_by_document',
  'occurrences',
  'words',
  'words_by_document',
  'tokens',
  'dispersion',
  'cooccurrence',
  'network_nodes',
  'network_edges',
  'network_communities',
  'network_tree',
  'ngrams',
  'comparison',
  'by_group',
  'trends',
  'turnover',
  'similarity',
  'nearest',
  'clusters',
  'coordinates',
  'codes',
  'codes_by_document',
  'code_occurrences',
  'scores',
  'score_occurrences',
  'citations',
  'reuse',
  'mentions',
  'names',
  'breaks',
  'messages',
] as const;

/** Name of a table of a result, and of its CSV file. */
export type TableName = (typeof tableNames)[number];

/** Tables that are written where nothing else is asked for; `tables: [default, ngrams]` is these and one more. */
const defaultTables: readonly TableName[] = [
  'documents',
  'blocks',
  'terms',
  'terms_by_document',
  'occurrences',
  'words',
  'cooccurrence',
  'network_nodes',
  'network_edges',
  'network_communities',
  'network_tree',
  'comparison',
  'by_group',
  'trends',
  'turnover',
  'codes',
  'codes_by_document',
  'code_occurrences',
  'scores',
  'score_occurrences',
  'citations',
  'messages',
];

/** Tables by their names, `default` and `all`, in the order of the data package. */
export function tablesOf(names: readonly (TableName | 'default' | 'all')[]): TableName[] {
  const wanted = new Set(names.flatMap((name) => (name === 'default' ? defaultTables : name)));
  return tableNames.filter((name) => wanted.has('all') || wanted.has(name));
}
