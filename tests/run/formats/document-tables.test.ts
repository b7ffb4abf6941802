import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../../src/run/run.ts';
import { writeFiles } from '../../folders.ts';

const root = mkdtempSync(join(tmpdir(), 'cewen-tables-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const grain =
  '指标名称      2023年     2024年\n粮食产量（万吨）      100       120\n固定资产投资（亿元）    =30       35\n';

beforeAll(async () => {
  writeFiles(root, {
    'texts/a.md':
      '# 附表\n\n| 指标 | 数值 |\n|---|---|\n| 森林覆盖率 | 24 % |\n| 一\\|二 |  |\n\n说明的一段话。\n\n'.concat(grain),
    'texts/b.html':
      '<html><body><h1>统计公报</h1><p>各项指标完成情况见下表，主要指标好于预期。</p><table><tr><td>指标</td><td></td><td>数值</td></tr><tr><td>就业</td><td>新增</td><td>1244</td></tr></table></body></html>',
    'texts/c.txt': '没有表格的一段话。\n',
  });
  await run({ paths: [join(root, 'texts')], out: join(root, 'out'), formats: ['tables'], workers: 0 });
}, 60_000);

const rows = (name: string): string[][] => parse(readFileSync(join(root, 'out/tables', name)));

test('the tables of a document are a CSV file, a cell a column, with the number of the table and its line', () => {
  expect(rows('a.md.csv')).toEqual([
    ['table', 'page', 'line', 'c1', 'c2', 'c3'],
    ['1', '', '3', '指标', '数值', ''],
    ['1', '', '5', '森林覆盖率', '24 %', ''],
    ['1', '', '6', '一|二', '', ''],
    ['2', '', '10', '指标名称', '2023年', '2024年'],
    ['2', '', '11', '粮食产量（万吨）', '100', '120'],
    ['2', '', '12', '固定资产投资（亿元）', "'=30", '35'],
  ]);
});

test('an empty cell keeps its place', () => {
  expect(rows('b.html.csv').map((row) => row.slice(3))).toEqual([
    ['c1', 'c2', 'c3'],
    ['指标', '', '数值'],
    ['就业', '新增', '1244'],
  ]);
});

test('a document without tables has no file, and those there are are listed', () => {
  expect(existsSync(join(root, 'out/tables/c.txt.csv'))).toBe(false);
  const { outputs } = JSON.parse(readFileSync(join(root, 'out/manifest.json'), 'utf8'));
  expect(
    outputs.map(({ path }: { path: string }) => path).filter((path: string) => path.startsWith('tables/')),
  ).toEqual(['tables/a.md.csv', 'tables/b.html.csv']);
});
