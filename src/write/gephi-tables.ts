import { number, text, whole } from '../model/columns.ts';
import type { Graph, YearSpan } from '../model/graph.ts';
import type { Cell, TableSchema } from '../model/table.ts';

/** A table with its rows, under the column names by which Gephi knows what they are. */
interface GephiTable {
  readonly schema: TableSchema;
  readonly rows: readonly (readonly Cell[])[];
}

const interval = text(
  'Interval',
  'Years in which it occurs, as Gephi writes intervals of time; empty where they are not known.',
  '出现的年份，按 Gephi 的时间区间写法；年份未知时为空。',
);

/** The two tables of Gephi's import of spreadsheets (Data Laboratory). */
export function gephiTables(graph: Graph): { readonly nodes: GephiTable; readonly edges: GephiTable } {
  const name = (node: number) => graph.nodes[node]!.label;
  return {
    nodes: {
      schema: {
        name: 'network_gephi_nodes',
        en: 'Nodes of the co-word network for Gephi.',
        zh: '供 Gephi 导入的共词网络节点表。',
        columns: [
          text('Id', 'The term.', '术语。'),
          text('Label', 'The term as it is shown.', '显示的名称。'),
          ...graph.nodeColumns,
          interval,
        ],
      },
      rows: graph.nodes.map(({ label, values, years }) => [label, label, ...values, intervals(years)]),
    },
    edges: {
      schema: {
        name: 'network_gephi_edges',
        en: 'Edges of the co-word network for Gephi.',
        zh: '供 Gephi 导入的共词网络边表。',
        columns: [
          text('Source', 'One term.', '一个术语。'),
          text('Target', 'The other one.', '另一个术语。'),
          text('Type', 'Undirected.', 'Undirected：无方向。'),
          whole('Id', 'Number of the edge.', '边的编号。'),
          number('Weight', 'As weight in network_edges.csv.', '同 network_edges.csv 的 weight。'),
          ...graph.edgeColumns,
          interval,
        ],
      },
      rows: graph.edges.map(({ a, b, weight, values, years }, i) => [
        name(a),
        name(b),
        'Undirected',
        i,
        weight,
        ...values,
        intervals(years),
      ]),
    },
  };
}

function intervals(years: readonly YearSpan[]): string | null {
  if (years.length === 0) return null;
  return `<${years.map(({ first, last }) => `[${first},${last}]`).join('; ')}>`;
}
