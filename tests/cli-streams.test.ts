import { execFileSync, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureBuilt } from './built.ts';
import { startCewen } from './command.ts';
import { readFiles, temporaryFolder, writeFiles } from './folders.ts';

beforeAll(ensureBuilt, 300_000);

const folder = temporaryFolder();
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const notice = '关于健全新型举国体制的通知\n\n　　坚持科技自立自强，健全新型举国体制。\n';

beforeEach(() => writeFiles(folder.path, { 'texts/a.txt': notice, 'terms.csv': 'term\n新型举国体制\n自立自强\n' }));

/** Runs a line of bash in which `cewen` is the command. */
function bash(line: string): SpawnSyncReturns<string> {
  const command = `cewen() { "${process.execPath}" "${cli}" "$@"; }; ${line}`;
  const env = { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', LC_MESSAGES: '' };
  return spawnSync('bash', ['-c', command], { cwd: folder.path, encoding: 'utf8', env, timeout: 50_000 });
}

const hasFull = existsSync('/dev/full');
const hasPipes = spawnSync('sh', ['-c', 'command -v mkfifo']).status === 0;
const table = (name: string) => readFiles(join(folder.path, 'output'))[name]!;

describe.skipIf(!hasFull)('standard streams that take nothing', () => {
  test.each(['run texts', 'explain texts/a.txt', '--help', 'init'])('cewen %s > /dev/full: one line, 5', (args) => {
    const { status, stderr } = bash(`cewen ${args} > /dev/full`);
    expect({ status, stderr }).toEqual({ status: 5, stderr: 'cewen: standard output cannot be written to (ENOSPC)\n' });
  });

  test('on both sides end with 5 and without a word', () => {
    expect(bash('cewen run texts > /dev/full 2> /dev/full')).toMatchObject({ status: 5, stdout: '', stderr: '' });
  });

  test('for messages leave the code of the failure, and turn a success with messages into 5', () => {
    expect(bash('cewen run nowhere 2> /dev/full').status).toBe(3);
    writeFiles(folder.path, { 'texts/b.txt': Buffer.from([0, 1, 2, 0, 0, 0]) });
    expect(bash('cewen run texts 2> /dev/full').status).toBe(5);
  });
});

test('a reader that goes away is no failure of a run', () => {
  const { stdout, stderr } = bash(`cewen run texts | true; echo "\${PIPESTATUS[0]}"; cewen run texts 2>&1 | head -n 1`);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^0\n1 document, .*\n$/);
});

describe.skipIf(!hasPipes)('pipes in place of files', () => {
  test('that the shell makes are read', () => {
    writeFiles(folder.path, { 'm.csv': 'document,year\na.txt,2016\n', 'c.yaml': 'context: 3\n' });
    const { status, stderr } = bash(
      'cewen run texts --terms <(sleep 0.3; cat terms.csv) --metadata <(cat m.csv) --stop-words <(echo 的) -c <(cat c.yaml)',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(table('terms.csv')).toContain('新型举国体制,,2,2,1');
    expect(table('documents.csv')).toContain(',2016,');
    expect(table('manifest.json')).toContain('"context": 3');
  });

  test('that come on standard input are read', () => {
    const { status, stderr } = bash('cat terms.csv | cewen run texts --terms /dev/stdin');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(table('terms.csv')).toContain('自立自强');
  });

  test.each([
    ['--terms', 4],
    ['--stop-words', 4],
    ['--metadata', 3],
    ['--config', 2],
  ])('to which nobody writes are told: %s ends with %i', (option, code) => {
    execFileSync('mkfifo', [join(folder.path, 'pipe')]);
    const { status, stderr } = bash(`cewen run texts ${option} pipe`);
    expect(stderr).toMatch(/^cewen: pipe: expected .*, found a pipe to which nobody writes\n$/);
    expect(status).toBe(code);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('whose writer never ends can be left with %s', async (signal) => {
    const pipe = join(folder.path, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const child = startCewen(['run', 'texts', '--terms', pipe], folder.path);
    // Opens as soon as the command has opened its side, and then says nothing.
    const writer = spawn('bash', ['-c', 'exec 3> pipe; echo open; exec sleep 60'], { cwd: folder.path });
    await once(writer.stdout, 'data');
    child.kill(signal);
    const [, ended] = await once(child, 'exit');
    writer.kill();
    expect(ended).toBe(signal);
    expect(existsSync(join(folder.path, 'output'))).toBe(false);
  });
});

test.each([
  ['--terms', 4, 'a file with a list'],
  ['--stop-words', 4, 'a file with a list'],
  ['--metadata', 3, 'a table of metadata'],
  ['--config', 2, 'a configuration file'],
])('a folder or a device is no file: %s ends with %i', (option, code, what) => {
  mkdirSync(join(folder.path, 'other'));
  for (const path of ['other', '/dev/null']) {
    const { status, stderr } = bash(`cewen run texts ${option} ${path}`);
    expect(stderr).toMatch(new RegExp(`^cewen: ${path}: expected ${what}, found .*\n$`));
    expect(status).toBe(code);
  }
});

test.each([
  ['--terms', 4, 'the list was not found'],
  ['--metadata', 3, 'the table of metadata was not found'],
  ['--config', 2, 'the configuration file was not found'],
])('a file that is not there is told as such: %s ends with %i', (option, code, text) => {
  const { status, stderr } = bash(`cewen run texts ${option} nosuch.csv`);
  expect(stderr).toContain(`cewen: nosuch.csv: ${text}`);
  expect(status).toBe(code);
});
