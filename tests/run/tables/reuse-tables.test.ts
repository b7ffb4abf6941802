import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { run } from '../../../src/run/run.ts';
import { readFiles, temporaryFolder, writeFiles } from '../../folders.ts';

const folder = temporaryFolder();
const at = (name: string) => join(folder.path, name);
type Row = Record<string, string>;
const rows = (out: string, name: string): Row[] =>
  parse(readFileSync(at(`${out}/${name}.csv`), 'utf8'), { columns: true, bom: true });

const shared =
  '各级人民政府应当把𠮷林古树的保护纳入年度计划，安排专项经费，并且每年向社会公布古树名木的保护情况和名录。';
const texts = {
  'in/a.txt': `甲市古树保护条例\n\n第一条　古树由市绿化局登记，立碑为记。\n\n第二条　${shared}\n\n依照《中华人民共和国森林法》和《乙县名木办法》（国发〔2015〕12号）办理。\n`,
  'in/b.txt': `乙县名木办法\n\n名木的主人每月浇水三次。${shared}其余的事归村里管。\n\n见《森林法》。\n`,
  'in/c.txt': `丙镇公约\n\n村口的井每天清早开放，傍晚锁上。\n\n${shared}\n\n违反公约的人请全村看一场电影。\n`,
};

async function runInto(out: string, paths: readonly string[], workers: number) {
  writeFiles(folder.path, texts);
  return run({ paths: paths.map(at), out: at(out), tables: ['default', 'reuse'], workers });
}

test('a passage stands where its row says, in code points of the text of the run', async () => {
  await runInto('out', ['in'], 0);
  const found = rows('out', 'reuse');
  expect(found.map(({ document_a, document_b }) => [document_a, document_b])).toEqual([
    ['a.txt', 'b.txt'],
    ['a.txt', 'c.txt'],
    ['b.txt', 'c.txt'],
  ]);
  expect(new Set(found.map(({ cluster }) => cluster)).size).toBe(1);
  for (const row of found) {
    expect(row.label).toBe('shared');
    for (const side of ['a', 'b']) {
      const text = [...readFileSync(at(`out/text/${row[`document_${side}`]}.txt`), 'utf8')];
      const passage = text.slice(Number(row[`start_${side}`]), Number(row[`end_${side}`])).join('');
      expect(passage).toBe(row[`text_${side}`]);
      expect(passage).toContain('𠮷林古树');
      const source = [...texts[`in/${row[`document_${side}`]}` as keyof typeof texts]];
      expect(source.slice(Number(row[`raw_start_${side}`]), Number(row[`raw_end_${side}`])).join('')).toBe(passage);
    }
  }
});

test('reuse and citations are the same for any number of workers and order of files', async () => {
  await runInto('one', ['in/a.txt', 'in/b.txt', 'in/c.txt'], 0);
  await runInto('two', ['in/c.txt', 'in/a.txt', 'in/b.txt'], 2);
  const one = readFiles(at('one'));
  const two = readFiles(at('two'));
  for (const name of ['reuse.csv', 'citations.csv']) {
    expect(one[name]?.length).toBeGreaterThan(100);
    expect(two[name]).toEqual(one[name]);
  }
});

test('a citation leads to the document that it names', async () => {
  await runInto('cites', ['in'], 0);
  const found = rows('cites', 'citations').map(({ document, key, target, cited }) => [document, key, target, cited]);
  expect(found).toContainEqual(['a.txt', '乙县名木办法', 'corpus', 'b.txt']);
  expect(found).toContainEqual(['b.txt', '森林法', 'outside', '']);
});
