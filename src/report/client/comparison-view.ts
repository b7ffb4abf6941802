import { axis, chart } from './chart.ts';
import { choice } from './choice.ts';
import { colour, styleValue } from './colours.ts';
import { table } from './data.ts';
import { element } from './element.ts';
import { say, show, shown, state } from './state.ts';
import { tableOf } from './table-of.ts';
import type { View } from './view.ts';

/** Groups compared: how great the differences are against how sure they are. */
export function comparisonView(): View {
  const found = table('comparison');
  if (found === undefined) return { node: element('p', { role: 'status' }, say('no-comparison')) };
  const at = (name: string) => found.columns.indexOf(name);
  const targets = [...new Set(found.rows.map((row) => String(row[at('target')])))];
  const units = [...new Set(found.rows.map((row) => String(row[at('unit')])))];
  const target = targets.includes(state.chosen.target ?? '') ? state.chosen.target! : targets[0]!;
  const unit = units.includes(state.chosen.unit ?? '') ? state.chosen.unit! : units[0]!;
  const isShown = (row: number) =>
    String(found.rows[row]![at('target')]) === target && String(found.rows[row]![at('unit')]) === unit;
  const rows = found.rows.filter((_, row) => isShown(row));
  const points = rows.map((row) => ({
    name: String(row[at('item')]),
    value: [Number(row[at('log_ratio')]), Math.abs(Number(row[at('g2')]))],
  }));
  const strongest = new Set([...points].sort((a, b) => b.value[1]! - a.value[1]!).slice(0, 25));
  const picture = chart(say('comparison'), 480, () => ({
    grid: { left: 56, right: 40, top: 30, bottom: 48 },
    tooltip: {
      formatter: ({ name, value }: { name: string; value: number[] }) =>
        `${name}  ${shown(value[0]!)}  ${shown(value[1]!)}`,
    },
    xAxis: axis({ type: 'value', name: say('log-ratio'), nameLocation: 'middle', nameGap: 28, scale: true }),
    yAxis: axis({
      type: 'value',
      name: say('evidence'),
      axisLine: { onZero: false, lineStyle: { color: styleValue('--rule') } },
      nameTextStyle: { align: 'left', color: styleValue('--ink') },
    }),
    series: [
      {
        type: 'scatter',
        progressive: 0,
        symbolSize: 8,
        labelLayout: { hideOverlap: true },
        data: points.map((point) => ({
          ...point,
          itemStyle: { color: colour(point.value[0]! > 0 ? 1 : 0), opacity: 0.8 },
          label: { show: strongest.has(point), formatter: '{b}', position: 'top', color: 'inherit' },
        })),
      },
    ],
  }));
  const numbers = tableOf('comparison', say('comparison'), {
    hidden: (row) => !isShown(row),
    without: ['target', 'unit'],
  });
  const node = element(
    'div',
    {},
    element('p', { class: 'note' }, say('comparison-hint')),
    element(
      'div',
      { class: 'controls' },
      choice(
        say('group'),
        targets.map((name) => [name, name]),
        target,
        (target) => show('comparison', { target }),
      ),
      choice(
        say('unit'),
        units.map((name) => [name, say(`unit/${name}` as 'unit/term')]),
        unit,
        (unit) => show('comparison', { unit }),
      ),
    ),
    picture.node,
    numbers?.node ?? null,
  );
  return { node, draw: () => picture.draw() };
}
