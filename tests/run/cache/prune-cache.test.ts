import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { versionOf } from '../../../src/run/cache/document-cache.ts';
import { pruneCache } from '../../../src/run/cache/prune-cache.ts';
import { readFiles, temporaryFolder, writeFiles } from '../../folders.ts';

const folder = temporaryFolder();
const code = 'c'.repeat(64);
const mine = versionOf(code);
const other = 'd'.repeat(16);
const name = (digit: string) => digit.repeat(40);

test('goes by version and last use, and touches nothing else', () => {
  writeFiles(folder.path, {
    'cewen-cache.txt': '',
    'notes/mine.txt': 'mine',
    [`${mine}/lists/${'0'.repeat(32)}`]: 'list',
    [`${mine}/aa/${name('1')}`]: 'new',
    [`${mine}/aa/${name('2')}`]: 'old!',
    [`${mine}/bb/${name('3')}`]: 'old!',
    [`${other}/lists/${'0'.repeat(32)}`]: 'list',
    [`${other}/aa/${name('4')}`]: 'other',
  });
  const day = new Date('2020-01-01');
  for (const file of [`${mine}/aa/${name('2')}`, `${mine}/bb/${name('3')}`, `${mine}/lists/${'0'.repeat(32)}`]) {
    utimesSync(join(folder.path, file), day, day);
  }
  expect(pruneCache(folder.path, code, Date.parse('2021-01-01'))).toEqual({
    removed: 4,
    removedBytes: 17,
    kept: 2,
    keptBytes: 7,
  });
  expect(Object.keys(readFiles(folder.path)).sort()).toEqual(
    [`${mine}/aa/${name('1')}`, `${mine}/lists/${'0'.repeat(32)}`, 'cewen-cache.txt', 'notes/mine.txt'].sort(),
  );
  expect(readdirSync(folder.path)).not.toContain(other);
  expect(existsSync(join(folder.path, mine, 'bb'))).toBe(false);
});

test('refuses a folder that is none', () => {
  writeFiles(folder.path, { 'texts/a.txt': '改革' });
  expect(() => pruneCache(join(folder.path, 'texts'), code, 0)).toThrow('input/not-a-cache');
  expect(readFiles(folder.path)).toHaveProperty('texts/a.txt');
});
