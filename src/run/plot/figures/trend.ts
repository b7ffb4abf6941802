import { CorpusError } from '../../../model/errors.ts';
import type { Figure } from '../figure.ts';
import { axis, colour, dash, ink, labelRoom, shape } from '../plot-style.ts';

interface Point {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const mostLines = 8;
/** Of the line beside a name in the legend, with its gap to the next name. */
const keyWidth = 34;
const keyGap = 10;

/** How frequent terms are in one group after another, with the bounds at 95 %. */
export const trend: Figure = ({ source, folder, words, chosen, top, unit = 'term', width }) => {
  const lines = new Map<string, { frequency: number; points: Map<string, Point> }>();
  const wanted = new Set(chosen);
  const groups = new Set<string>();
  const columns = ['unit', 'item', 'group', 'frequency', 'per_million', 'per_million_low', 'per_million_high'];
  for (const [kind, item, group, frequency, value, low, high] of source.rows('by_group', columns, '--by year')) {
    groups.add(String(group));
    if (kind !== unit || (wanted.size > 0 && !wanted.has(String(item)))) continue;
    const line = lines.get(String(item)) ?? { frequency: 0, points: new Map() };
    lines.set(String(item), line);
    line.frequency += Number(frequency);
    line.points.set(String(group), { value: Number(value), low: Number(low), high: Number(high) });
  }
  const shown = [...lines]
    .sort((a, b) => b[1].frequency - a[1].frequency)
    .slice(0, wanted.size > 0 ? mostLines : Math.min(top, 4));
  if (shown.length === 0) throw new CorpusError('input/nothing-to-plot', folder, { figure: 'trend' });
  const order = inOrder(groups);
  const at = (points: ReadonlyMap<string, Point>, take: (point: Point) => number) =>
    order.map((group) => {
      const point = points.get(group);
      return point === undefined ? (groups.has(group) ? 0 : null) : take(point);
    });
  const band = (i: number, data: (number | null)[], color: string) => ({
    type: 'line',
    stack: `band ${i}`,
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    connectNulls: true,
    lineStyle: { opacity: 0 },
    areaStyle: { color, opacity: color === 'none' ? 0 : 0.12 },
    data,
  });
  const keys = shown.reduce((sum, [name]) => sum + keyWidth + keyGap + labelRoom([name], width), 0);
  const legendRows = Math.ceil(keys / (width - 2 * keyGap));
  const option = {
    legend: { top: 4, data: shown.map(([name]) => name), textStyle: { color: ink }, itemWidth: keyWidth },
    grid: { left: 76, right: 24, top: 18 + 22 * legendRows, bottom: 44 },
    xAxis: axis('', { type: 'category', boundaryGap: false, data: order }),
    yAxis: axis(words.perMillion, { type: 'value', nameGap: 54 }),
    series: shown.flatMap(([name, { points }], i) => [
      band(
        i,
        at(points, ({ low }) => low),
        'none',
      ),
      band(
        i,
        at(points, ({ low, high }) => high - low),
        colour(i),
      ),
      {
        type: 'line',
        name,
        symbol: shape(i),
        symbolSize: 6,
        connectNulls: true,
        lineStyle: { color: colour(i), type: dash(i), width: 2 },
        itemStyle: { color: colour(i) },
        data: at(points, ({ value }) => value),
      },
    ]),
  };
  return { option, rows: 0 };
};

/** Groups in their order; years also with those between them that have no document, so that time runs evenly. */
function inOrder(groups: ReadonlySet<string>): string[] {
  const order = [...groups].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  if (!order.every((group) => /^[12]\d{3}$/.test(group))) return order;
  const [first, last] = [Number(order[0]), Number(order.at(-1))];
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}
