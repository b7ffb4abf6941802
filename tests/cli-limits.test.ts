import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureBuilt } from './built.ts';
import { cewen } from './command.ts';
import { readFiles, temporaryFolder, writeFiles } from './folders.ts';

beforeAll(ensureBuilt, 300_000);

const folder = temporaryFolder();
const notice = (i: number) => `关于第${i}号规划的通知\n\n　　坚持科技自立自强，健全新型举国体制，完成${i}项任务。\n`;
const sound = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`texts/${i}.txt`, notice(i)]));
// The time of a document counts once up to 10 MB: long for one second on any machine, and large for 200 MB.
const long = notice(0).repeat(90_000);

beforeEach(() => writeFiles(folder.path, sound));

const run = (...args: string[]) => cewen(['run', 'texts', ...args], { cwd: folder.path });
const result = (name = 'output') => readFiles(join(folder.path, name));
const rows = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[];
const counts = ['words.csv', 'terms.csv', 'cooccurrence.csv', 'blocks.csv', 'occurrences.csv', 'terms_by_document.csv'];

describe('a document over its limit is ended and told, and the others are as without it', () => {
  test.each([
    ['time', ['--document-seconds', '1'], 'input/too-slow', 'expected to be done within 1 second, was still in work'],
    ['memory', ['--document-memory', '200'], 'input/too-much-memory', 'expected to need at most 200 MB of memory'],
  ])('of %s', (_, limit, rule, text) => {
    expect(run('--out', 'without').code).toBe(0);
    const without = result('without');
    // Small ones in one batch with it would be done before it: it stands alone among them.
    writeFiles(folder.path, { 'texts/2a.txt': long });
    const { code, stderr, stdout } = run(...limit);
    expect(stderr).toContain(`texts/2a.txt error ${rule} ${text}`);
    expect(stdout).toContain('6 documents (1 failed)');
    expect(code).toBe(1);
    const with_ = result();
    for (const name of [...counts, ...Object.keys(sound).map((path) => `text/${path.slice(6)}.txt`)]) {
      expect(with_[name], name).toBe(without[name]);
    }
    const [bad, ...others] = rows(with_['documents.csv']!).sort((a, b) => (a.status! < b.status! ? -1 : 1));
    expect(bad).toMatchObject({ document: '2a.txt', status: 'failed', bytes: String(Buffer.byteLength(long)) });
    expect(others).toEqual(rows(without['documents.csv']!));
  });
});

test('with --strict the run ends at a document that is too slow', () => {
  writeFiles(folder.path, { 'texts/2a.txt': long });
  const { code, stderr } = run('--document-seconds', '0.5', '--strict');
  expect(stderr).toMatch(/^cewen: 2a\.txt: expected to be done within 0\.5 seconds, .*\n$/);
  expect(code).toBe(3);
  expect(Object.keys(result('.')).some((name) => name.startsWith('output'))).toBe(false);
});

test.each([
  ['--document-seconds', '0', 'expected at least 0.001, found 0'],
  ['--document-seconds', 'long', 'expected a number, found "long"'],
  ['--document-memory', '0.5', 'expected a whole number'],
])('%s %s is told as what it is', (option, value, text) => {
  const { code, stderr } = run(option, value);
  expect(stderr).toContain(text);
  expect(code).toBe(2);
});
