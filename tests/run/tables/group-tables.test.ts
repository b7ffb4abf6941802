import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { run } from '../../../src/run/run.ts';
import type { SettingsInput } from '../../../src/run/settings.ts';
import { readFiles, temporaryFolder, writeFiles } from '../../folders.ts';

const folder = temporaryFolder();
const at = (name: string) => join(folder.path, name);
const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(at(`out/${name}.csv`), 'utf8'), { columns: true });

const rulesOf = (messages: readonly { readonly rule: string }[]) => messages.map(({ rule }) => rule);

async function runBy(by: string, more: SettingsInput = {}, ...cells: string[]) {
  writeFiles(folder.path, {
    'texts/a.txt': `${'坚持革命路线，抓革命、促生产。'.repeat(8)}\n`,
    'texts/b.txt': `${'推动科技创新，建设创新型国家。'.repeat(8)}\n`,
    'texts/c.txt': `${'加强科技创新，扩大对外开放。'.repeat(8)}\n`,
    'texts/metadata.csv':
      cells.length > 0
        ? `document,${by}\n${cells.map((cell, i) => `${'abc'[i]}.txt,${cell}\n`).join('')}`
        : 'document,date,issuer\na.txt,1975-01-13,国务院\nb.txt,2021-03-05,国务院\nc.txt,2023-03-05,\n',
    'terms.csv': 'term\n创新\n革命\n',
  });
  const settings = { paths: [at('texts')], out: at('out'), terms: [at('terms.csv')], workers: 0, by, ...more };
  return run({ ...settings, comparison: { min_frequency: 3 } });
}

describe('documents in groups', () => {
  test('by decade, which follows from the date: keywords, groups and no trend of two', async () => {
    const { files, messages } = await runBy('decade');
    expect(files).toEqual(expect.arrayContaining(['comparison.csv', 'by_group.csv', 'trends.csv']));
    expect(messages.filter(({ rule }) => rule.startsWith('compare/'))).toEqual([
      { severity: 'info', rule: 'compare/few-periods', count: 1 },
    ]);
    const [first] = table('comparison');
    expect(first).toMatchObject({ target: '1970', unit: 'term', item: '革命', frequency_target: '16' });
    const groups = table('by_group').filter(({ unit, item }) => unit === 'term' && item === '创新');
    expect(groups.map(({ group, frequency, documents }) => [group, frequency, documents])).toEqual([
      ['1970', '0', '0'],
      ['2020', '24', '2'],
    ]);
    expect(table('trends')).toEqual([]);
  });

  test('by year are a series of three', async () => {
    await runBy('year');
    const rise = table('trends').find(({ item }) => item === '创新');
    expect(rise).toMatchObject({ first: '2021', last: '2023', groups: '2' });
  });

  test('without a value are in no group, and a group that is none is told', async () => {
    const { messages } = await runBy('issuer', { target: '财政部' });
    expect(messages.filter(({ rule }) => rule.startsWith('compare/')).map(({ rule }) => rule)).toEqual([
      'compare/no-such-group',
      'compare/no-groups',
    ]);
  });

  test('by a column that there is not are refused before the work, with a guess', async () => {
    await expect(runBy('isuer')).rejects.toMatchObject({ faults: [{ values: { found: 'isuer', near: 'issuer' } }] });
  });

  test('are not compared where nothing was asked for', async () => {
    writeFiles(folder.path, { 'texts/a.txt': '坚持改革。\n' });
    await run({ paths: [at('texts')], out: at('out'), workers: 0 });
    expect(Object.keys(readFiles(at('out'))).filter((name) => /comparison|by_group|trends/.test(name))).toEqual([]);
  });

  test('several names in a cell are several groups, and that is told; a title is never parted', async () => {
    const { messages } = await runBy('issuers', {}, '国务院;财政部', '国务院、科技部', '财政部');
    expect(rulesOf(messages)).toContain('compare/several-groups');
    const groups = table('by_group').filter(({ unit, item }) => unit === 'term' && item === '创新');
    expect(groups.map(({ group, frequency }) => [group, frequency])).toEqual([
      ['国务院', '16'],
      ['科技部', '16'],
      ['财政部', '8'],
    ]);
    await runBy('issuers', { by_separators: 'none' }, '国务院;财政部', '国务院、科技部', '财政部');
    expect([...new Set(table('by_group').map(({ group }) => group))]).toHaveLength(3);
    await runBy('title', {}, '甲、乙', '丙', '丁');
    expect(new Set(table('comparison').map(({ target }) => target))).toContain('甲、乙');
  });

  test('of several names or a range of years are one side', async () => {
    const { messages } = await runBy('year', { target: ['2020..2024'], reference: ['1975', '1999'] });
    expect(rulesOf(messages)).toContain('compare/group-left-out');
    const rows = table('comparison');
    expect(new Set(rows.map(({ target, reference }) => `${target} ${reference}`))).toEqual(
      new Set(['2020..2024 1975']),
    );
    expect(rows.find(({ item, unit }) => item === '创新' && unit === 'term')).toMatchObject({ documents_target: '2' });
  });

  test('that are years have a table of what is new and what vanished; few of them and gaps are told', async () => {
    const { messages } = await runBy('year');
    expect(rulesOf(messages)).toEqual(expect.arrayContaining(['compare/few-periods', 'compare/missing-periods']));
    const rows = table('turnover').filter(({ unit }) => unit === 'term');
    expect(rows.map((row) => [row.period, row.new_items, row.vanished_items])).toEqual([
      ['1975', '', ''],
      ['2021', '创新', '革命'],
      ['2023', '', ''],
    ]);
  });
});

describe('a list of frequencies', () => {
  const withList = async (content: string, more: SettingsInput = {}) => {
    writeFiles(folder.path, {
      'texts/a.txt': `${'推动科技创新，建设创新型国家。'.repeat(8)}\n`,
      'list.csv': content,
      'terms.csv': 'term\n创新\n革命\n',
    });
    return run({
      paths: [at('texts')],
      out: at('out'),
      terms: [at('terms.csv')],
      workers: 0,
      reference_list: at('list.csv'),
      comparison: { min_frequency: 3 },
      ...more,
    });
  };

  test('is what the whole corpus is compared with; what it lacks is told', async () => {
    const { messages, files } = await withList('word,frequency\n科技,5\n革命,50\n创新,2\n*,10000\n');
    expect(files).toContain('comparison.csv');
    expect(files).not.toContain('by_group.csv');
    const rows = table('comparison');
    expect(rows.map(({ target, reference, unit, item }) => [target, reference, unit, item])).toEqual(
      expect.arrayContaining([
        ['*', 'list.csv', 'word', '创新'],
        ['*', 'list.csv', 'word', '推动'],
      ]),
    );
    expect(rows.find(({ item }) => item === '革命')).toMatchObject({
      frequency_target: '0',
      frequency_reference: '50',
      tokens_reference: '10000',
      documents_reference: '',
    });
    expect(rulesOf(messages)).toEqual(expect.arrayContaining(['compare/not-in-list', 'compare/unit-not-compared']));
    await withList('term,frequency\n创新,2\n*,10000\n');
    expect(table('comparison').map(({ unit, item }) => [unit, item])).toEqual([['term', '创新']]);
  });

  test('may be the words.csv of another run, and is named in the manifest', async () => {
    await withList('word,frequency\n科技,5\n');
    const words = readFileSync(at('out/words.csv'), 'utf8');
    await withList(words);
    const rows = table('comparison').filter(({ unit }) => unit === 'word');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).toMatchObject({ frequency_reference: row.frequency_target, tokens_reference: row.tokens_target });
      expect(Number(row.lrc)).toBe(0);
    }
    const manifest = JSON.parse(readFileSync(at('out/manifest.json'), 'utf8'));
    expect(manifest.settings.reference_list).toBe('list.csv');
    expect(manifest.resources.map(({ kind }: { kind: string }) => kind)).toContain('reference_list');
  });

  test('that is none stops the run', async () => {
    await expect(withList('a,b\nx,y\n')).rejects.toMatchObject({ code: 'resource/no-frequency-column' });
    await expect(withList('', { reference_list: at('none.csv') })).rejects.toMatchObject({
      code: 'resource/not-found',
    });
  });
});

describe('dispersion.csv', () => {
  test('over a column and over chunks', async () => {
    await runBy('year', { tables: ['dispersion'], dispersion: { parts: 'decade' } });
    const row = () => table('dispersion').find(({ unit, item }) => unit === 'term' && item === '创新');
    expect(row()).toMatchObject({ parts: '2', range: '1', carroll_d2: '0' });
    await runBy('year', { tables: ['dispersion'], dispersion: { parts: 'chunks', chunks: 6 } });
    expect(row()).toMatchObject({ parts: '6', range: '4' });
    await expect(runBy('year', { dispersion: { parts: 'decad' } })).rejects.toMatchObject({
      faults: [{ values: { setting: 'dispersion.parts', found: 'decad', near: 'decade' } }],
    });
  });
});
