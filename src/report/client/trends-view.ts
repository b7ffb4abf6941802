import { axis, chart } from './chart.ts';
import { colour, styleValue } from './colours.ts';
import { byYear, data, table, termNames, years } from './data.ts';
import { element } from './element.ts';
import { say, show, state } from './state.ts';
import { tableOf } from './table-of.ts';
import type { View } from './view.ts';

const mostLines = 6;

interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** Frequencies along the years, or along the groups of the run. */
export function trendsView(): View {
  const name = table('trends') === undefined ? 'terms' : 'trends';
  const rows = table(name);
  const isByGroup = name === 'trends' && table('by_group') !== undefined;
  if (rows === undefined || (!isByGroup && years.length < 2)) {
    return { node: element('p', { role: 'status' }, say('no-trends')) };
  }
  const groups = isByGroup ? groupNames() : years.map(String);
  const given =
    state.chosen[`drawn-${name}`] ??
    rows.rows
      .slice(0, 3)
      .map((_, i) => i)
      .join(',');
  const chosen = given.split(',').filter(Boolean).map(Number);
  const series = chosen.map(
    (row): Series => (isByGroup ? groupSeries(row, groups) : { name: termNames[row]!, values: byYear(row) }),
  );
  const picture = chart(say('trends'), 380, () => ({
    grid: { left: 64, right: 24, top: 56, bottom: 40 },
    legend: { type: 'plain', top: 0, textStyle: { color: styleValue('--ink') } },
    tooltip: { trigger: 'axis' },
    xAxis: axis({ type: 'category', data: groups }),
    yAxis: axis({
      type: 'value',
      name: say('per-million'),
      nameTextStyle: { align: 'left', color: styleValue('--ink') },
    }),
    series: series.map(({ name, values }, i) => ({
      type: 'line',
      name,
      data: values,
      connectNulls: true,
      symbolSize: 6,
      lineStyle: { color: colour(i), type: i % 2 === 0 ? 'solid' : 'dashed' },
      itemStyle: { color: colour(i) },
    })),
  }));
  const pick = (row: number) =>
    element('input', {
      type: 'checkbox',
      checked: chosen.includes(row),
      'aria-label': `${say('choose')} ${seriesName(row)}`,
      onchange: () => {
        const left = chosen.filter((other) => other !== row);
        const now = left.length < chosen.length ? left : [...chosen, row].slice(-mostLines);
        show('trends', { [`drawn-${name}`]: now.join(',') || ' ' });
      },
    });
  const seriesName = (row: number) => String(rows.rows[row]![rows.columns.indexOf(isByGroup ? 'item' : 'term')]);
  const numbers = tableOf(name, say('trends'), {
    first: [{ name: 'drawn', head: say('choose'), value: (row) => (chosen.includes(row) ? 1 : 0), cell: pick }],
    without: ['independent', 'dp_norm'],
  });
  const hint = isByGroup ? say('trends-groups', { by: data.by ?? '' }) : say('trends-years');
  const node = element(
    'div',
    {},
    element('p', { class: 'note' }, `${hint} ${say('trends-pick')}`),
    picture.node,
    numbers?.node ?? null,
  );
  return { node, draw: () => picture.draw() };
}

function groupNames(): string[] {
  const found = table('by_group')!;
  const at = found.columns.indexOf('group');
  return [...new Set(found.rows.map((row) => String(row[at])))].sort(
    (a, b) => Number(a) - Number(b) || (a < b ? -1 : 1),
  );
}

function groupSeries(row: number, groups: readonly string[]): Series {
  const trends = table('trends')!;
  const found = table('by_group')!;
  const unit = trends.rows[row]![trends.columns.indexOf('unit')];
  const item = trends.rows[row]![trends.columns.indexOf('item')];
  const [ofUnit, ofItem, ofGroup, value] = ['unit', 'item', 'group', 'per_million'].map((name) =>
    found.columns.indexOf(name),
  );
  const values = new Map(
    found.rows.flatMap((cells) =>
      cells[ofUnit!] === unit && cells[ofItem!] === item
        ? [[String(cells[ofGroup!]), Number(cells[value!])] as const]
        : [],
    ),
  );
  return { name: String(item), values: groups.map((group) => values.get(group) ?? 0) };
}
