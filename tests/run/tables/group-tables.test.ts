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

async function runBy(by: string, more: SettingsInput = {}) {
  writeFiles(folder.path, {
    'texts/a.txt': `${'坚持革命路线，抓革命、促生产。'.repeat(8)}\n`,
    'texts/b.txt': `${'推动科技创新，建设创新型国家。'.repeat(8)}\n`,
    'texts/c.txt': `${'加强科技创新，扩大对外开放。'.repeat(8)}\n`,
    'texts/metadata.csv': 'document,date,issuer\na.txt,1975-01-13,国务院\nb.txt,2021-03-05,国务院\nc.txt,2023-03-05,\n',
    'terms.csv': 'term\n创新\n革命\n',
  });
  const settings = { paths: [at('texts')], out: at('out'), terms: [at('terms.csv')], workers: 0, by, ...more };
  return run({ ...settings, comparison: { min_frequency: 3 } });
}

describe('documents in groups', () => {
  test('by decade, which follows from the date: keywords, groups and no trend of two', async () => {
    const { files, messages } = await runBy('decade');
    expect(files).toEqual(expect.arrayContaining(['comparison.csv', 'by_group.csv', 'trends.csv']));
    expect(messages.filter(({ rule }) => rule.startsWith('compare/'))).toEqual([]);
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
});
