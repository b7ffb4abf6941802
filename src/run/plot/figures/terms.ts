import { CorpusError } from '../../../model/errors.ts';
import type { Figure } from '../figure.ts';
import { axis, colour, ink, labelRoom, nameLabels } from '../plot-style.ts';

/** The most frequent terms, or those that are asked for: bars. */
export const terms: Figure = ({ source, folder, words, chosen, top, width }) => {
  const wanted = new Set(chosen);
  const found: [name: string, frequency: number][] = [];
  for (const [term, frequency] of source.rows('terms', ['term', 'frequency'], '--tables default')) {
    if (Number(frequency) === 0 || (wanted.size > 0 && !wanted.has(String(term)))) continue;
    found.push([String(term), Number(frequency)]);
  }
  // A term in two categories has two rows.
  const shown = [...new Map(found)].sort((a, b) => b[1] - a[1]).slice(0, wanted.size > 0 ? undefined : top);
  if (shown.length === 0) throw new CorpusError('input/nothing-to-plot', folder, { figure: 'terms' });
  const names = shown.map(([name]) => name);
  const room = labelRoom(names, width);
  const option = {
    grid: { left: room, right: 48, top: 12, bottom: 44 },
    xAxis: axis(words.frequency, { type: 'value' }),
    yAxis: axis('', {
      type: 'category',
      inverse: true,
      data: names,
      axisTick: { show: false },
      axisLabel: nameLabels(room),
    }),
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        itemStyle: { color: colour(0) },
        label: { show: true, position: 'right', color: ink },
        data: shown.map(([, frequency]) => frequency),
      },
    ],
  };
  return { option, rows: shown.length };
};
