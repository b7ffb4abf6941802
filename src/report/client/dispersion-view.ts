import { axis, type Chart, chart } from './chart.ts';
import { colour, styleValue } from './colours.ts';
import { column, data, documentNames, termNames, titleOf } from './data.ts';
import { element } from './element.ts';
import { say, show, shown, state } from './state.ts';
import { termChoice } from './term-choice.ts';
import type { View } from './view.ts';

const mostDocuments = 40;

/** Where in the documents a term stands. */
export function dispersionView(): View {
  const text = state.chosen.text ?? termNames[0] ?? '';
  const term = termNames.indexOf(text);
  const lengths = column('documents', 'characters').map(Number);
  const places = data.places[term] ?? [];
  const byDocument = new Map<number, number[]>();
  for (let i = 0; i < places.length; i += 2) {
    const document = places[i]!;
    const of = byDocument.get(document) ?? [];
    if (of.length === 0) byDocument.set(document, of);
    of.push((100 * places[i + 1]!) / Math.max(1, lengths[document]!));
  }
  const chosen = [...byDocument]
    .sort(([a, x], [b, y]) => y.length - x.length || a - b)
    .slice(0, mostDocuments)
    .sort(([a], [b]) => b - a);
  const names = chosen.map(([document, of]) => `${of.length} · ${short(titleOf(documentNames[document]!))}`);
  const points = chosen.flatMap(([, of], row) => of.map((place) => [Math.min(100, place), row]));
  const narrow = window.innerWidth < 600;
  const option = () => ({
    grid: { left: narrow ? 116 : 300, right: 16, top: 10, bottom: 44 },
    tooltip: {
      trigger: 'item',
      formatter: ({ value }: { value: number[] }) => `${names[value[1]!]} ${value[0]!.toFixed(1)} %`,
    },
    xAxis: axis({ type: 'value', min: 0, max: 100, name: say('in-document'), nameLocation: 'middle', nameGap: 26 }),
    yAxis: axis({
      type: 'category',
      data: names,
      axisLabel: { width: narrow ? 104 : 284, overflow: 'truncate', interval: 0, color: styleValue('--ink') },
    }),
    series: [
      {
        type: 'scatter',
        progressive: 0,
        symbol: 'rect',
        symbolSize: [2, 14],
        itemStyle: { color: colour(0) },
        data: points,
      },
    ],
  });
  const found: Chart | undefined =
    chosen.length > 0 ? chart(say('dispersion'), 70 + names.length * 24, option) : undefined;
  const notes = [
    say('dispersion-hint'),
    byDocument.size > chosen.length
      ? say('dispersion-most', { shown: chosen.length, total: shown(byDocument.size) })
      : '',
    data.placesSampled ? say('dispersion-sampled') : '',
  ];
  const node = element(
    'div',
    {},
    element('p', { class: 'note' }, notes.filter(Boolean).join(' ')),
    element(
      'div',
      { class: 'controls' },
      termChoice(say('term'), text, (text) => show('dispersion', { text })),
    ),
    found?.node ?? element('p', { role: 'status' }, say('none')),
  );
  return { node, draw: () => found?.draw() };
}

function short(title: string): string {
  return title.length > 24 ? `${title.slice(0, 23)}…` : title;
}
