import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { settingsToday } from '../../../src/run/command/settings-today.ts';
import { documentFormatNames } from '../../../src/run/format-names.ts';
import { documentFormats } from '../../../src/run/formats/document-formats.ts';
import { run } from '../../../src/run/run.ts';
import { verify } from '../../../src/run/verify/verify.ts';
import { readFiles } from '../../folders.ts';
import { dataPackageProfile } from '../../write/data-package-profile.ts';
import { formattedResult } from './formats-run.ts';

const result = formattedResult({ formats: ['all'] });
const file = (name: string) => join(result.path, name);
const settings = () => ({
  paths: [join(result.root, 'texts')],
  terms: [join(result.root, 'terms.csv')],
  by: 'year',
  workers: 0,
});

const made = [
  'terms.parquet',
  'tables.xlsx',
  'network.gexf',
  'network.graphml',
  'network_vosviewer.json',
  'network_vosviewer_map.txt',
  'network_vosviewer_network.txt',
  'network_gephi_nodes.csv',
  'network_gephi_edges.csv',
];

describe('the forms of tables and networks', () => {
  test('are files of the result like all others: in the manifest and the data package, with their digests', () => {
    const manifest = JSON.parse(readFileSync(file('manifest.json'), 'utf8'));
    const { resources } = JSON.parse(readFileSync(file('datapackage.json'), 'utf8'));
    type Entry = { path: string; bytes: number; sha256?: string; hash?: string };
    for (const name of made) {
      const bytes = readFileSync(file(name));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      expect(manifest.outputs.find(({ path }: Entry) => path === name)).toEqual({
        path: name,
        bytes: bytes.length,
        sha256,
      });
      expect(resources.find(({ path }: Entry) => path === name)).toMatchObject({
        bytes: bytes.length,
        hash: `sha256:${sha256}`,
      });
    }
    expect(new Set(resources.map(({ path }: Entry) => path)).size).toBe(resources.length);
  });

  test('make a valid and complete data package: every file but the manifest and the log, with names of their own', () => {
    const description = dataPackageProfile.parse(JSON.parse(readFileSync(file('datapackage.json'), 'utf8')));
    const apart = new Set(['datapackage.json', 'manifest.json', 'run-log.jsonl']);
    const files = Object.keys(readFiles(result.path)).filter((name) => !apart.has(name));
    expect(description.resources.map(({ path }) => path).sort()).toEqual(files);
    expect(new Set(description.resources.map(({ name }) => name)).size).toBe(files.length);
    for (const { path, bytes, hash, schema, encoding, mediatype } of description.resources) {
      const content = readFileSync(file(path));
      expect({ bytes, hash }).toEqual({
        bytes: content.length,
        hash: `sha256:${createHash('sha256').update(content).digest('hex')}`,
      });
      expect(encoding === 'utf-8', path).toBe(!/\.(parquet|xlsx)$/.test(path));
      if (mediatype !== 'text/csv') continue;
      const [head, ...rows] = parse(content) as string[][];
      expect(head).toEqual(schema!.fields.map(({ name }) => name));
      schema!.fields.forEach(({ type }, i) => {
        const pattern = type === 'integer' ? /^(-?\d+)?$/ : type === 'number' ? /^(-?[\d.]+(e[-+]\d+)?)?$/ : /^/;
        for (const row of rows) expect(row[i]).toMatch(pattern);
      });
    }
  });

  test('are made again, byte for byte, by verify and with several workers', async () => {
    const { causes, different } = await verify(result.path, [], settingsToday);
    expect({ causes, different }).toEqual({ causes: [], different: [] });
    const out = join(result.root, 'again');
    await run({ ...settings(), out, workers: 2, formats: ['all'], network: { min_joint: 1 } });
    const { outputs } = JSON.parse(readFileSync(file('manifest.json'), 'utf8')) as { outputs: { path: string }[] };
    expect(outputs.map(({ path }) => path)).toEqual(expect.arrayContaining(made));
    for (const { path: name } of outputs)
      expect(readFileSync(join(out, name)).equals(readFileSync(file(name))), name).toBe(true);
  }, 60_000);

  test('of documents each have a folder of their own, and a path of a document that every system can have', () => {
    // The texts have no tables.
    const folders = [...new Set(documentFormats.flatMap(({ folder, isSparse }) => (isSparse ? [] : [folder])))];
    expect(new Set(documentFormats.map(({ name }) => name))).toEqual(new Set(documentFormatNames));
    const files = Object.keys(readFiles(result.path));
    for (const folder of folders)
      expect(files.filter((name) => name.startsWith(`${folder}/`)).length, folder).toBeGreaterThan(0);
    expect(files.filter((name) => /[\\:"<>|?*]/.test(name))).toEqual([]);
  });

  test('leave the CSV files as they are without them', async () => {
    const out = join(result.root, 'plain');
    await run({ ...settings(), out, network: { min_joint: 1 } });
    const plain = readFiles(out);
    const found = readFiles(result.path);
    expect(Object.keys(plain)).not.toContain('terms.parquet');
    for (const name of Object.keys(plain)) {
      if (name.endsWith('.csv')) expect(found[name], name).toBe(plain[name]);
    }
  }, 60_000);

  test('say so where there is no network', async () => {
    const out = join(result.root, 'none');
    await run({ ...settings(), out, tables: ['terms', 'messages'], formats: ['gexf', 'gephi'] });
    const files = readFiles(out);
    expect(files['messages.csv']).toContain('write/no-network');
    expect(files['messages.csv']).toContain('gexf, gephi');
    expect(Object.keys(files)).not.toContain('network.gexf');
  });
});
