import type { Graph } from '../model/graph.ts';
import { rounded } from './graph-style.ts';

/** Names that VOSviewer shows for the weights of its items. */
const weights = { links: 'Links', strength: 'Total link strength', frequency: 'Occurrences' } as const;

/** A network as the JSON file of VOSviewer; `joint` is the strength of a link, and clusters are communities. */
export function vosviewerJson(graph: Graph): string {
  const of = links(graph);
  const items = graph.nodes.map(({ label, x, y, community, frequency }, i) => ({
    id: i + 1,
    label,
    x: rounded(x),
    y: rounded(y),
    cluster: community,
    weights: { [weights.links]: of.count[i], [weights.strength]: of.strength[i], [weights.frequency]: frequency },
    scores: {},
  }));
  const found = graph.edges.map((edge, i) => ({ source_id: edge.a + 1, target_id: edge.b + 1, strength: of.each[i] }));
  return `${JSON.stringify({ network: { items, links: found }, config: {} }, null, 1)}\n`;
}

/** The map file of VOSviewer: parted by tabs, with a header. */
export function vosviewerMap(graph: Graph): string {
  const of = links(graph);
  const head = ['id', 'label', 'x', 'y', 'cluster', ...Object.values(weights).map((name) => `weight<${name}>`)];
  const rows = graph.nodes.map(({ label, x, y, community, frequency }, i) =>
    [
      i + 1,
      label.replace(/[\t\n\r]/g, ' '),
      rounded(x),
      rounded(y),
      community,
      of.count[i],
      of.strength[i],
      frequency,
    ].join('\t'),
  );
  return `${[head.join('\t'), ...rows].join('\n')}\n`;
}

/** The network file of VOSviewer: two ids of the map file and the strength of their link, without a header. */
export function vosviewerNetwork(graph: Graph): string {
  const { each } = links(graph);
  return graph.edges.map(({ a, b }, i) => `${a + 1}\t${b + 1}\t${each[i]}\n`).join('');
}

/** Strengths of links are the numbers of units that hold both, as in the maps that VOSviewer makes itself. */
function links({ nodes, edges, edgeColumns }: Graph) {
  const joint = edgeColumns.findIndex(({ name }) => name === 'joint');
  const each = edges.map(({ values, weight }) => Number(values[joint] ?? weight));
  const count = new Array<number>(nodes.length).fill(0);
  const strength = new Array<number>(nodes.length).fill(0);
  edges.forEach(({ a, b }, i) => {
    for (const node of [a, b]) {
      count[node]!++;
      strength[node]! += each[i]!;
    }
  });
  return { each, count, strength };
}
