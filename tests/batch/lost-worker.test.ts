import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../built.ts';
import { cewen } from '../command.ts';
import { readFiles, temporaryFolder, writeFiles } from '../folders.ts';

beforeAll(ensureBuilt, 300_000);

const folder = temporaryFolder();
const at = (name: string) => join(folder.path, name);

/** Makes a thread end or hang when it reads a document of such a name. */
const accident = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';
if (!isMainThread) {
  const does = {
    exit() { process.exit(3); },
    hang() { for (;;); },
  };
  for (const name of ['readFileSync', 'openSync']) {
    const real = fs[name];
    fs[name] = (path, ...args) => {
      does[/(\\w+)-now\\.txt$/.exec(String(path))?.[1]]?.();
      return real(path, ...args);
    };
  }
  syncBuiltinESMExports();
}
`;

test('documents at which their thread ends or hangs are reported, and the rest is as without them', {
  timeout: 120_000,
}, () => {
  const sound = Object.fromEntries(
    Array.from({ length: 150 }, (_, i) => [
      `texts/${String(i).padStart(3, '0')}.txt`,
      `关于第${i}号规划的通知\n\n　　健全新型举国体制，完成${i}项任务。\n`,
    ]),
  );
  writeFiles(folder.path, { ...sound, 'accident.mjs': accident });
  const run = (out: string, ...more: string[]) =>
    cewen(['run', 'texts', '--out', out, '--workers', '2', '--no-report', ...more], {
      cwd: folder.path,
      env: { NODE_OPTIONS: `--import ${pathToFileURL(at('accident.mjs'))}` },
    });
  expect(run('without').code).toBe(0);
  writeFiles(folder.path, {
    'texts/020a-exit-now.txt': '坚持改革开放。\n',
    'texts/070a-hang-now.txt': '坚持改革开放。\n',
  });
  const { code, stdout, stderr } = run('with', '--document-seconds', '2');
  expect(stdout).toContain('152 documents (2 failed)');
  expect(code).toBe(1);
  expect(stderr).toMatch(/020a-exit-now\.txt error run\/failed-document .*ended with code 3/);
  expect(stderr).toMatch(/070a-hang-now\.txt error input\/too-slow/);
  const [without, with_] = [readFiles(at('without')), readFiles(at('with'))];
  for (const name of ['words.csv', 'terms.csv', 'cooccurrence.csv', 'blocks.csv', 'occurrences.csv', 'citations.csv']) {
    expect(with_[name], name).toBe(without[name]);
  }
  const documents = parse(with_['documents.csv']!, { columns: true }) as { document: string; status: string }[];
  const failed = documents.filter(({ status }) => status === 'failed').map(({ document }) => document);
  expect(failed).toEqual(['020a-exit-now.txt', '070a-hang-now.txt']);
});
