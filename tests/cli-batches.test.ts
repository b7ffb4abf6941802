import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from './built.ts';
import { cewen } from './command.ts';
import { readFiles, temporaryFolder, writeFiles } from './folders.ts';
import { pdfOf } from './ingest/pdf/pdf-file.ts';

beforeAll(ensureBuilt, 300_000);

const folder = temporaryFolder();

test('a batch that waits for a library is answered before the batches after it', () => {
  const pages = [[{ text: 'Innovation policy', x: 60, y: 700 }]];
  const texts = Array.from({ length: 150 }, (_, i) => [`texts/b${String(i).padStart(3, '0')}.txt`, `坚持改革${i}。\n`]);
  writeFiles(folder.path, { 'texts/a.pdf': Buffer.from(pdfOf(pages)), ...Object.fromEntries(texts) });
  for (const count of ['1', '2', '3']) {
    const { code, stderr } = cewen(['run', 'texts', '--out', `threads${count}`, '--workers', count], {
      cwd: folder.path,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  }
  expect(cewen(['run', 'texts', '--out', 'alone', '--workers', '0'], { cwd: folder.path }).code).toBe(0);
  const results = ['alone', 'threads1', 'threads2', 'threads3'].map((name) => readFiles(join(folder.path, name)));
  for (const { 'run-log.jsonl': _, ...files } of results) {
    for (const [name, content] of Object.entries(files)) expect(content, name).toBe(results[0]![name]);
    expect(Object.keys(files)).toHaveLength(Object.keys(results[0]!).length - 1);
  }
});
