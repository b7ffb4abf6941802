import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureBuilt } from './built.ts';
import { cewen, startCewen } from './command.ts';
import { readFiles, temporaryFolder, writeFiles } from './folders.ts';

beforeAll(ensureBuilt, 300_000);

const folder = temporaryFolder();
const notice = '关于健全新型举国体制的通知\n\n　　坚持科技自立自强，健全新型举国体制。\n';
const zh = { LANG: 'zh_CN.UTF-8' };

beforeEach(() => writeFiles(folder.path, { 'texts/a.txt': notice, 'terms.csv': 'term\n新型举国体制\n自立自强\n' }));

const here = (...args: string[]) => cewen(args, { cwd: folder.path });
const tables = () => readFiles(join(folder.path, 'output'));

describe('cewen run', () => {
  test('writes every table, prints the summary to stdout and nothing to stderr', () => {
    const { code, stdout, stderr } = here('run', 'texts', '--terms', 'terms.csv');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('1 document, ');
    expect(stdout).toMatch(/新型举国体制 +2 +1\n/);
    expect(stdout).toMatch(/新型举国体制 \+ 自立自强 +1\n/);
    expect(stdout).toContain('Files in output: documents.csv');
    for (const name of [
      'documents',
      'blocks',
      'terms',
      'terms_by_document',
      'occurrences',
      'words',
      'cooccurrence',
      'messages',
    ]) {
      expect(Object.keys(tables())).toContain(`${name}.csv`);
    }
    expect(tables()['text/a.txt.txt']).toBe('关于健全新型举国体制的通知\n坚持科技自立自强，健全新型举国体制。\n');
  });

  test('ends with 1 where a document failed, and has done the others', () => {
    writeFileSync(
      join(folder.path, 'texts/b.txt'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
    );
    const { code, stdout } = here('run', 'texts', '--terms', 'terms.csv');
    expect(code).toBe(1);
    expect(stdout).toContain('2 documents (1 failed)');
    expect(stdout).toMatch(/error +input\/binary-file +1/);
    expect(tables()['terms.csv']).toContain('新型举国体制,,2,2,1');
  });

  test('takes the settings of cewen.yaml in the folder, with paths beside it', () => {
    writeFiles(folder.path, {
      'cewen.yaml': 'paths: texts\nterms: terms.csv\nout: result\nlang: zh\ntables: [terms]\n',
    });
    const { code, stdout } = here('run');
    expect(code).toBe(0);
    expect(stdout).toContain('高频术语');
    expect(existsSync(join(folder.path, 'result/terms.csv'))).toBe(true);
    mkdirSync(join(folder.path, 'deep'));
    expect(cewen(['run', '-c', '../cewen.yaml'], { cwd: join(folder.path, 'deep') }).code).toBe(0);
  });

  test('speaks Chinese where the environment does', () => {
    const { stdout } = cewen(['run', 'texts', '--terms', 'terms.csv'], { cwd: folder.path, env: zh });
    expect(stdout).toContain('文档 1 篇');
    expect(stdout).toContain('高频共现（按句）');
  });

  test('is the same command through a link, as npm installs it', () => {
    const link = join(folder.path, 'cewen');
    symlinkSync(fileURLToPath(new URL('../dist/cli.js', import.meta.url)), link);
    const { status, stdout } = spawnSync(process.execPath, [link, '--version'], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '0.1.0\n' });
  });
});

describe('usage', () => {
  test('every fault of the options and the configuration is told at once, with exit code 2', () => {
    writeFiles(folder.path, { 'bad.yaml': 'contxt: 3\nvariant: tx\n' });
    const { code, stderr, stdout } = here(
      'run',
      'texts',
      '-c',
      'bad.yaml',
      '--widow',
      '5',
      '--context',
      'many',
      '--formats',
      'cvs',
    );
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('unknown option --widow');
    expect(stderr).toContain('bad.yaml:1:1: unknown setting "contxt"; did you mean "context"?');
    expect(stderr).toContain('bad.yaml:2:1: variant: expected one of auto, none, t, tw, hk, twp; found "tx"');
    expect(stderr).toContain('--context: context: expected a whole number, found "many"');
    expect(stderr).toContain('did you mean "csv"?');
    expect(existsSync(join(folder.path, 'output'))).toBe(false);
  });

  test.each([
    [['run'], 'expected at least one file or folder'],
    [['rn', 'texts'], 'unknown command "rn"; did you mean "run"?'],
    [['run', 'texts', '--otu', 'x'], 'unknown option --otu; did you mean --out?'],
    [['run', 'texts', '--out'], 'option --out needs a value'],
    [['verify', 'a', '--inptu', 'x'], 'unknown option --inptu; did you mean --input?'],
    [['verify'], 'dir is missing'],
    [['init', 'a', 'b'], 'more arguments than the command takes'],
    [['run', 'texts', '--encoding', 'utf-9'], 'unknown encoding "utf-9"'],
  ])('%j is told as what it is, with exit code 2', (args, text) => {
    const { code, stderr } = here(...args);
    expect(stderr).toContain(text);
    expect(code).toBe(2);
  });

  test('faults are told in Chinese where the environment is', () => {
    const { code, stderr } = cewen(['run', 'texts', '--variant', 'simplified', '--otu', 'x'], {
      cwd: folder.path,
      env: zh,
    });
    expect(code).toBe(2);
    expect(stderr).toContain('未知选项 --otu；是否想写 --out？');
    expect(stderr).toContain('应为下列之一');
  });

  test('help has examples for every command, in both languages, and names every default', () => {
    for (const command of ['run', 'verify', 'explain', 'audit', 'score', 'init']) {
      const english = here(command, '--help');
      expect(english).toMatchObject({ code: 0, stderr: '' });
      expect(english.stdout).toContain(`Examples:\n  cewen ${command}`);
      expect(cewen([command, '--help', '--lang', 'zh']).stdout).toContain(`示例：\n  cewen ${command}`);
    }
    expect(here('run', '--help').stdout).toContain('(default: 20)');
    expect(here('--help').stdout).toContain('explain');
    expect(here().stdout).toBe(here('--help').stdout);
  });
});

describe('exit codes', () => {
  test.each([
    [['run', 'nothing-here'], 3, 'nothing-here: not found'],
    [['run', 'texts', '--terms', 'none.csv'], 4, 'none.csv: the list was not found'],
    [['run', 'texts', '--out', 'no/such/out'], 5, 'expected a folder inside one that exists'],
    [['run', 'texts', '--out', 'terms.csv'], 5, 'expected a folder, found a file'],
    [['run', 'texts', '--out', '.'], 5, 'holds something else'],
    [['verify', 'texts'], 3, 'manifest.json'],
    [['explain', 'nothing.txt'], 3, 'not found'],
  ])('%j ends with %i', (args, expected, text) => {
    const before = readFiles(folder.path);
    const { code, stderr } = here(...args);
    expect(stderr).toContain(text);
    expect(code).toBe(expected);
    expect(readFiles(folder.path)).toEqual(before);
  });

  // Root may write anywhere, so that the refusal cannot be seen there.
  test.skipIf(process.getuid?.() === 0)('a read-only output ends with 5', () => {
    mkdirSync(join(folder.path, 'locked'));
    chmodSync(join(folder.path, 'locked'), 0o500);
    expect(here('run', 'texts', '--out', 'locked/out')).toMatchObject({
      code: 5,
      stderr: expect.stringContaining('cannot be written to'),
    });
  });

  // A file system of 64 kB, where the system lets a test mount one.
  const small = spawnSync('sh', ['-c', 'd=$(mktemp -d) && mount -t tmpfs -o size=64k none "$d" && echo "$d"'], {
    encoding: 'utf8',
  });
  test.skipIf(small.status !== 0)('a full disk ends with 5 and leaves nothing behind', () => {
    const disk = small.stdout.trim();
    try {
      writeFiles(folder.path, { 'texts/long.txt': notice.repeat(3000) });
      const { code, stderr } = here('run', 'texts', '--out', join(disk, 'out'));
      expect(stderr).toContain('the disk is full');
      expect(code).toBe(5);
      expect(readFiles(disk)).toEqual({});
      expect(existsSync(join(disk, 'out'))).toBe(false);
    } finally {
      spawnSync('sh', ['-c', `umount "${disk}" && rmdir "${disk}"`]);
    }
  });
});

describe('interruption', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s in the middle leaves the earlier result as it was and ends with %i', async (signal, expected) => {
    expect(here('run', 'texts', '--terms', 'terms.csv').code).toBe(0);
    const before = tables();
    writeFiles(folder.path, Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`texts/${i}.txt`, notice])));
    const child = startCewen(['run', 'texts'], folder.path);
    let stderr = '';
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    while (!existsSync(join(folder.path, 'output/.cewen-partial/text')))
      await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill(signal);
    const [code] = await once(child, 'exit');
    expect(code).toBe(expected);
    expect(stderr).toBe(
      'cewen: interrupted; output is as it was. The same command begins anew; with --cache FOLDER a run that was stopped goes on where it was\n',
    );
    expect(tables()).toEqual(before);
  });
});

describe('the other commands', () => {
  test('init writes a file that run accepts, and leaves one that exists alone', () => {
    expect(here('init')).toMatchObject({ code: 0, stdout: 'Wrote cewen.yaml.\n' });
    expect(here('run', 'texts').code).toBe(0);
    const before = readFileSync(join(folder.path, 'cewen.yaml'), 'utf8');
    expect(here('init')).toMatchObject({ code: 5, stderr: expect.stringContaining('exists already') });
    expect(readFileSync(join(folder.path, 'cewen.yaml'), 'utf8')).toBe(before);
  });

  test('verify names the one setting, the one term and the one input that changed', () => {
    writeFiles(folder.path, { 'cewen.yaml': 'paths: texts\nterms: terms.csv\ncontext: 10\n' });
    expect(here('run').code).toBe(0);
    expect(here('verify', 'output')).toMatchObject({ code: 0, stdout: expect.stringContaining('come out the same') });
    writeFiles(folder.path, { 'cewen.yaml': 'paths: texts\nterms: terms.csv\ncontext: 12\n' });
    expect(here('verify', 'output')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('the setting context in the configuration file: was 10, is 12'),
    });
    writeFiles(folder.path, {
      'cewen.yaml': 'paths: texts\nterms: terms.csv\ncontext: 10\n',
      'terms.csv': 'term\n新型举国体制\n',
    });
    expect(here('verify', 'output')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('the term 自立自强 was removed'),
    });
    writeFiles(folder.path, { 'terms.csv': 'term\n新型举国体制\n自立自强\n', 'texts/a.txt': `${notice} ` });
    expect(here('verify', 'output')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('the input a.txt: sha256 was'),
    });
  });

  test('explain shows decisions, and a token of a result', () => {
    expect(here('run', 'texts', '--terms', 'terms.csv').code).toBe(0);
    const file = here('explain', 'texts/a.txt');
    expect(file).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('关于健全新型举国体制的通知') });
    const token = here('explain', 'output', 'a.txt', '4');
    expect(token).toMatchObject({ code: 0, stderr: '' });
    expect(token.stdout).toContain('新型举国体制');
    expect(here('explain', 'output', 'a.txt', 'x').code).toBe(2);
  });

  test('a reader that goes away is no failure', () => {
    writeFiles(folder.path, { 'texts/long.txt': notice.repeat(3000) });
    const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
    const command = `"${process.execPath}" "${cli}" explain texts/long.txt | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder.path, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n').at(-1)).toBe('0');
  });
});
