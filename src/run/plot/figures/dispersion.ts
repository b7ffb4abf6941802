import { CorpusError } from '../../../model/errors.ts';
import type { Figure } from '../figure.ts';
import { axis, colour, labelRoom, nameLabels } from '../plot-style.ts';

const mostDocuments = 40;

/** Where a term stands in each document that has it: a stroke an occurrence. */
export const dispersion: Figure = ({ source, folder, words, chosen, top, width }) => {
  const lengths = new Map<string, number>();
  for (const [document, characters] of source.rows('documents', ['document', 'characters'], '--tables default')) {
    lengths.set(String(document), Number(characters));
  }
  const frequent = () => {
    for (const [term, frequency] of source.rows('terms', ['term', 'frequency'], '--tables default'))
      if (Number(frequency) > 0) return [String(term)];
    return [];
  };
  const wanted = chosen.length > 0 ? chosen : frequent();
  const places = wanted.map((): [string, number][] => []);
  for (const [document, term, start] of source.rows('occurrences', ['document', 'term', 'start'], '--tables default')) {
    const i = wanted.indexOf(String(term));
    const length = lengths.get(String(document));
    if (i >= 0 && length) places[i]!.push([String(document), (100 * Number(start)) / length]);
  }
  const all = places.flat();
  if (all.length === 0) throw new CorpusError('input/nothing-to-plot', folder, { figure: 'dispersion' });
  const having = new Set(all.map(([document]) => document));
  const documents = [...lengths.keys()].filter((name) => having.has(name)).slice(0, Math.max(top, mostDocuments));
  const room = labelRoom(documents, width);
  const option = {
    legend: wanted.length > 1 ? { top: 2, data: wanted } : { show: false },
    grid: { left: room, right: 20, top: wanted.length > 1 ? 32 : 12, bottom: 44 },
    xAxis: axis(words.place, { type: 'value', min: 0, max: 100 }),
    yAxis: axis('', {
      type: 'category',
      inverse: true,
      data: documents,
      axisTick: { show: false },
      axisLabel: nameLabels(room),
    }),
    series: wanted.map((name, i) => ({
      type: 'scatter',
      name,
      symbol: 'rect',
      symbolSize: [1.5, 9],
      itemStyle: { color: colour(i) },
      data: places[i]!.map(([document, place]) => [place, document]),
    })),
  };
  return { option, rows: documents.length };
};
