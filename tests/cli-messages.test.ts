import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureBuilt } from './built.ts';
import { cewen } from './command.ts';
import { readFiles, temporaryFolder, writeFiles } from './folders.ts';

beforeAll(ensureBuilt, 300_000);

const folder = temporaryFolder();
const notice = '关于健全新型举国体制的通知\n\n　　坚持科技自立自强，健全新型举国体制。\n';
const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);

beforeEach(() => writeFiles(folder.path, { 'corpus/2003/a.txt': notice, 'terms.csv': 'term\n新型举国体制\n' }));

const here = (...args: string[]) => cewen(args, { cwd: folder.path });
const run = (...args: string[]) => here('run', 'corpus', '--terms', 'terms.csv', ...args);
const messages = (): Record<string, string>[] =>
  parse(readFiles(join(folder.path, 'output'))['messages.csv']!, { columns: true });

describe('errors and warnings', () => {
  test('name the file, line and column on stderr, and the summary says where the rest stands', () => {
    writeFiles(folder.path, { 'corpus/b.txt': picture, 'corpus/c.txt': `第一行。\n科技\ufffd自立自强。\n` });
    symlinkSync('nowhere', join(folder.path, 'corpus/gone.txt'));
    const { code, stdout, stderr } = run();
    expect(code).toBe(1);
    expect(stderr).toContain('corpus/b.txt error input/binary-file not a text file');
    expect(stderr).toMatch(/^corpus\/c\.txt:2:3 warning \w+\/replacement-character 1 character .*was lost/m);
    expect(stderr).toContain('corpus/gone.txt error ingest/dangling-link ');
    expect(stdout).toMatch(/Messages \(in output\/messages\.csv\)\nerror +ingest\/dangling-link +1\n/);
  });

  test('are found where several folders were given, and in the list that they are about', () => {
    writeFiles(folder.path, { 'more/b.txt': picture, 'terms.csv': 'term\n新型举国体制\n“”,,\n' });
    const { stderr } = here('run', 'corpus', 'more', '--terms', 'terms.csv');
    expect(stderr).toContain('more/b.txt error input/binary-file ');
    expect(stderr).toMatch(/^terms\.csv:3 error tag\/bad-term (?!terms\.csv)/m);
    expect(messages().find(({ rule }) => rule === 'tag/bad-term')).toMatchObject({ document: 'terms.csv', line: '3' });
  });

  test('beyond what can be read are told as a number', () => {
    const broken = Array.from({ length: 60 }, (_, i) => [`corpus/${i}.txt`, picture]);
    writeFiles(folder.path, Object.fromEntries(broken));
    const { stderr } = run();
    expect(stderr.match(/ error input\/binary-file /g)).toHaveLength(50);
    expect(stderr).toContain('… and 10 more errors, in output/messages.csv');
    expect(messages().filter(({ severity }) => severity === 'error')).toHaveLength(60);
    const { stderr: without } = run('--tables', 'terms');
    expect(without).toMatch(/… and 10 more errors$/m);
  });

  test('of one kind leave room for the others', () => {
    const files = Array.from({ length: 9 }, (_, i) => [`corpus/${i}.txt`, notice]);
    writeFiles(folder.path, { ...Object.fromEntries(files), 'corpus/metadata.csv': 'document,year\nno.txt,2003\n' });
    const { stderr, code } = run();
    expect(code).toBe(0);
    expect(stderr.match(/ingest\/file-without-metadata/g)).toHaveLength(5);
    expect(stderr).toContain('corpus/metadata.csv:2 warning ingest/metadata-without-file ');
    expect(stderr).toContain('… and 5 more warnings, in output/messages.csv');
  });

  test('cannot steer the terminal through the name of a file', () => {
    writeFiles(folder.path, { 'corpus/\u001b[2J\n.txt': picture });
    expect(run().stderr).toContain('corpus/\\u001b[2J\\u000a.txt error');
  });

  test('are told in Chinese', () => {
    writeFiles(folder.path, { 'corpus/b.txt': picture });
    const { stderr, stdout } = run('--lang', 'zh');
    expect(stderr).toContain('corpus/b.txt 错误 input/binary-file 不是文本文件');
    expect(stdout).toContain('文档 2 篇（1 篇处理失败）');
    expect(stdout).toContain('消息（见 output/messages.csv）');
  });
});

test('numbers agree with their nouns', () => {
  writeFiles(folder.path, { 'corpus/2003/a.txt': '新型举国体制\n' });
  expect(run().stdout).toContain('1 document, 1 word, 1 term occurrence\n');
  writeFiles(folder.path, { 'corpus/b.txt': picture });
  expect(run().stdout).toContain('2 documents (1 failed), 1 word, 1 term occurrence\n');
});

test('a name too long for a file of its own is told with the name that its text has', () => {
  const name = `${'通知'.repeat(41)}稿.txt`;
  writeFiles(folder.path, { [`corpus/${name}`]: notice });
  expect(run().code).toBe(0);
  const told = messages().find(({ rule }) => rule === 'run/shortened-name');
  expect(told?.document).toBe(name);
  const path = /text\/.*$/.exec(told!.reason!)![0];
  expect(Object.keys(readFiles(join(folder.path, 'output')))).toContain(path);
});

test('an empty folder is told as one', () => {
  mkdirSync(join(folder.path, 'empty'));
  expect(here('run', 'empty')).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/^cewen: empty: expected files that end in \.txt .*\.pdf .*; found none\n$/),
  });
});
