import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = new URL('..', import.meta.url);
const path = (name: string) => fileURLToPath(new URL(name, root));
const read = (name: string) => JSON.parse(readFileSync(path(name), 'utf8'));
const manifest = read('package.json');
const lock = read('package-lock.json');

/** What the main job needs. A new one is a decision: add it here with the reason in docs/architecture.md. */
const allowed = [
  '@embedpdf/pdfium',
  'cheerio',
  'cli-progress',
  'commander',
  'csv-parse',
  'csv-stringify',
  'echarts',
  'fflate',
  'hyparquet-writer',
  'natural',
  'opencc-js',
  'yaml',
  'zod',
];
const allowedOptional = ['nodejieba'];

describe('package.json', () => {
  test('names exact versions, and the lock has them', () => {
    const groups = ['dependencies', 'optionalDependencies', 'devDependencies'];
    for (const group of groups) {
      for (const [name, version] of Object.entries<string>(manifest[group])) {
        expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-r\.\d+)?$/);
        expect(lock.packages[`node_modules/${name}`].version, name).toBe(version);
      }
    }
  });

  test('has only the dependencies that were decided on', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual(allowed);
    expect(Object.keys(manifest.optionalDependencies).sort()).toEqual(allowedOptional);
  });

  test('asks for the runtime that the program is tested on', () => {
    expect(manifest.type).toBe('module');
    expect(manifest.engines.node).toBe('>=20.19');
    expect(lock.packages[''].engines.node).toBe(manifest.engines.node);
    expect(lock.version).toBe(manifest.version);
  });

  test('has the commands that the README names', () => {
    expect(manifest.scripts).toMatchObject({
      start: expect.stringContaining('run corpus'),
      test: 'vitest run',
      build: expect.any(String),
      bench: expect.any(String),
      lint: expect.any(String),
      types: expect.any(String),
      unused: 'knip',
    });
  });

  test('packs what a user needs, and each of it exists', () => {
    expect(manifest.files).toEqual(expect.arrayContaining(['dist', 'lexicon', 'corpus', 'LICENSE', 'NOTICE']));
    for (const name of manifest.files) expect(existsSync(path(name)), name).toBe(true);
  });

  test('points its command and its entries at files of the build', () => {
    const targets = [
      manifest.bin.cewen,
      ...Object.values<Record<string, string>>(manifest.exports).flatMap(Object.values),
    ];
    for (const target of targets as string[]) expect(existsSync(path(target)), target).toBe(true);
    expect(readFileSync(path(manifest.bin.cewen), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test('gives the stages to a program that imports it', async () => {
    const entry = await import(path('dist/index.js'));
    expect(entry).toMatchObject({
      run: expect.any(Function),
      createRepair: expect.any(Function),
      createNormalise: expect.any(Function),
      createSegment: expect.any(Function),
      createTag: expect.any(Function),
      CorpusError: expect.any(Function),
    });
    const measure = await import(path('dist/measure/index.js'));
    expect(measure.association).toBeInstanceOf(Function);
  });
});
