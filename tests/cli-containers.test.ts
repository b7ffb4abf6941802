import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type Zippable, zipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../src/run/run.ts';
import { verify } from '../src/run/verify/verify.ts';
import { ensureBuilt } from './built.ts';
import { cewen } from './command.ts';
import { readFiles, temporaryFolder, writeFiles } from './folders.ts';
import { row, workbook } from './ingest/tables/workbook.ts';

beforeAll(ensureBuilt, 300_000);

const folder = temporaryFolder();
const texts = [
  '关于健全新型举国体制的通知\n\n　　坚持科技自立自强，健全新型举国\n体制。\n',
  '　　加强关键核心技术攻关，坚持“两个毫不动摇”，\n提高自立自强能力。\n',
  '坚持新型举国体制。',
  '＋不是公式：自立自强。',
  '会议指出，自立自强是发展的战略支撑，新型举国体制是制度保障。',
  '一、总体要求\n坚持自立自强。\n二、主要任务\n健全新型举国体制。\n',
];
const [first, second, third, fourth, fifth, sixth] = texts as [string, string, string, string, string, string];
const csv = (rows: readonly (readonly string[])[]) => stringify(rows as string[][], { escape_formulas: true });
const zip = (files: Readonly<Record<string, string | Uint8Array>>) => {
  const parts = Object.entries(files).map(([name, content]) => [name, Buffer.from(content as string)]);
  return Buffer.from(zipSync(Object.fromEntries(parts) as Zippable));
};
const rows = [
  ['编号', '标题', '正文', 'status'],
  ['1', '通知', first, '有效'],
  ['2', '', second, ''],
  ['3', '空', '', ''],
];

beforeEach(() =>
  writeFiles(folder.path, {
    'texts/a.csv': csv(rows),
    'texts/b.zip': zip({ '子/c.txt': third, 'd.jsonl': `${JSON.stringify({ text: fourth, year: 2024 })}\n` }),
    'texts/e.txt': fifth,
    'texts/f.xlsx': workbook([{ name: 'S', rows: row(1, 'id', '全文') + row(2, '7', sixth) }]),
    'texts/g.csv': 'country,gdp\n中国,1\n',
    'texts/metadata.csv': 'document,title,year\na.csv#1,公报,2020\ne.txt,讲话,2021\nb.zip/子/c.txt,短文,2022\n',
    'single/1.txt': first,
    'single/2.txt': second,
    'single/3.txt': third,
    'single/4.txt': fourth,
    'single/5.txt': fifth,
    'single/6.txt': sixth,
    'terms.csv': 'term\n新型举国体制\n自立自强\n关键核心技术\n',
  }),
);

const here = (...args: string[]) => cewen(args, { cwd: folder.path });
const path = (name: string) => join(folder.path, name);
const command = (input: string, out: string, ...more: string[]) =>
  here('run', input, '--terms', 'terms.csv', '--out', out, ...more);
/** The same without a program of its own, which takes its time to start. */
const make = (input: string, out: string) => run({ paths: [path(input)], terms: [path('terms.csv')], out: path(out) });
const verified = async () => {
  const { causes, different } = await verify(path('out'), [path('texts')], () => undefined);
  return {
    causes: causes.map(({ rule, values }) => `${rule} ${values.path} ${values.columns ?? ''}`.trim()),
    different,
  };
};
const table = (name: string): Record<string, string>[] => parse(readFileSync(path(name)), { columns: true });
const documents = ['a.csv#1', 'a.csv#2', 'b.zip/d.jsonl#1', 'b.zip/子/c.txt', 'e.txt', 'f.xlsx#1'];
const singles = [1, 2, 4, 3, 5, 6].map((n) => `${n}.txt`);

describe('files that hold many documents', () => {
  test('are documents with their names and metadata', async () => {
    expect(await make('texts', 'out')).toMatchObject({ documents: 6, failed: 0 });
    const found = table('out/documents.csv').map((row) =>
      ['document', 'title', 'year', '编号', 'meta_status', 'id', 'format', 'status'].map((name) => row[name]),
    );
    expect(found).toEqual([
      ['a.csv#1', '公报', '2020', '1', '有效', '', 'csv', 'ok'],
      ['a.csv#2', '', '', '2', '', '', 'csv', 'ok'],
      ['b.zip/d.jsonl#1', '', '2024', '', '', '', 'jsonl', 'ok'],
      ['b.zip/子/c.txt', '短文', '2022', '', '', '', 'text', 'ok'],
      ['e.txt', '讲话', '2021', '', '', '', 'text', 'ok'],
      ['f.xlsx#1', '', '', '', '', '7', 'xlsx', 'ok'],
    ]);
    expect(table('out/messages.csv').map(({ document, rule }) => `${rule} ${document}`)).toEqual(
      expect.arrayContaining(['ingest/no-text-column g.csv', 'ingest/table-empty-texts a.csv']),
    );
    const { inputs } = JSON.parse(readFileSync(path('out/manifest.json'), 'utf8'));
    expect(inputs.map((input: { path: string }) => input.path)).toEqual(['a.csv', 'b.zip', 'e.txt', 'f.xlsx', 'g.csv']);
  });

  test('give the numbers that their texts give as single files', async () => {
    await make('texts', 'out');
    await make('single', 'apart');
    for (const name of ['terms.csv', 'words.csv', 'cooccurrence.csv']) {
      expect(readFileSync(path(`out/${name}`), 'utf8'), name).toBe(readFileSync(path(`apart/${name}`), 'utf8'));
    }
    const own = ['bytes', 'sha256', 'characters', 'blocks', 'sentences', 'tokens', 'types', 'term_occurrences'];
    const ofSingle = new Map(table('apart/documents.csv').map((row) => [row.document, row]));
    table('out/documents.csv').forEach((row, i) => {
      const single = ofSingle.get(singles[i])!;
      for (const name of own) expect(row[name], `${row.document} ${name}`).toBe(single[name]);
      const text = readFileSync(path(`out/text/${documents[i]}.txt`), 'utf8');
      expect(text).toBe(readFileSync(path(`apart/text/${singles[i]}.txt`), 'utf8'));
    });
  });

  test('give the same bytes with one thread and with none', () => {
    expect([command('texts', 'one').code, command('texts', 'none', '--workers', '0').code]).toEqual([0, 0]);
    const [one, none] = [readFiles(path('one')), readFiles(path('none'))];
    for (const files of [one, none]) delete files['run-log.jsonl'];
    expect(one).toEqual(none);
  });
});

describe('verify', () => {
  beforeEach(() => make('texts', 'out'));

  test('makes them again', async () => {
    expect(await verified()).toEqual({ causes: [], different: [] });
  });

  test.each([
    ['its text', second, `${second}完`, 'a.csv#2 sha256'],
    ['another cell', '有效', '失效', 'a.csv#1 meta_status'],
  ])('names the row that changed: %s', async (_what, from, to, named) => {
    writeFileSync(path('texts/a.csv'), csv(rows.map((cells) => cells.map((cell) => (cell === from ? to : cell)))));
    expect((await verified()).causes).toEqual(['verify/input-changed a.csv', `verify/part-changed ${named}`]);
  });

  test('names the member of an archive that is new, and the one that is missing', async () => {
    writeFileSync(path('texts/b.zip'), zip({ '子/n.txt': third, 'd.jsonl': `{"text":"${fourth}","year":2024}` }));
    expect((await verified()).causes).toEqual([
      'verify/input-changed b.zip',
      'verify/part-missing b.zip/子/c.txt',
      'verify/part-added b.zip/子/n.txt',
    ]);
  });

  test('of very many rows names the first', async () => {
    const many = Array.from({ length: 30 }, (_, i) => [`${i}`, '', third, '']);
    writeFileSync(path('texts/a.csv'), csv([rows[0]!, ...many]));
    await make('texts', 'out');
    writeFileSync(path('texts/a.csv'), csv([rows[0]!, ...many.map(([id]) => [id!, '', fourth, ''])]));
    const { causes } = await verified();
    expect(causes).toHaveLength(22);
    expect(causes.at(1)).toBe('verify/part-changed a.csv#1 sha256');
    expect(causes.at(-1)).toMatch(/^verify\/more-parts/);
  });
});

describe('explain', () => {
  test('shows a row and a member by their names', () => {
    expect(here('explain', 'texts/a.csv#2')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('关键核心技术'),
    });
    expect(here('explain', 'texts/b.zip/子/c.txt').stdout).toContain(third);
    expect(here('explain', 'texts/f.xlsx').stdout).toContain('f.xlsx#1');
    const several = here('explain', 'texts/a.csv');
    expect(several).toMatchObject({ code: 3, stderr: expect.stringContaining('name one, such as a.csv#1') });
    expect(here('explain', 'texts/a.csv#3').stderr).toContain('there is no document a.csv#3 in it');
    expect(here('explain', 'texts/no.csv#3').stderr).toContain('not found');
  });

  test('shows a place of a result in them', async () => {
    await make('texts', 'out');
    expect(here('explain', 'out', 'a.csv#2', '2').stdout).toContain('关键核心技术');
    expect(here('explain', 'out', 'b.zip/子/c.txt', '2').stdout).toContain('新型举国体制');
  });
});

test('--text-column chooses another column, and is part of the result', () => {
  expect(command('texts', 'out', '--text-column', '标题').code).toBe(0);
  expect(table('out/documents.csv').map(({ document }) => document)).toEqual([
    'a.csv#1',
    'a.csv#3',
    'b.zip/子/c.txt',
    'e.txt',
  ]);
  expect(here('verify', 'out').code).toBe(0);
  expect(here('explain', 'texts/a.csv#3', '--text-column', '标题').stdout).toContain('空');
});

test('a container that is damaged is a document that failed, and the others are done', () => {
  writeFileSync(path('texts/b.zip'), zip({ 'c.txt': third }).subarray(0, 50));
  const { code, stderr } = command('texts', 'out');
  expect(code).toBe(1);
  expect(stderr).toMatch(/b\.zip error input\/damaged/);
  expect(table('out/documents.csv').map(({ document, status }) => `${document} ${status}`)).toContain('b.zip failed');
  expect(here('verify', 'out').code).toBe(0);
});
