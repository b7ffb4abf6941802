import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { documentFormatNames } from '../../../src/run/format-names.ts';
import { run } from '../../../src/run/run.ts';
import { readConllu } from '../../write/conllu-rules.ts';
import { declaredRegions, readVrt } from '../../write/vrt-rules.ts';
import { canRun, formattedResult } from './formats-run.ts';

// There are no tables in these texts: tests/run/formats/document-tables.test.ts.
const names = documentFormatNames.filter((name) => name !== 'tables');
const result = formattedResult({ formats: [...documentFormatNames], report: false });
const read = (...names: string[]) => readFileSync(join(result.path, ...names), 'utf8');
const rows = (...names: string[]): Record<string, string>[] => parse(read(...names), { columns: true });
const below = (folder: string) =>
  readdirSync(join(result.path, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.\w+$/.test(name))
    .sort();

describe('the forms of documents', () => {
  test('are in folders of their own, a file a document or one for all', () => {
    expect(below('conllu').length).toBe(rows('documents.csv').length);
    expect(read('jsonl', 'documents.jsonl').split('\n').length - 1).toBe(rows('documents.csv').length);
    expect(below('brat')).toEqual(
      expect.arrayContaining(['annotation.conf', 'visual.conf', '2016/甲省.txt.ann', '2016/甲省.txt.txt']),
    );
    const listed = JSON.parse(read('manifest.json')).outputs.map(({ path }: { path: string }) => path);
    for (const name of names) for (const file of below(name)) expect(listed).toContain(`${name}/${file}`);
  });

  test('hold the same words: those of CoNLL-U are those of CWB, TXM and the words with spaces', () => {
    const declared = declaredRegions(read('vrt', 'encode.sh'));
    const text = read('vrt', 'corpus.vrt');
    const vrt = readVrt(text, 4, declared).map(({ cells }) => cells[0]!);
    const files = below('conllu');
    const conllu = files.flatMap((file) => readConllu(read('conllu', file)).flat()).map(({ form }) => form);
    expect(conllu.sort()).toEqual(vrt.sort());
    const words = files.flatMap((file) =>
      read('words', file.replace(/conllu$/, 'txt'))
        .split(/[ \n]/)
        .slice(0, -1),
    );
    expect(words.sort()).toEqual(conllu);
  });

  test('tell the part of speech that the neighbours of a word tell, with tagger: context', async () => {
    const out = join(result.root, 'context');
    const given = { paths: [join(result.root, 'texts')], terms: [join(result.root, 'terms.csv')] };
    const settings = { ...given, tagger: 'context', report: false, workers: 0 } as const;
    await run({ ...settings, out, formats: ['conllu'], tables: ['documents', 'tokens'] });
    const lines = readFileSync(join(out, 'conllu/2016/甲省.txt.conllu'), 'utf8').split('\n');
    const words = lines
      .map((line) => line.split('\t'))
      .filter(({ length, 3: upos }) => length === 10 && upos !== 'PUNCT');
    const all: Record<string, string>[] = parse(readFileSync(join(out, 'tokens.csv')), { columns: true });
    const tokens = all.filter(({ document }) => document === '2016/甲省.txt');
    expect(words.map(([, form, , upos]) => [form, upos])).toEqual(tokens.map(({ form, upos }) => [form, upos]));
    const byDictionary = read('conllu', '2016/甲省.txt.conllu').split('\n');
    expect(byDictionary.length).toBe(lines.length);
    expect(byDictionary.some((line, i) => line.split('\t')[3] !== lines[i]!.split('\t')[3])).toBe(true);
  }, 60_000);

  test('count terms as occurrences.csv does', () => {
    const found = rows('occurrences.csv').length;
    const documents = read('jsonl', 'documents.jsonl')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    expect(documents.flatMap(({ terms }) => terms).length).toBe(found);
    expect(read('vrt', 'corpus.vrt').match(/^<term\d? /gm)?.length).toBe(found);
    // Those that begin inside a word stand apart.
    const tei = below('tei').map((file) => read('tei', file).match(/<term |<span .* ana="#t/g)?.length ?? 0);
    expect(tei.reduce((sum, count) => sum + count)).toBe(found);
  });

  test('lead to each other: annotations to the texts, the metadata for TXM to its files', () => {
    for (const file of below('annotation')) {
      const { items } = JSON.parse(read('annotation', file));
      for (const { target } of items) {
        const path = join(result.path, 'annotation', dirname(file), decodeURIComponent(target.source));
        expect(existsSync(path), path).toBe(true);
        const [{ start, end }, { exact }] = target.selector;
        expect([...readFileSync(path, 'utf8')].slice(start, end).join('')).toBe(exact);
      }
    }
    const ids = rows('txm', 'metadata.csv').map(({ id }) => `${id}.xml`);
    expect(below('txm').filter((name) => name.endsWith('.xml'))).toEqual(ids.sort());
  });

  test('are the same bytes for any number of workers', async () => {
    const out = join(result.root, 'out2');
    const { paths, terms } = { paths: [join(result.root, 'texts')], terms: [join(result.root, 'terms.csv')] };
    const network = { min_joint: 1 };
    await run({ paths, out, terms, formats: [...documentFormatNames], by: 'year', workers: 2, network, report: false });
    const manifest = readFileSync(join(out, 'manifest.json'), 'utf8');
    expect(manifest === read('manifest.json')).toBe(true);
  }, 60_000);

  test.skipIf(!canRun('Rscript', '--version'))(
    'the corpus for quanteda opens in R with its Chinese whole (needs R)',
    () => {
      const script = `d <- read.csv(commandArgs(TRUE)[1], encoding = "UTF-8", check.names = FALSE)
      stopifnot(names(d)[1:3] == c("doc_id", "text", "words"), all(c("year", "place") %in% names(d)))
      cat(nrow(d), sum(lengths(strsplit(d$words, " ", fixed = TRUE))), sum(grepl("\\u521b\\u65b0", d$words)), "\\n")`;
      const path = join(result.path, 'quanteda', 'corpus.csv');
      const { stdout, stderr } = spawnSync('Rscript', ['-e', script, path], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      });
      const documents = rows('documents.csv');
      const tokens = documents.reduce((sum, { tokens }) => sum + Number(tokens), 0);
      expect(`${stdout}${stderr}`.trim()).toBe(`${documents.length} ${tokens} ${documents.length}`);
    },
  );
});
