import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureBuilt } from './built.ts';
import { cewen } from './command.ts';
import { readFiles, temporaryFolder, writeFiles } from './folders.ts';

beforeAll(ensureBuilt, 300_000);

const folder = temporaryFolder();
const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);

beforeEach(() =>
  writeFiles(folder.path, {
    'gold.txt': '坚持 改革\n其中 国有 企业\n',
    'texts/a.txt': '关于改革的通知\n\n　　坚持改革，健全新型举国体制。\n',
    'terms.csv': 'term\n改革\n开放\n举国体制\n新型举国体制\n',
  }),
);

const here = (...args: string[]) => cewen(args, { cwd: folder.path });

test('cewen score prints a table and writes both files', () => {
  const { code, stdout, stderr } = here('score', 'gold.txt', '--engine', 'jieba', '--out', 's.csv');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^gold text +engine +sentences/);
  expect(stdout).toContain('Files: s.csv s-confusions.csv');
  expect(Object.keys(readFiles(folder.path))).toEqual(expect.arrayContaining(['s.csv', 's-confusions.csv']));
});

test('cewen audit prints its findings and writes them', () => {
  const { code, stdout, stderr } = here('audit', 'texts', '-t', 'terms.csv', '-o', 'found');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/Never seen.*\(1\)\n {2}开放\n/);
  expect(stdout).toMatch(/Seen only inside longer terms \(1\)\n {2}举国体制 +新型举国体制 1 +a\.txt:3 +1\n/);
  expect(stdout).toContain(`All findings: ${join('found', 'audit.csv')}`);
  // What an audit leaves behind is no text for the next one.
  expect(here('audit', '.', '-t', 'terms.csv', '-o', 'found').code).toBe(0);
});

test('cewen audit --json prints the rows of its table for programs', () => {
  const { documents, terms, seen, findings } = JSON.parse(here('audit', 'texts', '-t', 'terms.csv', '--json').stdout);
  expect({ documents, terms, seen }).toEqual({ documents: 1, terms: 4, seen: 3 });
  expect(findings[0]).toEqual({
    finding: 'never_seen',
    term: '开放',
    category: '',
    detail: '',
    count: 0,
    document: '',
    line: null,
  });
});

test('cewen audit takes its settings from the configuration', () => {
  writeFiles(folder.path, { 'cewen.yaml': 'paths: texts\nterms: terms.csv\nlang: zh\n' });
  expect(here('audit').stdout).toContain('只在更长的术语中出现 (1)');
});

describe('exit codes', () => {
  test.each([
    [['score'], 2, 'the argument gold is missing'],
    [['score', 'gold.txt', '--engine', 'jeiba'], 2, 'found "jeiba"; did you mean "jieba"?'],
    [['score', 'gold.txt', '--out', 's.txt'], 2, 'ends in .csv, found "s.txt"'],
    [['score', 'none.txt'], 3, 'none.txt: not found'],
    [['score', 'texts'], 3, 'texts: expected a text cut by hand, found a folder'],
    [['score', 'texts/a.txt'], 3, 'texts/a.txt:3: expected words parted by spaces'],
    [['score', 'gold.txt', '--vocabulary', 'none.txt'], 4, 'none.txt: the list was not found'],
    [['score', 'gold.txt', '--out', 'no/s.csv'], 5, 'no/s.csv: expected a folder inside one that exists'],
    [['score', 'gold.txt', '--out', 'terms.csv'], 5, 'terms.csv: the file exists and is no earlier table of this kind'],
    [['audit'], 2, 'expected at least one file or folder'],
    [['audit', 'texts', '--out', ''], 2, '--out: expected a value, found nothing'],
    [['audit', 'none'], 3, 'none: not found'],
    [['audit', 'texts', '--terms', 'none.csv'], 4, 'none.csv: the list was not found'],
    [['audit', 'texts', '--out', 'no/such'], 5, 'no/such: expected a folder inside one that exists'],
    [['audit', 'texts', '--out', 'gold.txt'], 5, 'gold.txt: expected a folder, found a file'],
  ])('%j ends with %i', (args, exitCode, text) => {
    const { code, stdout, stderr } = here(...args);
    expect(stderr).toContain(text);
    expect({ code, stdout }).toEqual({ code: exitCode, stdout: '' });
  });

  test('an audit that left out a document ends with 1', () => {
    writeFiles(folder.path, { 'texts/b.txt': picture });
    const { code, stdout, stderr } = here('audit', 'texts', '-t', 'terms.csv');
    expect(code).toBe(1);
    expect(stderr).toContain('texts/b.txt error input/binary-file');
    expect(stdout).toContain('1 document, ');
  });

  test('every fault of a command line is told at once', () => {
    const { code, stderr } = here('score', 'gold.txt', '--engine', 'x', '--out', 'y', '--encoding', 'z', '--wat');
    expect(code).toBe(2);
    for (const text of ['unknown option --wat', 'found "x"', 'found "y"', 'unknown encoding "z"']) {
      expect(stderr).toContain(text);
    }
  });
});
