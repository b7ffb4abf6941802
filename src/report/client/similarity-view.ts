import { data, table, titleOf } from './data.ts';
import { element } from './element.ts';
import { squareChart } from './square-chart.ts';
import { say } from './state.ts';
import { tableOf } from './table-of.ts';
import type { View } from './view.ts';

/** How alike documents, or groups of them, are. */
export function similarityView(): View {
  const found = table('similarity');
  if (found === undefined) return { node: element('p', { role: 'status' }, say('no-similarity')) };
  const measure = data.similarityMeasure;
  const isDistance = measure === 'delta';
  const names = order();
  const cells = found.rows.flatMap(([a, b, value]) => {
    const x = names.indexOf(String(a));
    const y = names.indexOf(String(b));
    return x < 0 || y < 0 || value === null
      ? []
      : [
          [x, y, Number(value)],
          [y, x, Number(value)],
        ];
  });
  const values = cells.map(([, , value]) => value!);
  const span = [Math.min(...values, 1), Math.max(...values, 0)] as const;
  const picture = squareChart(say('similarity'), names.map(titleOf), cells, span);
  const link = tableOf('similarity', say('similarity'), {
    cells: {
      a: (row) => titleOf(found.rows[row]![0] ?? null),
      b: (row) => titleOf(found.rows[row]![1] ?? null),
    },
  });
  const node = element(
    'div',
    {},
    element('p', { class: 'note' }, say(isDistance ? 'similarity-distance' : 'similarity-hint', { measure })),
    picture.node,
    link?.node ?? null,
  );
  return { node, draw: () => picture.draw() };
}

/** The documents in the order of the dendrogram where the run has it. */
function order(): string[] {
  const places = table('coordinates');
  if (places === undefined) {
    return [...new Set((table('similarity')?.rows ?? []).flatMap(([a, b]) => [String(a), String(b)]))]
      .sort()
      .slice(0, 60);
  }
  const at = places.columns.indexOf('tree_order');
  return [...places.rows].sort((a, b) => Number(a[at]) - Number(b[at])).map(([name]) => String(name));
}
