import type { DrawnFigure } from '../figure.ts';
import { axis, labelRoom, shades } from '../plot-style.ts';

/** A square of values: light is little, dark is much. A cell without a value is left blank. */
export function heatMap(
  names: readonly string[],
  cells: readonly (readonly [column: number, row: number, value: number])[],
  name: string,
  width: number,
): DrawnFigure {
  const room = labelRoom(names, width);
  const values = cells.map(([, , value]) => value);
  const labels = { type: 'category', data: names, axisTick: { show: false }, splitLine: { show: false } };
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const precision = most > 10 ? 0 : 2;
  const option = {
    grid: { left: room, right: 104, top: 12, bottom: room },
    xAxis: axis('', { ...labels, axisLabel: { rotate: 90, interval: 0 } }),
    yAxis: axis('', { ...labels, inverse: true, axisLabel: { interval: 0 } }),
    visualMap: {
      min: least,
      max: most,
      calculable: false,
      orient: 'vertical',
      right: 4,
      top: 'middle',
      text: [`${name} ${most.toFixed(precision)}`, least.toFixed(precision)],
      textGap: 8,
      precision,
      inRange: { color: shades },
    },
    series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: '#ffffff', borderWidth: 1 } }],
  };
  return { option, rows: names.length };
}
