import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/model/table.ts';
import type { FigureInput } from '../../../src/run/plot/figure.ts';
import { figures } from '../../../src/run/plot/figures.ts';
import { plotWords } from '../../../src/run/plot/plot-words.ts';

type Row = Readonly<Record<string, Cell>>;

interface Series {
  readonly name?: string;
  readonly data: readonly (number | null | { readonly name: string })[];
}

/** The chart of a figure from rows of tables. */
function draw(figure: string, tables: Readonly<Record<string, readonly Row[]>>, more: Partial<FigureInput> = {}) {
  const source = {
    has: (table: string) => table in tables,
    *rows(table: string, columns: readonly string[]) {
      for (const row of tables[table] ?? []) yield columns.map((column) => row[column] ?? null);
    },
  };
  const input = { source, folder: 'out', words: plotWords.en, chosen: [], top: 20, width: 600 };
  const { option, rows } = figures.get(figure)!({ ...input, unit: undefined, target: undefined, ...more });
  return { option: option as { xAxis: { data: string[] }; series: Series[] }, rows };
}

const names = (series: Series | undefined) =>
  series?.data.map((item) => (typeof item === 'object' ? item?.name : undefined));

describe('figures', () => {
  test('years without a document take their room on the axis of a trend, and have no value', () => {
    const by_group = ['2003', '2006'].map((group, i) => ({
      unit: 'term',
      item: '创新',
      group,
      frequency: i + 1,
      per_million: 100 * (i + 1),
      per_million_low: 50,
      per_million_high: 300,
    }));
    const { option } = draw('trend', { by_group });
    expect(option.xAxis.data).toEqual(['2003', '2004', '2005', '2006']);
    expect(option.series.find(({ name }) => name === '创新')!.data).toEqual([100, null, null, 200]);
    const groups = by_group.map((row) => ({ ...row, group: `${row.group}–` }));
    expect(draw('trend', { by_group: groups }).option.xAxis.data).toEqual(['2003–', '2006–']);
  });

  test('what is not significant is a kind of its own in keyness, however great the effect', () => {
    const comparison = [
      { item: '民营经济', log_ratio: 7, g2: 36, q_value: 1e-7 },
      { item: '科技', log_ratio: -2, g2: -12, q_value: 0.01 },
      { item: '就业', log_ratio: 3, g2: 3, q_value: 0.05 },
    ].map((row) => ({ ...row, target: '2003', unit: 'term' }));
    const { series } = draw('keyness', { comparison }).option;
    const { more, less, unsure } = plotWords.en;
    expect(series.map((one) => [one.name, names(one)])).toEqual([
      [more, ['民营经济']],
      [less, ['科技']],
      [unsure, ['就业']],
    ]);
  });

  test('terms without a link are not in the picture of the network', () => {
    const network_nodes = ['企业', '发展', '文化'].map((id) => ({ id, label: id, frequency: 3, community: 1 }));
    const network_edges = [{ source: '企业', target: '发展', weight: 0.5, joint: 2 }];
    expect(names(draw('network', { network_nodes, network_edges }).option.series[0])).toEqual(['企业', '发展']);
  });

  test('a tree of some of its leaves joins them where the whole tree does', () => {
    const network_tree = [
      { a: -1, b: -2, height: 0.2, name_a: '企业', name_b: '发展' },
      { a: -3, b: 1, height: 0.6, name_a: '科技', name_b: null },
      { a: -4, b: 2, height: 0.9, name_a: '农村', name_b: null },
    ];
    const { option, rows } = draw('dendrogram', { network_tree }, { chosen: ['企业', '科技', '农村'] });
    expect(rows).toBe(3);
    expect(names(option.series[1])).toEqual(['农村', '科技', '企业']);
    type Point = readonly [number, number];
    const lines = option.series[0]!.data as unknown as readonly { readonly coords: readonly [Point, Point] }[];
    const joins = lines.filter(({ coords: [from, to] }) => from[0] === to[0]).map(({ coords: [from] }) => from[0]);
    expect(joins).toEqual([0.6, 0.9]);
  });
});
