import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bytesOfSize } from '../../src/run/memory-size.ts';
import { ensureBuilt } from '../built.ts';
import { cewen } from '../command.ts';
import { readFiles, temporaryFolder } from '../folders.ts';

beforeAll(ensureBuilt, 300_000);

const folder = temporaryFolder();
const corpus = join(import.meta.dirname, '..', '..', 'corpus');

function result(name: string, ...more: readonly string[]) {
  const { code, stderr } = cewen(['run', corpus, '--out', name, ...more], { cwd: folder.path });
  expect(code, stderr).toBe(0);
  const { 'run-log.jsonl': log, ...files } = readFiles(join(folder.path, name));
  return files;
}

describe('what does not fit into --memory', () => {
  test('changes no byte, wherever documents are counted, and leaves no file', { timeout: 60_000 }, () => {
    const tables = ['--tables', 'default,dispersion,by_group,comparison', '--by', 'year'];
    const expected = result('expected', ...tables);
    for (const workers of ['0', '2']) {
      expect(result(`spilled-${workers}`, ...tables, '--memory', '0', '--workers', workers)).toEqual(expected);
    }
  });

  test('changes no byte of a merge', { timeout: 60_000 }, () => {
    const expected = result('expected');
    const run = (...args: string[]) => expect(cewen(args, { cwd: folder.path })).toMatchObject({ code: 0 });
    run('plan', corpus, '--shards', '2', '--out', 'plan', '--memory', '0');
    for (const shard of ['1/2', '2/2']) run('run', '--plan', 'plan', '--shard', shard);
    run('merge', 'plan', '--out', 'merged');
    const { 'run-log.jsonl': log, ...merged } = readFiles(join(folder.path, 'merged'));
    expect(merged).toEqual(expected);
  });
});

test.each([
  ['64', 64 * 2 ** 20],
  ['64MB', 64 * 2 ** 20],
  ['1.5 GB', 1.5 * 2 ** 30],
  ['200k', 200 * 2 ** 10],
  ['0', 0],
])('%s is %d bytes', (text, bytes) => {
  expect(bytesOfSize(text)).toBe(bytes);
});

test.each(['much', '-1', '5 apples', ''])('--memory %s is told as what it is', (value) => {
  const { code, stderr } = cewen(['run', 'texts', '--memory', value], { cwd: folder.path });
  expect(stderr).toContain(`--memory: memory: expected a size such as 64MB or 2GB, found "${value}"`);
  expect(code).toBe(2);
});
