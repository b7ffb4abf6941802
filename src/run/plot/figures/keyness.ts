import { CorpusError } from '../../../model/errors.ts';
import type { Figure } from '../figure.ts';
import { axis, colour } from '../plot-style.ts';

/** Effect size against significance of what is compared: the strongest have their names. */
export const keyness: Figure = ({ source, folder, words, chosen, top, unit = 'term', target }) => {
  const needed = '--by year';
  const columns = ['target', 'unit', 'item', 'log_ratio', 'g2'];
  const points: { target: string; name: string; value: [number, number] }[] = [];
  for (const [group, kind, item, ratio, g2] of source.rows('comparison', columns, needed)) {
    if (kind !== unit || (target !== undefined && group !== target)) continue;
    points.push({ target: String(group), name: String(item), value: [Number(ratio), Math.abs(Number(g2))] });
  }
  const group = target ?? points[0]?.target;
  const shown = points.filter((point) => point.target === group);
  if (shown.length === 0) throw new CorpusError('input/nothing-to-plot', folder, { figure: 'keyness' });
  const wanted = new Set(chosen);
  const strongest = [...shown].sort((a, b) => b.value[1] - a.value[1]).slice(0, top);
  const named = new Set(wanted.size > 0 ? shown.filter(({ name }) => wanted.has(name)) : strongest);
  const option = {
    title: { text: group, left: 'center', top: 2, textStyle: { fontSize: 13, fontWeight: 'normal' } },
    grid: { left: 76, right: 40, top: 32, bottom: 48 },
    xAxis: axis(words.logRatio, { type: 'value', scale: true }),
    yAxis: axis(words.evidence, { type: 'value', nameGap: 54, axisLine: { onZero: false } }),
    series: [
      {
        type: 'scatter',
        progressive: 0,
        symbolSize: 6,
        labelLayout: { hideOverlap: true },
        data: shown.map((point) => ({
          name: point.name,
          value: point.value,
          symbol: point.value[0] > 0 ? 'circle' : 'triangle',
          itemStyle: { color: colour(point.value[0] > 0 ? 1 : 0), opacity: 0.75 },
          label: { show: named.has(point), formatter: '{b}', position: 'top', color: 'inherit' },
        })),
      },
    ],
  };
  return { option, rows: 0 };
};
