import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { scoreCommand } from '../../../src/run/command/score-command.ts';
import { temporaryFolder, writeFiles } from '../../folders.ts';
import { nodejieba } from '../../nodejieba.ts';
import { describeWithData } from '../../shared-data.ts';

const folder = temporaryFolder();
const gold = fileURLToPath(new URL('../../fixtures/gold.txt', import.meta.url));

type Given = Parameters<typeof scoreCommand>[0];
const usual: Given = {
  golds: [gold],
  engines: ['jieba'],
  vocabulary: undefined,
  out: undefined,
  encoding: undefined,
  excel: false,
  json: false,
};
const score = (given: Partial<Given> = {}, language: 'en' | 'zh' = 'en') =>
  scoreCommand({ ...usual, ...given }, language).text;
const scores = (given: Partial<Given>) => JSON.parse(score({ ...given, json: true }));

describe('the scores of segmenters', () => {
  test('stand side by side, with the commonest confusions of each and where they stand', () => {
    const text = score({ engines: ['lattice', 'jieba'] });
    expect(text).toMatch(/gold\.txt +lattice +11 +\d+ +\d+ +\d\d\.\d/);
    expect(text).toMatch(/gold\.txt +jieba +11 +/);
    expect(text).toMatch(/^jieba: gold +segmenter +count$/m);
    expect(text).toMatch(/^一 次 +一次 +2 {2}first at .*gold\.txt:6$/m);
    expect(score({}, 'zh')).toContain('jieba：标准分词');
  });

  test('may be of an engine with policy tokens as in a run', () => {
    const [plain, policy] = scores({ engines: ['jieba', 'jieba+policy'] }).scores;
    expect([plain.engine, policy.engine]).toEqual(['jieba', 'jieba+policy']);
    const cutOf = (engine: string) =>
      scores({ engines: ['jieba', 'jieba+policy'] })
        .confusions.filter((row: Record<string, unknown>) => row.engine === engine)
        .map((row: Record<string, unknown>) => row.gold_words);
    expect(cutOf('jieba')).toContain('95%');
    expect(cutOf('jieba+policy')).not.toContain('95%');
    const numbers = (given: Partial<Given>) =>
      scores(given).scores.map((row: Record<string, unknown>) => row.predicted_words);
    expect(numbers({ engines: ['lattice'] })).toEqual(numbers({ engines: ['lattice+policy'] }));
    expect(numbers({ engines: ['lattice'] })).not.toEqual(numbers({ engines: ['lattice-policy'] }));
  });

  test('of several texts are added up', () => {
    writeFiles(folder.path, { 'a.txt': '改革 开放\n', 'b.txt': '坚持 改革\n坚 持\n' });
    const golds = ['a.txt', 'b.txt'].map((name) => join(folder.path, name));
    expect(score({ golds })).toMatch(/^all +jieba +3 +6 +4 +50\.0 +33\.3 +40\.0/m);
  });

  test('know the words of the vocabulary, or of the built-in dictionary', () => {
    writeFiles(folder.path, { 'gold.txt': '坚持 区块链 的 囧囧 A1\n', 'known.txt': '坚持\n的\n囧囧\n' });
    const golds = [join(folder.path, 'gold.txt')];
    const oov = (given: Partial<Given>) => scores({ golds, ...given }).scores[0].oov_words;
    expect(oov({})).toBe(1);
    expect(oov({ vocabulary: join(folder.path, 'known.txt') })).toBe(2);
  });

  test('are the same in the table, in JSON and in the files', () => {
    const out = join(folder.path, 'scores.csv');
    const json = scores({ out });
    const read = (name: string) => parse(readFileSync(join(folder.path, name), 'utf8'), { columns: true });
    const asText = (rows: Record<string, unknown>[]) =>
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value ?? '')])));
    expect(read('scores.csv')).toEqual(asText(json.scores));
    expect(read('scores-confusions.csv')).toEqual(asText(json.confusions));
    expect(json.scores[0].f1).toBeCloseTo(
      (200 * json.scores[0].same_words) / (json.scores[0].gold_words + json.scores[0].predicted_words),
      6,
    );
    expect(json.confusions.map(({ kind }: { kind: string }) => kind)).toContain('merged');
  });

  test('replace earlier scores and nothing else', () => {
    const out = join(folder.path, 'scores.csv');
    score({ out });
    score({ out, excel: true });
    expect(readFileSync(out, 'utf8').startsWith('\ufefffile,engine,')).toBe(true);
    score({ out });
    writeFileSync(out, '改革 开放\n');
    expect(() => score({ out })).toThrow('output/other-file');
    expect(readFileSync(out, 'utf8')).toBe('改革 开放\n');
  });

  test('warn of characters that are broken in a gold text', () => {
    writeFiles(folder.path, { 'gold.txt': '坚持 改革\n开\ufffd 放\n' });
    const { warnings } = scoreCommand({ ...usual, golds: [join(folder.path, 'gold.txt')] }, 'en');
    expect(warnings).toEqual([expect.stringMatching(/gold\.txt:2:2 warning ingest\/replacement-character /)]);
  });
});

describeWithData('the scores of nodejieba and of jieba', (data) => {
  // Measured once by another program on the same files.
  test.each([
    ['gold/sxu_test.txt', { f1: 82.0, conflicts: 3.66, crossed: 0.58 }],
    ['treebanks/zh_gsdsimp-ud-test.conllu', { f1: 79.0, conflicts: 6.08, crossed: 1.24 }],
  ])('on %s are those that are known', (file, known) => {
    const engines: Given['engines'] = nodejieba === undefined ? ['jieba'] : ['jieba', 'nodejieba'];
    for (const row of scores({ golds: [join(data, file)], engines }).scores) {
      expect({
        f1: Number(row.f1.toFixed(1)),
        conflicts: Number(row.conflicts_per_1000.toFixed(2)),
        crossed: Number(row.crossed_percent.toFixed(2)),
      }).toEqual(known);
    }
  });
});
