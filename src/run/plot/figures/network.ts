import { forceLayout } from '../../../measure/force-layout.ts';
import { CorpusError } from '../../../model/errors.ts';
import type { Figure } from '../figure.ts';
import { colour, ink, shape } from '../plot-style.ts';

/** Edges for each node that are drawn, the strongest. */
const edgesForEach = 3;
/** The first shapes, which are filled. */
const filledShapes = 4;

/** The co-word network: the most frequent terms, the strongest links, a colour and a shape a community. Terms without a link are left out. */
export const network: Figure = ({ source, folder, chosen, top, width }) => {
  const wanted = new Set(chosen);
  const needed = '--tables default';
  const nodes: { id: string; name: string; frequency: number; community: number }[] = [];
  for (const [id, name, frequency, community] of source.rows(
    'network_nodes',
    ['id', 'label', 'frequency', 'community'],
    needed,
  )) {
    if (wanted.size > 0 && !wanted.has(String(name))) continue;
    if (wanted.size === 0 && nodes.length >= Math.max(top, 40)) continue;
    nodes.push({ id: String(id), name: String(name), frequency: Number(frequency), community: Number(community) });
  }
  const numbers = new Map(nodes.map(({ id }, i) => [id, i]));
  const links: { a: number; b: number; weight: number; joint: number }[] = [];
  for (const [source_, target, weight, joint] of source.rows(
    'network_edges',
    ['source', 'target', 'weight', 'joint'],
    needed,
  )) {
    const a = numbers.get(String(source_));
    const b = numbers.get(String(target));
    if (a !== undefined && b !== undefined) links.push({ a, b, weight: Number(weight), joint: Number(joint) });
  }
  if (links.length === 0) throw new CorpusError('input/nothing-to-plot', folder, { figure: 'network' });
  const { x, y } = forceLayout(nodes.length, links);
  const drawn = [...links].sort((a, b) => b.weight - a.weight || a.a - b.a || a.b - b.b);
  const shown = drawn.slice(0, edgesForEach * nodes.length);
  const greatest = nodes.reduce((most, { frequency }) => Math.max(most, frequency), 1);
  const strongest = shown[0]!.weight;
  const linked = new Set(shown.flatMap(({ a, b }) => [a, b]));
  const option = {
    series: [
      {
        type: 'graph',
        layout: 'none',
        left: 40,
        right: 70,
        top: 24,
        bottom: 24,
        labelLayout: { hideOverlap: true },
        data: [...linked]
          .sort((a, b) => a - b)
          .map((i) => ({
            id: String(i),
            name: nodes[i]!.name,
            x: x[i]! * width,
            y: -y[i]! * width * 0.7,
            symbol: shape((nodes[i]!.community - 1) % filledShapes),
            symbolSize: 6 + 22 * Math.sqrt(nodes[i]!.frequency / greatest),
            itemStyle: { color: colour(nodes[i]!.community - 1), borderColor: '#ffffff', borderWidth: 1 },
            label: { show: true, position: 'right', color: ink, textBorderColor: '#ffffff', textBorderWidth: 2 },
          })),
        edges: shown.map(({ a, b, weight }) => ({
          source: String(a),
          target: String(b),
          lineStyle: { color: '#8c8c8c', opacity: 0.55, width: 0.5 + (2.5 * weight) / strongest },
        })),
      },
    ],
  };
  return { option, rows: 0 };
};
