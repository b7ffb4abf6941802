import { CorpusError } from '../../../model/errors.ts';
import type { Figure } from '../figure.ts';
import { axis, colour, ink } from '../plot-style.ts';

/**
 * Effect size against significance of what is compared: the strongest have their names, what is not significant is
 * hollow.
 */
export const keyness: Figure = ({ source, folder, words, chosen, top, unit = 'term', target }) => {
  const needed = '--by year';
  const columns = ['target', 'unit', 'item', 'log_ratio', 'g2', 'q_value'];
  const points: { target: string; name: string; value: [number, number]; isSure: boolean }[] = [];
  for (const [group, kind, item, ratio, g2, q] of source.rows('comparison', columns, needed)) {
    if (kind !== unit || (target !== undefined && group !== target)) continue;
    const value: [number, number] = [Number(ratio), Math.abs(Number(g2))];
    points.push({ target: String(group), name: String(item), value, isSure: q !== null && Number(q) < 0.05 });
  }
  const group = target ?? points[0]?.target;
  const shown = points.filter((point) => point.target === group);
  if (shown.length === 0) throw new CorpusError('input/nothing-to-plot', folder, { figure: 'keyness' });
  const wanted = new Set(chosen);
  const strongest = [...shown].sort((a, b) => b.value[1] - a.value[1]).slice(0, top);
  const named = new Set(wanted.size > 0 ? shown.filter(({ name }) => wanted.has(name)) : strongest);
  type Point = (typeof points)[number];
  const hollow = { color: '#ffffff', borderColor: '#8c8c8c', borderWidth: 1 };
  const kinds = [
    {
      name: words.more,
      symbol: 'circle',
      style: { color: colour(1) },
      has: ({ isSure, value }: Point) => isSure && value[0] > 0,
    },
    {
      name: words.less,
      symbol: 'triangle',
      style: { color: colour(0) },
      has: ({ isSure, value }: Point) => isSure && value[0] <= 0,
    },
    { name: words.unsure, symbol: 'circle', style: hollow, has: ({ isSure }: Point) => !isSure },
  ];
  const option = {
    title: { text: group, left: 'center', top: 2, textStyle: { fontSize: 13, fontWeight: 'normal' } },
    grid: { left: 76, right: 40, top: 32, bottom: 72 },
    xAxis: axis(words.logRatio, { type: 'value', scale: true }),
    yAxis: axis(words.evidence, { type: 'value', nameGap: 54, axisLine: { onZero: false } }),
    legend: { bottom: 0, itemWidth: 12, itemHeight: 8, textStyle: { color: ink } },
    series: kinds.map(({ name, symbol, style, has }) => ({
      type: 'scatter',
      name,
      symbol,
      progressive: 0,
      symbolSize: 6,
      itemStyle: style,
      labelLayout: { hideOverlap: true },
      data: shown.filter(has).map((point) => ({
        name: point.name,
        value: point.value,
        label: { show: named.has(point), formatter: '{b}', position: 'top', color: ink },
      })),
    })),
  };
  return { option, rows: 0 };
};
