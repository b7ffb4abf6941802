import { axis, chart } from './chart.ts';
import { styleValue } from './colours.ts';
import { shown } from './state.ts';

/** Coloured squares for pairs of what is named. */
export function squareChart(
  name: string,
  names: readonly string[],
  cells: readonly (readonly number[])[],
  [least, most]: readonly [number, number],
) {
  const narrow = window.innerWidth < 600;
  const longest = names.reduce((most, { length }) => Math.max(most, length), 2);
  const room = Math.min(narrow ? 84 : 150, 20 + longest * 13);
  const label = {
    width: room - 12,
    overflow: 'truncate',
    interval: 0,
    color: styleValue('--ink'),
    fontSize: narrow ? 10 : 12,
  };
  return chart(name, Math.max(320, names.length * 22 + room + 60), () => ({
    grid: { left: room, right: 12, top: 8, bottom: room + 40 },
    tooltip: {
      formatter: ({ value }: { value: number[] }) => `${names[value[0]!]} – ${names[value[1]!]}: ${shown(value[2]!)}`,
    },
    xAxis: axis({ type: 'category', data: names, axisLabel: { ...label, rotate: 90 }, splitArea: { show: false } }),
    yAxis: axis({ type: 'category', data: names, inverse: true, axisLabel: label }),
    visualMap: {
      min: least,
      max: most,
      calculable: false,
      text: [shown(most), shown(least)],
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      precision: most > 5 ? 0 : 2,
      inRange: { color: [styleValue('--low'), styleValue('--high')] },
      textStyle: { color: styleValue('--ink') },
    },
    series: [
      {
        type: 'heatmap',
        progressive: 0,
        data: cells,
        itemStyle: { borderColor: styleValue('--paper'), borderWidth: 1 },
      },
    ],
  }));
}
