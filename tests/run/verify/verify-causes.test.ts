import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readCommandLine } from '../../../src/run/command/command-line.ts';
import { loadSettings } from '../../../src/run/command/run-settings.ts';
import { settingsToday } from '../../../src/run/command/settings-today.ts';
import { run } from '../../../src/run/run.ts';
import { settingKeys } from '../../../src/run/setting-keys.ts';
import { verify } from '../../../src/run/verify/verify.ts';
import { readFiles, temporaryFolder, writeFiles } from '../../folders.ts';

const folder = temporaryFolder();
const path = (name: string) => join(folder.path, name);
const notice = '关于健全新型举国体制的通知\n\n　　坚持科技自立自强，健全新型举国体制。\n';

const config = { paths: ['texts', 'more'], out: 'out', terms: ['terms.csv'], stop_words: ['stop.txt'] };
const files: Readonly<Record<string, string>> = {
  'texts/a.txt': notice,
  'texts/b/甲.txt': notice.replace('健全', '完善'),
  'texts/metadata.csv': 'document,year\na.txt,2016\nb/甲.txt,2017\n',
  'more/c.txt': notice.replace('科技', '技术'),
  'other/a.txt': notice,
  'other/metadata.csv': 'document,year\n',
  'other/frequencies.csv': 'word,frequency\n改革,9\n',
  'other/model.bin': 'a model',
  'other/terms.csv': 'term,category\n自立自强,科技\n',
  'terms.csv': 'term,category,variants,not_in,note\n举国体制,体制,,,\n自立自强,科技,,,\n',
  'stop.txt': '的\n健全\n',
  'cewen.yaml': stringify(config),
};

/** Runs the settings of cewen.yaml as the command does. */
async function runConfig(more: readonly string[] = []): Promise<void> {
  const argv = ['run', '--config', path('cewen.yaml'), ...more];
  const request = readCommandLine(argv, 'en', '');
  if (request.command !== 'run') throw new Error('no run');
  const loaded = loadSettings(request.paths, request.config, request.options);
  await run(loaded.settings, { argv, config: loaded.config });
}

/** What verify names, as `rule path-or-term-or-setting`, with paths of this folder shortened. */
async function found() {
  const { causes, notes, different } = await verify(path('out'), [], settingsToday);
  const names = (found: typeof causes) =>
    found.map(({ rule, values, fault }) => {
      const name = values.path ?? values.term ?? values.list ?? fault?.values.setting ?? values.setting ?? values.what;
      return `${rule.replace('verify/', '')} ${String(name).replaceAll(`${folder.path}/`, '')}`;
    });
  return { causes: names(causes), notes: names(notes), isSame: different.length === 0 };
}

const write = (name: string, text: string) => () => writeFiles(folder.path, { [name]: text });
const replace = (name: string, from: string, to: string) => () => {
  const text = readFiles(folder.path)[name]!;
  expect(text).toContain(from);
  writeFiles(folder.path, { [name]: text.replace(from, to) });
};
const remove = (name: string) => () => rmSync(path(name), { recursive: true });
const configure = (more: object) => write('cewen.yaml', stringify({ ...config, ...more }));

interface Case {
  readonly change: string;
  readonly make: () => void;
  readonly causes?: readonly string[];
  readonly notes?: readonly string[];
  readonly isSame: boolean;
}

const cases: readonly Case[] = [
  { change: 'nothing', make: () => {}, isSame: true },
  {
    change: 'a byte of a text',
    make: replace('texts/a.txt', '坚持', '加快'),
    causes: ['input-changed texts/a.txt'],
    isSame: false,
  },
  {
    change: 'a text that is new',
    make: write('texts/z.txt', notice),
    causes: ['input-added texts/z.txt'],
    isSame: false,
  },
  {
    change: 'a text that is gone',
    make: remove('texts/b/甲.txt'),
    causes: ['input-missing texts/b/甲.txt'],
    isSame: false,
  },
  { change: 'an input folder that is gone', make: remove('more'), causes: ['input-missing more/c.txt'], isSame: false },
  {
    change: 'a cell of the metadata',
    make: replace('texts/metadata.csv', '2016', '2018'),
    causes: ['list-changed metadata.csv'],
    isSame: false,
  },
  {
    change: 'metadata that are gone',
    make: remove('texts/metadata.csv'),
    causes: ['list-gone metadata.csv'],
    isSame: false,
  },
  {
    change: 'a term that is new',
    make: replace('terms.csv', '自立自强', '科技,科技,,,\n自立自强'),
    causes: ['term-added 科技'],
    isSame: false,
  },
  {
    change: 'a term that is gone',
    make: replace('terms.csv', '自立自强,科技,,,\n', ''),
    causes: ['term-removed 自立自强'],
    isSame: false,
  },
  {
    change: 'a variant of a term',
    make: replace('terms.csv', '强,科技,', '强,科技,科技自立自强'),
    causes: ['term-changed 自立自强'],
    isSame: false,
  },
  {
    change: 'a note in a term list',
    make: replace('terms.csv', '体制,,,\n', '体制,,,新\n'),
    causes: ['list-changed terms.csv'],
    isSame: false,
  },
  { change: 'a term list that is gone', make: remove('terms.csv'), notes: ['list-missing terms.csv'], isSame: true },
  { change: 'a stop word', make: replace('stop.txt', '健全\n', ''), causes: ['list-changed stop.txt'], isSame: false },
  { change: 'stop words that are gone', make: remove('stop.txt'), causes: ['list-gone stop.txt'], isSame: false },
  {
    change: 'the configuration file gone',
    make: remove('cewen.yaml'),
    causes: ['config-missing cewen.yaml'],
    isSame: true,
  },
  { change: 'a key that is misspelt', make: configure({ contxt: 20 }), causes: ['config-fault contxt'], isSame: true },
  {
    change: 'a value that cannot be',
    make: configure({ boundary: 'wrd' }),
    causes: ['config-fault boundary'],
    isSame: true,
  },
  { change: 'no YAML any more', make: write('cewen.yaml', 'paths: [texts\n'), causes: ['config-fault '], isSame: true },
  { change: 'paths that are gone', make: configure({ paths: [] }), causes: ['config-fault '], isSame: true },
  {
    change: 'the version of the program',
    make: replace('out/manifest.json', '"version": "', '"version": "0.'),
    notes: ['program cewen'],
    isSame: true,
  },
  {
    change: 'the version of Node',
    make: replace('out/manifest.json', '"node": "', '"node": "0.'),
    notes: ['program node'],
    isSame: true,
  },
  {
    change: 'a setting in the manifest',
    make: replace('out/manifest.json', '"context": 20', '"context": 3'),
    causes: ['manifest-setting context'],
    isSame: false,
  },
  {
    change: 'an output by hand',
    make: replace('out/terms.csv', '举国', '舉国'),
    causes: ['output-changed terms.csv'],
    isSame: true,
  },
  {
    change: 'an output that is gone',
    make: remove('out/words.csv'),
    causes: ['output-missing words.csv'],
    isSame: true,
  },
];

describe('verify names the one cause', () => {
  test.each(cases)('$change', async ({ make, causes = [], notes = [], isSame }) => {
    writeFiles(folder.path, files);
    await runConfig();
    make();
    const before = readFiles(path('out'));
    expect(await found()).toEqual({ causes, notes, isSame });
    expect(readFiles(path('out'))).toEqual(before);
  });

  /** For every setting a value that is not its default. */
  const others: Readonly<Record<string, unknown>> = {
    paths: ['other', 'more'],
    metadata: 'other/metadata.csv',
    // Another list of the same name.
    terms: ['other/terms.csv'],
    encoding: 'utf-8',
    variant: 'none',
    boundary: 'any',
    count_kinds: ['paragraph'],
    tables: ['terms'],
    formats: ['graphml'],
    'cooccurrence.of': 'words',
    'cooccurrence.units': ['window'],
    'cooccurrence.count': 'all',
    stop_words: ['none'],
    user_words: ['other/terms.csv'],
    rules: ['none'],
    grades: ['builtin'],
    engine: 'jieba',
    granularity: 'fine',
    model: 'other/model.bin',
    number_units: 'glued',
    tagger: 'context',
    tags: ['n'],
    'ngrams.lengths': [4],
    text_column: '全文',
    by: 'year',
    by_separators: ',',
    target: '2023',
    reference: '2022',
    reference_list: 'other/frequencies.csv',
    'dispersion.parts': 'year',
    'cooccurrence.within': 'sentence',
    'cooccurrence.measures': ['all'],
    'network.unit': 'paragraph',
    'network.similarity': 'jaccard',
    'network.linkage': 'complete',
    'similarity.of': 'terms',
    'similarity.measure': 'jaccard',
    'similarity.linkage': 'complete',
    'similarity.coordinates': 'ca',
    'reuse.min_identity': 0.9,
  };
  const withoutEffect = ['out', 'cache', 'workers', 'lang', 'document_seconds', 'document_memory', 'memory'];

  test('of every setting of the configuration file', async () => {
    writeFiles(folder.path, files);
    await runConfig();
    for (const { path: key, kind, default: usual } of settingKeys) {
      const name = key.join('.');
      if (withoutEffect.includes(name)) continue;
      const other = others[name] ?? (kind === 'switch' ? !usual : kind === 'number' ? Number(usual) + 1 : undefined);
      expect(other, name).toBeDefined();
      configure(key.length === 1 ? { [name]: other } : { [key[0]!]: { [key[1]!]: other } })();
      expect(await found(), name).toEqual({ causes: [`config-setting ${name}`], notes: [], isSame: true });
    }
    configure({
      out: 'elsewhere',
      cache: 'elsewhere',
      workers: 0,
      lang: 'zh',
      document_seconds: 7,
      document_memory: 900,
      memory: '1 GB',
    })();
    expect(await found()).toEqual({ causes: [], notes: [], isSame: true });
  });

  test('of every setting that was taken out of the configuration file', async () => {
    const more = { ...others, 'cooccurrence.of': undefined, encoding: 'utf-8', context: 5, excel: true };
    const flat = Object.fromEntries(Object.entries(more).filter(([name]) => !name.includes('.') && name !== 'paths'));
    writeFiles(folder.path, files);
    configure(flat)();
    await runConfig();
    for (const name of Object.keys(flat)) {
      configure({ ...flat, [name]: undefined })();
      expect((await found()).causes, name).toEqual([`config-setting ${name}`]);
    }
  });

  test('where a cewen.yaml was put beside a run that had none', async () => {
    writeFiles(folder.path, { ...files, 'cewen.yaml': '' });
    const argv = ['run', path('texts'), '--terms', path('terms.csv'), '--out', path('out')];
    const request = readCommandLine(argv, 'en', '');
    if (request.command !== 'run') throw new Error('no run');
    const { settings } = loadSettings(request.paths, path('cewen.yaml'), request.options);
    await run(settings, { argv, config: null });
    const today = (log: Parameters<typeof settingsToday>[0]) => settingsToday({ ...log, folder: folder.path });
    writeFiles(folder.path, { 'cewen.yaml': 'context: 5\n' });
    const { causes } = await verify(path('out'), [], today);
    expect(causes).toMatchObject([{ rule: 'verify/config-setting', values: { setting: 'context', after: '5' } }]);
  });

  test('where the result was moved to a place without the configuration file', async () => {
    writeFiles(folder.path, files);
    mkdirSync(path('deep'));
    writeFiles(folder.path, {
      'deep/cewen.yaml': stringify({
        ...config,
        paths: ['../texts'],
        terms: ['../terms.csv'],
        stop_words: ['none'],
        out: '../out',
      }),
    });
    const loaded = loadSettings([], path('deep/cewen.yaml'), new Map());
    await run(loaded.settings, { argv: ['run'], config: loaded.config });
    remove('deep')();
    expect(await found()).toEqual({ causes: [], notes: ['config-moved deep/cewen.yaml'], isSame: true });
  });

  test('and none where lists lie among the texts and all is moved', async () => {
    writeFiles(folder.path, { 'all/a.txt': notice, 'all/terms.txt': '自立自强\n举国体制\n', 'all/cewen.yaml': '' });
    const settings = { paths: [path('all')], terms: [path('all/terms.txt')], out: path('out') };
    const { documents, messages } = await run({ ...settings, tables: ['terms'] });
    expect({ documents, messages }).toMatchObject({ documents: 1, messages: [{ rule: 'ingest/not-a-document' }] });
    renameSync(path('all'), path('moved'));
    const { causes, notes, different } = await verify(path('out'), [path('moved')], settingsToday);
    expect({ causes, notes, different }).toEqual({ causes: [], notes: [], different: [] });
  });

  test('where the only text is gone', async () => {
    writeFiles(folder.path, { ...files, 'cewen.yaml': stringify({ ...config, paths: ['more'] }) });
    await runConfig();
    remove('more/c.txt')();
    expect(await found()).toEqual({ causes: ['input-missing c.txt'], notes: [], isSame: false });
  });

  test('where two lists have one name', async () => {
    writeFiles(folder.path, {
      ...files,
      'cewen.yaml': stringify({ ...config, terms: ['terms.csv', 'other/terms.csv'] }),
    });
    await runConfig();
    expect(await found()).toEqual({ causes: [], notes: [], isSame: true });
    replace('terms.csv', '自立自强', '科技,科技,,,\n自立自强')();
    expect(await found()).toEqual({ causes: ['term-added 科技'], notes: [], isSame: false });
  });
});
