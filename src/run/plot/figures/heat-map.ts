import type { DrawnFigure } from '../figure.ts';
import { axis, ink, labelRoom, nameLabels, shades } from '../plot-style.ts';

/** A square of values: light is little, dark is much. A cell without a value is left blank. */
export function heatMap(
  names: readonly string[],
  cells: readonly (readonly [column: number, row: number, value: number])[],
  name: string,
  width: number,
): DrawnFigure {
  const room = labelRoom(names, width);
  const values = cells.map(([, , value]) => value);
  const none = { show: false };
  const labels = { type: 'category', data: names, axisTick: none, splitLine: none, axisLine: none };
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const precision = most > 10 ? 0 : 2;
  const text = [`${name} ${most.toFixed(precision)}`, least.toFixed(precision)];
  const option = {
    grid: { left: room, right: labelRoom(text, width) + 8, top: 12, bottom: room },
    xAxis: axis('', { ...labels, axisLabel: nameLabels(room, { rotate: 90 }) }),
    yAxis: axis('', { ...labels, inverse: true, axisLabel: nameLabels(room) }),
    visualMap: {
      min: least,
      max: most,
      calculable: false,
      orient: 'vertical',
      right: 4,
      top: 'middle',
      text,
      textStyle: { color: ink },
      textGap: 8,
      precision,
      inRange: { color: shades },
    },
    series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: '#ffffff', borderWidth: 1 } }],
  };
  return { option, rows: names.length };
}
