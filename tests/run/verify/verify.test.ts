import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { run } from '../../../src/run/run.ts';
import { settingsSchema } from '../../../src/run/settings.ts';
import { verify } from '../../../src/run/verify/verify.ts';
import { readFiles, temporaryFolder, writeFiles } from '../../folders.ts';

const folder = temporaryFolder();
const path = (name: string) => join(folder.path, name);
const notice = '关于健全新型举国体制的通知\n\n　　坚持科技自立自强，健全新型举国体制。\n';

beforeEach(async () => {
  writeFiles(folder.path, {
    'texts/a.txt': notice,
    'texts/b/甲.txt': notice.replace('健全', '完善'),
    'texts/metadata.csv': 'document,year\na.txt,2016\nb/甲.txt,2017\n',
    'terms.csv': 'term,category,variants\n举国体制,体制,\n新型举国体制,体制,\n自立自强,科技,\n',
  });
  await run({ paths: [path('texts')], out: path('out'), terms: [path('terms.csv')] }, { argv: ['run', path('texts')] });
});

/** What verify names, as `rule path-or-term-or-setting`, and the number of files that come out differently. */
async function found(inputs: string[] = [], now?: Record<string, unknown>) {
  const today = now === undefined ? () => undefined : () => settingsSchema.parse({ ...loggedSettings(), ...now });
  const { causes, different, notes } = await verify(path('out'), inputs, today);
  const names = (found: typeof causes) =>
    found.map(
      ({ rule, values }) => `${rule} ${values.path ?? values.term ?? values.setting ?? values.list ?? values.what}`,
    );
  return { causes: names(causes), different, ...(notes.length > 0 && { notes: names(notes) }) };
}

function loggedSettings(): Record<string, unknown> {
  return JSON.parse(readFileSync(path('out/run-log.jsonl'), 'utf8').split('\n')[0]!).settings;
}

function edit(name: string, from: string | RegExp, to: string): void {
  const text = readFileSync(path(name), 'utf8');
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  writeFileSync(path(name), edited);
}

test('nothing changed: every file comes out the same, and the result is not touched', async () => {
  const before = readFiles(path('out'));
  expect(await found()).toEqual({ causes: [], different: [] });
  expect(readFiles(path('out'))).toEqual(before);
});

test('a result that lies among its texts is no input of the new run', async () => {
  await run({ paths: [path('texts')], out: path('texts/out'), terms: [path('terms.csv')] });
  const { causes, different } = await verify(path('texts/out'), [], () => undefined);
  expect({ causes, different }).toEqual({ causes: [], different: [] });
});

test('one byte of one input', async () => {
  edit('texts/b/甲.txt', '坚持', '加快');
  const { causes, different } = await found();
  expect(causes).toEqual(['verify/input-changed b/甲.txt']);
  expect(different).toContain('text/b/甲.txt.txt');
  expect(different).not.toContain('text/a.txt.txt');
});

test('an input that is new, and one that is missing', async () => {
  renameSync(path('texts/a.txt'), path('texts/c.txt'));
  expect((await found()).causes).toEqual(
    expect.arrayContaining(['verify/input-missing a.txt', 'verify/input-added c.txt']),
  );
});

test('one term that is added, changed or removed', async () => {
  edit('terms.csv', /$/, '科技,科技,\n');
  expect((await found()).causes).toEqual(['verify/term-added 科技']);
  edit('terms.csv', '科技,科技,\n', '');
  edit('terms.csv', '自立自强,科技,', '自立自强,科技,科技自立自强');
  expect((await found()).causes).toEqual(['verify/term-changed 自立自强']);
  edit('terms.csv', '自立自强,科技,科技自立自强\n', '');
  expect((await found()).causes).toEqual(['verify/term-removed 自立自强']);
});

test('a cell of the metadata', async () => {
  edit('texts/metadata.csv', '2016', '2018');
  expect(await found()).toEqual({
    causes: ['verify/list-changed metadata.csv'],
    different: ['documents.csv', 'report.html', 'datapackage.json'],
  });
});

test('one setting that was edited in the manifest', async () => {
  edit('out/manifest.json', '"context": 20', '"context": 3');
  expect(await found()).toEqual({
    causes: ['verify/manifest-setting context'],
    different: ['occurrences.csv', 'report.html', 'datapackage.json'],
  });
  const { causes } = await verify(path('out'), [], () => undefined);
  expect(causes[0]!.values).toEqual({ setting: 'context', before: '20', after: '3' });
});

test('one setting that changed in the configuration file since', async () => {
  expect(await found([], { cooccurrence: { window: 7 } })).toEqual({
    causes: ['verify/config-setting cooccurrence.window'],
    different: [],
  });
});

test('an output that was changed by hand, and one that is missing', async () => {
  edit('out/terms.csv', '举国体制', '举国体質');
  expect((await found()).causes).toEqual(['verify/output-changed terms.csv']);
  rmSync(path('out/terms.csv'));
  expect((await found()).causes).toEqual(['verify/output-missing terms.csv']);
});

test('another version of the program or its runtime', async () => {
  edit('out/manifest.json', /"icu": "[^"]*"/, '"icu": "1.0"');
  expect(await found()).toEqual({ causes: [], different: [], notes: ['verify/program icu'] });
  edit('texts/a.txt', '坚持', '加快');
  expect((await found()).causes).toEqual(['verify/program icu', 'verify/input-changed a.txt']);
});

test('texts that were moved are found with --input; without it the user is told', async () => {
  renameSync(path('texts'), path('moved'));
  await expect(found()).rejects.toMatchObject({ code: 'input/no-input-folder' });
  expect(await found([path('moved')])).toEqual({ causes: [], different: [] });
});

test('without the run log, and with the list gone, the copy of the list stands in', async () => {
  rmSync(path('out/run-log.jsonl'));
  rmSync(path('terms.csv'));
  expect(await found([path('texts')])).toEqual({
    causes: [],
    different: [],
    notes: ['verify/list-missing terms.csv'],
  });
});

test('a folder that is no result, and a manifest that makes no sense, are told as such', async () => {
  await expect(verify(path('texts'), [], () => undefined)).rejects.toMatchObject({ code: 'input/not-a-result' });
  edit('out/manifest.json', '"context": 20', '"context": "many"');
  await expect(found()).rejects.toMatchObject({ code: 'input/not-a-result' });
});

test('several inputs are found one by one, or in the folder that holds them', async () => {
  writeFiles(folder.path, { 'x/2016/a.txt': notice, 'y/2017/a.txt': notice });
  await run({ paths: [path('x/2016'), path('y/2017')], out: path('out'), terms: [path('terms.csv')] });
  expect(await found()).toEqual({ causes: [], different: [] });
  renameSync(path('y/2017'), path('x/2017'));
  expect(await found([path('x/2016'), path('x/2017')])).toEqual({ causes: [], different: [] });
  expect(await found([path('x')])).toEqual({ causes: [], different: [] });
});
