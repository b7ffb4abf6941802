import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/run/run.ts';
import type { SettingsInput } from '../../src/run/settings.ts';
import { readFiles, temporaryFolder, writeFiles } from '../folders.ts';
import { pdfOf } from '../ingest/pdf/pdf-file.ts';

const folder = temporaryFolder();

/** A notice as a PDF leaves it: lines broken in the middle of words, a citation mark inside a term. */
const notice = `关于健全新型举国体制的通知

${[
  '　　各省、自治区、直辖市人民政府，国务院各部委、各直属机构：为了健全新型举国体制，坚持科技自立自强，打好关键核心技术攻坚战，现将有关事项通知如下。',
  '　　一是强化统筹协调。要发挥举国[3]体制的优势，集中力量办大事，中国科技要走在世界前列，发展中国家的经验也要借鉴，各地各部门要结合实际抓好落实。',
]
  .map((paragraph) => paragraph.replace(/.{24}/g, '$&\n'))
  .join('\n')}
`;
const terms = [
  'term,category,variants,not_in,note',
  '举国体制,科技/体制,,,',
  '新型举国体制,科技/体制,,,',
  '自立自强,科技,科技自立自强,,',
  '中国,通用,,,',
  '',
].join('\n');

/** Runs over files in `texts/` into `out/` and gives the tables as rows of named cells. */
async function runOver(files: Readonly<Record<string, string | Buffer>>, settings: SettingsInput = {}) {
  writeFiles(join(folder.path, 'texts'), files);
  if (!('terms.csv' in readFiles(folder.path))) writeFiles(folder.path, { 'terms.csv': terms });
  const result = await run({ ...common(), ...settings });
  return { result, table };
}

function common(): SettingsInput {
  return {
    paths: [join(folder.path, 'texts')],
    out: join(folder.path, 'out'),
    terms: [join(folder.path, 'terms.csv')],
  };
}

function table(name: string, out = 'out'): Record<string, string>[] {
  return parse(readFileSync(join(folder.path, out, `${name}.csv`), 'utf8'), { columns: true });
}

const column = (rows: readonly Record<string, string>[], name: string) => rows.map((row) => row[name]);

describe('the tables', () => {
  test('find a term across line breaks, marks and pages, and lead back to the source', async () => {
    await runOver({ '省/通知.txt': notice });
    const rows = table('occurrences');
    const text = readFileSync(join(folder.path, 'out/text/省/通知.txt.txt'), 'utf8');
    const raw = notice;
    for (const row of rows) {
      expect([...text].slice(Number(row.start), Number(row.end)).join('')).toBe(row.match);
      const source = [...raw].slice(Number(row.raw_start), Number(row.raw_end)).join('');
      expect(source.replace(/\n/g, '')).toBe(row.match);
      expect(raw.slice(0, raw.indexOf(source)).split('\n').length).toBeGreaterThan(0);
    }
    const counts = Object.fromEntries(table('terms').map((row) => [row.term, [row.frequency, row.independent]]));
    expect(counts).toEqual({ 举国体制: ['3', '1'], 新型举国体制: ['2', '2'], 自立自强: ['1', '1'], 中国: ['1', '1'] });
    expect(rows.find((row) => row.match === '举国[3]体制')).toMatchObject({
      form: '举国体制',
      layer: 'outer',
      line: '7',
    });
    expect(rows.find((row) => row.form === '科技自立自强')).toMatchObject({
      term: '自立自强',
      left: expect.stringMatching(/体制，坚持$/),
    });
    expect(column(table('messages'), 'rule')).toContain('tag/straddles-word');
  });

  test('have a row in documents.csv that adds up with the others', async () => {
    await runOver({ 'a.txt': notice, 'b.md': '# 标题\n\n第一段。\n' });
    const documents = table('documents');
    expect(column(documents, 'document')).toEqual(['a.txt', 'b.md']);
    const sum = (rows: readonly Record<string, string>[], name: string) =>
      rows.reduce((total, row) => total + Number(row[name]), 0);
    expect(sum(documents, 'term_occurrences')).toBe(table('occurrences').length);
    expect(sum(documents, 'term_occurrences')).toBe(sum(table('terms'), 'frequency'));
    expect(sum(documents, 'blocks')).toBe(table('blocks').length);
    expect(column(documents, 'status')).toEqual(['ok', 'ok']);
    for (const { document, characters } of documents) {
      const text = readFileSync(join(folder.path, 'out/text', `${document}.txt`), 'utf8');
      expect([...text.replace(/\n/g, '')].length).toBe(Number(characters));
    }
  });

  test('are only those that are asked for, and the request tables have rows', async () => {
    const { result } = await runOver(
      { 'a.txt': `${notice}《国家创新驱动发展战略纲要》（国发〔2016〕4号）已印发。\n` },
      { tables: ['terms', 'mentions', 'breaks', 'ngrams', 'words_by_document'], stop_words: ['none'] },
    );
    expect(result.files).toEqual([
      'terms.csv',
      'words_by_document.csv',
      'ngrams.csv',
      'mentions.csv',
      'breaks.csv',
      'term_list.csv',
      'report.html',
      'datapackage.json',
      'manifest.json',
    ]);
    expect(column(table('mentions'), 'kind')).toEqual(['citation', 'title', 'document_number']);
    expect(column(table('breaks'), 'decision')).toEqual(expect.arrayContaining(['join', 'break']));
    expect(table('words_by_document').find((row) => row.word === '的')).toBeDefined();
  });

  test('carry every column of the metadata through', async () => {
    await runOver({
      'a.txt': notice,
      'b.txt': notice,
      'metadata.csv': 'document,title,year,颁布机关\na.txt,通知一,2016,国务院\nc.txt,无此文,1,\n',
    });
    const documents = table('documents');
    expect(documents[0]).toMatchObject({ title: '通知一', year: '2016', 颁布机关: '国务院' });
    const names = Object.keys(documents[0]!);
    expect(names.slice(0, 2)).toEqual(['document', 'title']);
    expect(names.slice(names.indexOf('abstract') + 1).slice(0, 3)).toEqual(['year', '颁布机关', 'format']);
    expect(column(table('messages'), 'rule')).toEqual(
      expect.arrayContaining(['ingest/file-without-metadata', 'ingest/metadata-without-file']),
    );
  });

  test('take from the text what the metadata do not say, and never write a column twice', async () => {
    const signed =
      '关于做好有关工作的通知\n\n各有关单位：\n　　现就做好有关工作通知如下。\n\n国务院办公厅\n2023年5月6日\n';
    await runOver({
      'a.txt': signed,
      'b.txt': signed,
      'metadata.csv': 'document,Date,issuers\na.txt,2020,某某厅\nb.txt,,\n',
    });
    const documents = table('documents');
    expect(documents.map(({ date, issuers }) => [date, issuers])).toEqual([
      ['2020', '某某厅'],
      ['2023-05-06', '国务院办公厅'],
    ]);
    expect(Object.keys(documents[0]!).filter((name) => /date|issuers/i.test(name))).toEqual(['issuers', 'date']);
  });

  test('tell the place of a block in a law', async () => {
    const law =
      '# 某某条例\n\n## 第一章　总则\n\n第一条　为了管理，制定本条例。\n\n第二条　本条例所称管理，是指监督。\n';
    await runOver({ 'a.md': law });
    expect(table('blocks').map(({ division, path }) => `${division} ${path}`)).toEqual([
      ' ',
      '章 第一章',
      '条 第一章/第一条',
      '条 第一章/第二条',
    ]);
  });

  test('are described, file by file and column by column, in both languages', async () => {
    await runOver(
      { 'a.txt': notice },
      { tables: ['documents', 'blocks', 'terms', 'messages', 'mentions', 'breaks', 'ngrams'] },
    );
    const description = JSON.parse(readFileSync(join(folder.path, 'out/datapackage.json'), 'utf8'));
    for (const resource of description.resources.filter((resource: { type?: string }) => resource.type === 'table')) {
      const text = readFileSync(join(folder.path, 'out', resource.path), 'utf8');
      const fields = resource.schema.fields as {
        name: string;
        type: string;
        description: string;
        'description@zh': string;
      }[];
      expect(fields.map((field) => field.name)).toEqual(text.split('\n')[0]!.split(','));
      expect(resource.bytes).toBe(Buffer.byteLength(text));
      for (const field of fields) {
        expect(field.description, field.name).not.toBe('');
        expect(field['description@zh'], field.name).toMatch(/\p{Script=Han}/u);
      }
    }
    const files = Object.keys(readFiles(join(folder.path, 'out')));
    const listed = description.resources.map((resource: { path: string }) => resource.path);
    expect(files.filter((name) => !/manifest\.json|run-log\.jsonl|datapackage\.json/.test(name))).toEqual(
      listed.sort(),
    );
  });
});

describe('bad input', () => {
  const broken: Readonly<Record<string, string | Buffer>> = {
    'binary.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array(200).fill(0)]),
    'cut.txt': Buffer.from(notice).subarray(0, 301),
    'empty.txt': '',
    'good.txt': notice,
    'no-breaks.txt': '坚持新型举国体制，推动科技自立自强。'.repeat(20_000),
    'blank.txt': ' \n\n\u3000\n',
    'odd\u{20000}名.txt': '𠀀𠀁新型举国体制\n',
  };

  test('is told file by file, and the rest of the batch is done', async () => {
    writeFiles(join(folder.path, 'texts'), broken);
    symlinkSync('nowhere', join(folder.path, 'texts/dangling.txt'));
    symlinkSync('.', join(folder.path, 'texts/loop'));
    const { result } = await runOver({});
    expect(result).toMatchObject({ documents: 7, failed: 1 });
    const status = Object.fromEntries(table('documents').map((row) => [row.document, row.status]));
    expect(status).toMatchObject({
      'binary.txt': 'failed',
      'empty.txt': 'ok',
      'good.txt': 'ok',
      'no-breaks.txt': 'ok',
    });
    const told = table('messages').map((row) => `${row.document} ${row.rule}`);
    expect(told).toEqual(
      expect.arrayContaining([
        'binary.txt input/binary-file',
        'cut.txt ingest/broken-character',
        'empty.txt ingest/empty-file',
        'blank.txt ingest/empty-file',
        'dangling.txt ingest/dangling-link',
        'loop ingest/link-loop',
      ]),
    );
    expect(table('messages').every((row) => row.reason !== '' && /\p{Script=Han}/u.test(row.reason_zh!))).toBe(true);
    expect(table('messages').filter((row) => row.reason!.startsWith(row.rule!))).toEqual([]);
    const frequency = table('terms_by_document').find(
      (row) => row.document === 'no-breaks.txt' && row.term === '新型举国体制',
    );
    expect(frequency).toMatchObject({ frequency: '20000' });
    // Offsets are code points: the two ideographs before it are one each.
    expect(table('occurrences').find((row) => row.document === 'odd\u{20000}名.txt')).toMatchObject({
      start: '2',
      end: '8',
      raw_start: '2',
    });
  });

  test('stops a strict run, and nothing is written', async () => {
    await expect(runOver(broken, { strict: true })).rejects.toMatchObject({ code: 'input/binary-file' });
    expect(Object.keys(readFiles(folder.path)).filter((name) => name.startsWith('out'))).toEqual([]);
  });

  test('a wrong forced encoding fails each document that it does not fit', async () => {
    const { result } = await runOver({ 'a.txt': notice, 'ascii.txt': 'plain text' }, { encoding: 'utf-16le' });
    expect(result.failed).toBeGreaterThan(0);
    expect(column(table('messages'), 'rule')).toContain('input/wrong-encoding');
    await expect(run({ ...common(), encoding: 'klingon' })).rejects.toMatchObject({
      faults: [{ rule: 'usage/unknown-encoding', values: { found: 'klingon' } }],
    });
  });

  test('two documents with one name: the first is used, the other is told', async () => {
    writeFiles(folder.path, { 'x/docs/a.txt': notice, 'y/docs/a.txt': notice, 'terms.csv': terms });
    await run({ ...common(), paths: [join(folder.path, 'x/docs'), join(folder.path, 'y/docs')] });
    expect(column(table('documents'), 'document')).toEqual(['docs/a.txt']);
    expect(column(table('messages'), 'rule')).toContain('ingest/duplicate-name');
  });

  test('a ragged row of metadata and a bad line of a term list are told with their line', async () => {
    writeFiles(folder.path, { 'terms.csv': `${terms}"未闭合,类别\n,无词,,,\n` });
    const { result } = await runOver({ 'a.txt': notice, 'metadata.csv': 'document,year\na.txt,2016,extra,cells\n' });
    expect(result.failed).toBe(0);
    const told = table('messages').filter((row) => row.severity !== 'info');
    expect(told.find((row) => row.rule === 'ingest/metadata-long-row')).toMatchObject({
      line: '2',
      reason: expect.stringContaining('line 2'),
    });
    expect(told.filter((row) => row.rule!.startsWith('tag/')).map((row) => row.reason)).toEqual(
      expect.arrayContaining([expect.stringContaining('terms.csv:6')]),
    );
  });

  test('a missing folder, a missing list and a folder without texts are told before anything is written', async () => {
    await expect(run({ ...common(), paths: [join(folder.path, 'no')] })).rejects.toMatchObject({
      code: 'input/not-found',
    });
    mkdirSync(join(folder.path, 'texts'));
    writeFiles(folder.path, { 'terms.csv': 'term\n改革\n' });
    await expect(run(common())).rejects.toMatchObject({ code: 'input/no-documents' });
    writeFiles(folder.path, { 'texts/a.txt': notice });
    await expect(run({ ...common(), terms: ['no.csv'] })).rejects.toMatchObject({ code: 'resource/not-found' });
    expect(Object.keys(readFiles(folder.path))).toEqual(['terms.csv', 'texts/a.txt']);
  });
});

test('a term that straddles words again and again is told twenty times, and then as a number', async () => {
  const straddling = '　　发展中国家的经验值得借鉴。\n'.repeat(15);
  await runOver({ 'a.txt': straddling, 'b.txt': straddling, 'c.txt': straddling });
  const told = table('messages').filter((row) => row.rule!.startsWith('tag/straddles-word'));
  expect(told).toHaveLength(21);
  expect(told.filter((row) => row.document === 'b.txt')).toHaveLength(5);
  expect(told.at(-1)).toMatchObject({ document: '', reason: expect.stringContaining('中国: 25 more') });
  const manifest = JSON.parse(readFileSync(join(folder.path, 'out/manifest.json'), 'utf8'));
  expect(manifest.messages['tag/straddles-word']).toBe(45);
});

describe('the same causes', () => {
  const files = {
    'b.txt': notice,
    'a/1.txt': notice.replace('3', '4'),
    'a/2.md': '# 新型举国体制\n\n正文。\n',
    'c.txt': '',
  };
  const bytes = () => {
    const all = readFiles(join(folder.path, 'out'));
    delete all['run-log.jsonl'];
    return all;
  };

  test('give the same bytes, whatever the order in which the files were made and wherever they lie', async () => {
    await runOver(files);
    const first = bytes();
    rmSync(join(folder.path, 'texts'), { recursive: true });
    await runOver(Object.fromEntries(Object.entries(files).reverse()));
    expect(bytes()).toEqual(first);
    writeFiles(join(folder.path, 'elsewhere'), files);
    await run({ ...common(), paths: [join(folder.path, 'elsewhere')] });
    expect(bytes()).toEqual(first);
  });

  test('hold no clock and no path of this machine', async () => {
    await runOver(files);
    const all = Object.values(bytes()).join('\n');
    expect(all).not.toContain(folder.path);
    expect(all).not.toContain(new Date().toISOString().slice(0, 10));
  });

  test('do not read an earlier result that lies among the texts', async () => {
    writeFiles(join(folder.path, 'texts'), files);
    writeFiles(folder.path, { 'terms.csv': terms });
    const settings = { ...common(), out: join(folder.path, 'texts/out') };
    const first = await run(settings);
    const second = await run(settings);
    expect(second).toEqual(first);
    expect(second.documents).toBe(4);
  });
});

test('a run that is told to stop leaves the earlier result as it was', async () => {
  await runOver({ 'a.txt': notice });
  const before = readFiles(join(folder.path, 'out'));
  writeFileSync(join(folder.path, 'texts/b.txt'), notice);
  const controller = new AbortController();
  const stopping = run(common(), {
    signal: controller.signal,
    progress: (done) => {
      if (done === 1) controller.abort('SIGINT');
    },
  });
  await expect(stopping).rejects.toMatchObject({ name: 'Interrupted', exitCode: 130 });
  expect(readFiles(join(folder.path, 'out'))).toEqual(before);
});

test('occurrences.csv has the occurrences that terms.csv counts, and no others', async () => {
  const text = `${notice}\n参考文献\n[1] 陈某.新型举国体制研究[M].某市:某出版社,2014:33.\n`;
  await runOver({ 'cited.txt': text });
  const rows = table('occurrences').filter(({ term }) => term === '新型举国体制');
  const counted = table('terms').find(({ term }) => term === '新型举国体制');
  expect(rows).toHaveLength(Number(counted?.frequency));
  expect(table('blocks').some(({ kind }) => kind === 'reference')).toBe(true);
});

test('a listed term with a space between its characters is the word that the repaired text has', async () => {
  writeFiles(folder.path, { 'terms.csv': 'term\n云 计算\n' });
  await runOver({ 'a.txt': '发展云计算产业，推动云 计算应用。\n' });
  expect(table('terms')).toMatchObject([{ term: '云 计算', frequency: '2' }]);
});

test('a PDF with a page that has no text is partial, and the page is told', async () => {
  const page = [{ text: 'Innovation policy of the city', x: 60, y: 700 }];
  await runOver({ 'a.pdf': Buffer.from(pdfOf([page, []])), 'b.pdf': Buffer.from(pdfOf([page])) });
  expect(column(table('documents'), 'status')).toEqual(['partial', 'ok']);
  expect(table('messages').filter(({ rule }) => rule === 'ingest/no-text-layer')).toMatchObject([
    { document: 'a.pdf' },
  ]);
});
