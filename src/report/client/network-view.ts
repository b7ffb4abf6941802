import { chart } from './chart.ts';
import { colour, styleValue } from './colours.ts';
import { data } from './data.ts';
import { element } from './element.ts';
import { squareChart } from './square-chart.ts';
import { say, shown, state } from './state.ts';
import { tableOf } from './table-of.ts';
import type { View } from './view.ts';

const matrixTerms = 25;
/** Lines that are drawn at first: more are a tangle. */
const mostAtFirst = 300;

/** The network of terms, its matrix, and the pairs with their measures. */
export function networkView(): View {
  const network = data.network;
  const pairs = tableOf('cooccurrence', say('pairs'));
  const below = pairs === undefined ? null : element('section', {}, element('h3', {}, say('pairs')), pairs.node);
  if (network === null || network.edges.length === 0) {
    return { node: element('div', {}, element('p', { role: 'status' }, say('no-network')), below) };
  }
  const { nodes, edges, similarity } = network;
  const unit = say(`unit/${network.unit}` as 'unit/sentence');
  const weights = edges.map(([, , weight]) => weight).sort((a, b) => a - b);
  let least = Number(state.chosen.threshold ?? weights[Math.max(0, weights.length - mostAtFirst)]);
  const greatest = nodes.reduce((most, { frequency }) => Math.max(most, frequency), 1);
  const isNarrow = window.innerWidth < 600;
  // Terms that meet none often enough have no place in the picture.
  const everLinked = new Set(edges.flatMap(([a, b]) => [a, b]));
  const places = [...everLinked].map((i) => nodes[i]!.x);
  const rightFrom = Math.min(...places) + 0.7 * (Math.max(...places) - Math.min(...places));
  const picture = chart(say('network'), isNarrow ? 440 : 640, () => {
    const drawn = edges.filter(([, , weight]) => weight >= least);
    const linked = new Set(drawn.flatMap(([a, b]) => [a, b]));
    return {
      tooltip: { formatter: ({ name, value }: { name: string; value?: unknown }) => `${name} ${value ?? ''}` },
      series: [
        {
          type: 'graph',
          layout: 'none',
          preserveAspect: 'contain',
          roam: true,
          top: 30,
          bottom: 30,
          left: isNarrow ? 20 : 50,
          right: isNarrow ? 20 : 50,
          labelLayout: { hideOverlap: true },
          emphasis: { focus: 'adjacency' },
          data: nodes.flatMap(({ name, frequency, community, x, y }, i) =>
            !everLinked.has(i)
              ? []
              : [
                  {
                    id: String(i),
                    name,
                    value: frequency,
                    x: x * (isNarrow ? 400 : 640),
                    y: -y * (isNarrow ? 560 : 400),
                    symbolSize: linked.has(i)
                      ? (isNarrow ? 5 : 8) + (isNarrow ? 13 : 26) * Math.sqrt(frequency / greatest)
                      : 4,
                    itemStyle: { color: colour(community - 1), opacity: linked.has(i) ? 0.95 : 0.25 },
                    label: {
                      show: linked.has(i),
                      // Names at the right edge would leave the picture.
                      position: x > rightFrom ? 'left' : 'right',
                      color: styleValue('--ink'),
                      fontSize: isNarrow ? 10 : 12,
                      textBorderColor: styleValue('--paper'),
                      textBorderWidth: 2,
                    },
                  },
                ],
          ),
          edges: drawn.map(([a, b, weight, joint]) => ({
            source: String(a),
            target: String(b),
            value: joint,
            lineStyle: { width: 0.5 + 3 * (weight / weights.at(-1)!), color: styleValue('--faint'), opacity: 0.6 },
          })),
        },
      ],
    };
  });
  const status = element('p', { class: 'note', role: 'status' });
  const tell = () => {
    const drawn = edges.filter(([, , weight]) => weight >= least);
    const linked = new Set(drawn.flatMap(([a, b]) => [a, b])).size;
    status.textContent = say('edges-shown', {
      shown: drawn.length,
      total: edges.length,
      nodes: linked,
      all: nodes.length,
    });
    value.textContent = shown(least);
  };
  const value = element('output', {});
  const slider = element('input', {
    type: 'range',
    min: 0,
    max: weights.length - 1,
    // Each step leaves out the next lines, however the weights lie.
    value: Math.max(
      0,
      weights.findIndex((weight) => weight >= least),
    ),
    name: 'threshold',
    oninput: (event) => {
      least = weights[Number((event.target as HTMLInputElement).value)]!;
      state.chosen.threshold = String(least);
      tell();
      picture.draw();
    },
  });
  tell();
  const squares = matrix();
  const node = element(
    'div',
    {},
    element('p', { class: 'note' }, say('network-hint', { unit, similarity })),
    element('div', { class: 'controls' }, element('label', {}, `${say('threshold')} `, slider, ' ', value)),
    picture.node,
    status,
    element('h3', {}, say('matrix')),
    element('p', { class: 'note' }, say('matrix-hint', { shown: Math.min(matrixTerms, nodes.length) })),
    squares.node,
    below,
  );
  return {
    node,
    draw: () => {
      picture.draw();
      squares.draw();
    },
  };
}

function matrix() {
  const { nodes, edges } = data.network!;
  const chosen = nodes
    .map((_, i) => i)
    .sort((a, b) => nodes[b]!.frequency - nodes[a]!.frequency || a - b)
    .slice(0, matrixTerms);
  const order = chosen.sort((a, b) => nodes[a]!.community - nodes[b]!.community || a - b);
  const names = order.map((i) => nodes[i]!.name);
  const cells = edges.flatMap(([a, b, , joint]) => {
    const x = order.indexOf(a);
    const y = order.indexOf(b);
    return x < 0 || y < 0
      ? []
      : [
          [x, y, joint],
          [y, x, joint],
        ];
  });
  const most = cells.reduce((max, [, , joint]) => Math.max(max, joint!), 1);
  return squareChart(say('matrix'), names, cells, [0, most]);
}
