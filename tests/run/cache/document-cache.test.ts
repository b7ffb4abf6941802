import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packColumn, unpackColumn } from '../../../src/run/cache/packed-column.ts';
import { run } from '../../../src/run/run.ts';
import type { SettingsInput } from '../../../src/run/settings.ts';
import { readFiles, temporaryFolder, writeFiles } from '../../folders.ts';
import { pdfOf } from '../../ingest/pdf/pdf-file.ts';

const folder = temporaryFolder();
const at = (name: string) => join(folder.path, name);
const terms = 'term,category\n改革,通用\n举国体制,科技\n新型举国体制,科技\n';

/** Runs, and gives what was written and how many documents went through the segmenter. */
async function runOver(out: string, settings: SettingsInput = {}) {
  await run({ paths: [at('texts')], out: at(out), terms: [at('terms.csv')], workers: 0, ...settings });
  const { 'run-log.jsonl': log, ...files } = readFiles(at(out));
  const { stages } = JSON.parse(log!.trim().split('\n').at(-1)!) as { stages: Record<string, number> };
  return { files, wasSegmented: 'segment' in stages };
}

const cached = (out: string, more: SettingsInput = {}) => runOver(out, { cache: at('cache'), ...more });
const entries = () =>
  readdirSync(at('cache'), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /^[0-9a-f]{40}$/.test(entry.name),
  );

function writeCorpus(): void {
  writeFiles(folder.path, {
    'texts/a.txt': '深化改革，健全新型举国\n体制[1]，推动高质量发展。\n\n二、全面推进改革\n\n扩大高水平对外开放。\n',
    'texts/b.md': '# 关于深化改革的意见\n\n健全关键核心技术攻关体制，发展壮大民营经济。\n',
    'texts/c.pdf': Buffer.from(pdfOf([[{ text: 'Innovation policy', x: 60, y: 700 }]])),
    'texts/d.csv': 'text,year\n坚持改革开放。,2020\n坚持自立自强。,2021\n',
    'terms.csv': terms,
  });
}

describe('a run with a cache', () => {
  test('gives the same bytes as one without, the first time and the next', async () => {
    writeCorpus();
    const settings: SettingsInput = { tables: ['all'], text_column: 'text', by: 'year' };
    const plain = await runOver('plain', settings);
    const first = await cached('first', settings);
    const second = await cached('second', settings);
    expect([plain.wasSegmented, first.wasSegmented, second.wasSegmented]).toEqual([true, true, false]);
    expect(first.files).toEqual(plain.files);
    expect(second.files).toEqual(plain.files);
    expect(entries()).toHaveLength(5);
  });

  test('does only the documents that are new, and those that were renamed not', async () => {
    writeCorpus();
    await cached('first');
    writeFiles(folder.path, { 'texts/e.txt': '坚持自立自强。\n' });
    rmSync(at('texts/b.md'));
    writeFiles(folder.path, { 'texts/z.md': '# 关于深化改革的意见\n\n健全关键核心技术攻关体制，发展壮大民营经济。\n' });
    const before = entries().length;
    const { files } = await cached('second');
    expect(entries()).toHaveLength(before + 1);
    expect(files).toEqual((await runOver('plain')).files);
  });

  test.each([
    ['another category', terms.replace('改革,通用', '改革,改革'), false],
    ['a new term that no text has', `${terms}载人航天,科技\n`, false],
    ['a new term that a text has', `${terms}攻关体制,科技\n`, true],
    ['a new term around a citation mark', `${terms}体制，推动,科技\n`, true],
    ['a lost term that a text has', terms.replace('新型举国体制,科技\n', ''), true],
  ])('segments again after %s in the list only where it matters', async (_, list, again) => {
    writeCorpus();
    await cached('first');
    writeFiles(folder.path, { 'terms.csv': list });
    const { files, wasSegmented } = await cached('second');
    expect(wasSegmented).toBe(again);
    expect(files).toEqual((await runOver('plain')).files);
  });

  test.each<[string, SettingsInput]>([
    ['another form of marks', { punctuation: false }],
    ['another engine', { engine: 'jieba' }],
    ['another form of numbers', { number_units: 'glued' }],
  ])('knows no document of %s', async (_, settings) => {
    writeCorpus();
    await cached('first');
    expect((await cached('second', settings)).wasSegmented).toBe(true);
    expect((await cached('third', settings)).files).toEqual((await runOver('plain', settings)).files);
  });

  test('does a damaged document again', async () => {
    writeCorpus();
    const { files } = await cached('first');
    for (const { parentPath, name } of entries()) {
      const bytes = readFileSync(join(parentPath, name));
      bytes[bytes.length >> 1]! ^= 1;
      writeFileSync(join(parentPath, name), name < '8' ? bytes : bytes.subarray(0, 20));
    }
    const second = await cached('second');
    expect(second.wasSegmented).toBe(true);
    expect(second.files).toEqual(files);
    expect((await cached('third')).wasSegmented).toBe(false);
  });

  test('refuses a folder that holds something else, and writes nothing into it', async () => {
    writeCorpus();
    writeFiles(folder.path, { 'mine/notes.txt': '笔记' });
    await expect(cached('out', { cache: at('mine') })).rejects.toMatchObject({ code: 'output/not-a-cache' });
    expect(readFiles(at('mine'))).toEqual({ 'notes.txt': '笔记' });
  });

  test('takes no document from a cache that lies among the texts', async () => {
    writeCorpus();
    const plain = await runOver('plain');
    await runOver('first', { cache: at('texts/cache') });
    expect((await runOver('second', { cache: at('texts/cache') })).files).toEqual(plain.files);
  });
});

test('columns of any numbers come back', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(), fc.integer(), fc.constantFrom(0xffffffff, 0x80000000, 0))), (values) => {
      for (const column of [Uint32Array.from(values), Int32Array.from(values)]) {
        expect(unpackColumn(packColumn(column))).toEqual(column);
      }
    }),
  );
});
