import { networkEdgesSchema, networkNodesSchema } from '../../cooccur/network-tables.ts';
import { forceLayout } from '../../measure/force-layout.ts';
import { text } from '../../model/columns.ts';
import type { Graph } from '../../model/graph.ts';
import type { Cell } from '../../model/table.ts';
import type { Settings } from '../settings.ts';
import { edgeKey, networkYears } from './network-years.ts';
import type { StagedFiles } from './staged-files.ts';

const ownNode = new Set(['id', 'label', 'number']);
const ownEdge = new Set(['source', 'target', 'type', 'weight']);
const nodeColumns = networkNodesSchema.columns.filter(({ name }) => !ownNode.has(name));
const edgeColumns = networkEdgesSchema.columns.filter(({ name }) => !ownEdge.has(name));
const category = text('category', 'Category path of the term.', '术语类别（路径）。');

/** The network that the tables network_nodes and network_edges hold; undefined where there is none. */
export function networkGraph(staged: StagedFiles, settings: Settings): Graph | undefined {
  const names = nodeColumns.map(({ name }) => name);
  const found = [...staged.columns('network_nodes', ['id', 'frequency', 'community', ...names])];
  if (found.length === 0) return undefined;
  const categories = new Map(
    [...staged.columns('term_list', ['term', 'category'])].map(([term, path]) => [term, path]),
  );
  const numbers = new Map(found.map(([id], i) => [String(id), i]));
  const rows = staged.columns('network_edges', ['source', 'target', 'weight', ...edgeColumns.map(({ name }) => name)]);
  const edges = [...rows].map(([source, target, weight, ...values]) => ({
    a: numbers.get(String(source))!,
    b: numbers.get(String(target))!,
    weight: Number(weight),
    values,
  }));
  const places = forceLayout(found.length, edges);
  const { of } = settings.cooccurrence;
  const keys = new Set(edges.map(({ a, b }) => edgeKey(a, b)));
  const none = { nodes: new Map(), edges: new Map() };
  const years = of === 'terms' ? networkYears(staged, numbers, keys, settings) : none;
  return {
    description: `Co-word network of ${of} by ${settings.network.unit}; weights by ${settings.network.similarity}`,
    nodeColumns: [category, ...nodeColumns],
    edgeColumns,
    nodes: found.map(([id, frequency, community, ...values], i) => ({
      label: String(id),
      x: places.x[i]!,
      y: places.y[i]!,
      frequency: Number(frequency),
      community: Number(community),
      values: [(of === 'terms' ? categories.get(id as Cell) : null) ?? null, ...values],
      years: years.nodes.get(i) ?? [],
    })),
    edges: edges.map((edge) => ({ ...edge, years: years.edges.get(edgeKey(edge.a, edge.b)) ?? [] })),
  };
}
