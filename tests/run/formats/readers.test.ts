import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/model/table.ts';
import { tableRows } from '../../../src/write/csv-rows.ts';
import { canRun, formattedResult, output } from './formats-run.ts';

const result = formattedResult();
const file = (name: string) => join(result.path, name);

interface Resource {
  readonly path: string;
  readonly mediatype: string;
  readonly description: string;
  readonly schema?: {
    readonly fields: readonly { readonly name: string; readonly type: 'string' | 'integer' | 'number' }[];
  };
}

const resources = () =>
  (JSON.parse(readFileSync(file('datapackage.json'), 'utf8')) as { resources: Resource[] }).resources;
const csvTables = () => resources().filter(({ mediatype }) => mediatype === 'text/csv');

/** Rows of a table as they were before they were written. */
function rowsOf({ path, schema }: Resource): Cell[][] {
  const columns = schema!.fields.map(({ name, type }) => ({ name, type, en: '', zh: '' }));
  return [...tableRows(file(path), { name: '', en: '', zh: '', columns })];
}

describe('DuckDB reads the Parquet files', () => {
  const ask = async (sql: string) => {
    const connection = await (await DuckDBInstance.create()).connect();
    return (await connection.runAndReadAll(sql)).getRowsJson() as (string | number | null)[][];
  };
  const types = { string: ['VARCHAR'], integer: ['INTEGER', 'BIGINT'], number: ['DOUBLE'] };

  test('with the columns, types and cells of the CSV files', async () => {
    const tables = csvTables().filter(({ path }) => !path.startsWith('network_gephi'));
    expect(tables.length).toBeGreaterThan(12);
    for (const table of tables) {
      const parquet = file(table.path.replace('.csv', '.parquet')).replaceAll("'", "''");
      const columns = await ask(`describe select * from '${parquet}'`);
      expect(columns.map(([name]) => name)).toEqual(table.schema!.fields.map(({ name }) => name));
      table.schema!.fields.forEach(({ type }, i) => {
        expect(types[type]).toContain(columns[i]![1]);
      });
      const isWhole = columns.map(([, type]) => type === 'BIGINT');
      const found = await ask(`select * from '${parquet}'`);
      // DuckDB gives 64 bits as text, so that JavaScript does not round them.
      const typed = found.map((row) => row.map((cell, i) => (isWhole[i] && cell !== null ? Number(cell) : cell)));
      expect(typed, table.path).toEqual(rowsOf(table));
    }
  });

  test('with every word once, those that are counted as many as documents.csv says', async () => {
    const [[words]] = (await ask(`select sum(counted) from '${file('tokens.parquet')}'`)) as [[string]];
    const [[tokens]] = (await ask(`select sum(tokens) from '${file('documents.parquet')}'`)) as [[string]];
    expect(Number(words)).toBeGreaterThan(50);
    expect(words).toBe(tokens);
    expect(readdirSync(result.path)).not.toContain('tokens.csv');
  });

  test('with terms over the words that they are made of, and places that are those of the text', async () => {
    const found = await ask(
      `select string_agg(form, '' order by token), min(start), max("end") from '${file('tokens.parquet')}' where document = '2016/甲省.txt' and term = '新型举国体制' and sentence = 1`,
    );
    const [form, start, end] = found[0] as [string, number, number];
    expect(form).toBe('新型举国体制');
    const text = [...readFileSync(file('text/2016/甲省.txt.txt'), 'utf8')];
    expect(text.slice(start, end).join('')).toBe('新型举国体制');
  });

  test('with the version of the schema and the meaning of each column in the metadata', async () => {
    const found = await ask(
      `select decode(key), decode(value) from parquet_kv_metadata('${file('terms.parquet')}') where decode(key) in ('schema_version', 'description@zh:term')`,
    );
    expect(Object.fromEntries(found)).toEqual({ schema_version: 'cewen-tables/1', 'description@zh:term': '术语。' });
  });
});

describe.skipIf(!canRun('/usr/bin/python3', '-c', 'import networkx'))('networkx (python3-networkx) reads', () => {
  const graph = (name: string, reader: string) => {
    const program = `import json, networkx as nx
g = nx.${reader}(${JSON.stringify(file(name))})
print(json.dumps({'nodes': list(g.nodes(data=True)), 'edges': list(g.edges(data=True)), 'directed': g.is_directed()}))`;
    type Data = Record<string, unknown>;
    return JSON.parse(output('/usr/bin/python3', ['-c', program])) as {
      nodes: [string, Data][];
      edges: [string, string, Data][];
      directed: boolean;
    };
  };
  const table = (name: string) =>
    parse(readFileSync(file(name), 'utf8'), { columns: true }) as Record<string, string>[];

  test.each([
    ['network.gexf', 'read_gexf'],
    ['network.graphml', 'read_graphml'],
  ])('%s with the nodes and edges of the tables', (name, reader) => {
    const { nodes, edges, directed } = graph(name, reader);
    expect(directed).toBe(false);
    const label = new Map(nodes.map(([id, data]) => [id, data.label]));
    const expected = table('network_nodes.csv');
    expect(nodes.map(([, data]) => data.label)).toEqual(expected.map(({ id }) => id));
    expect(nodes.map(([, data]) => [data.frequency, data.betweenness])).toEqual(
      expected.map(({ frequency, betweenness }) => [Number(frequency), Number(betweenness)]),
    );
    expect(nodes.find(([, data]) => data.label === '企业')![1].category).toBe('主体');
    const key = (a: unknown, b: unknown, joint: unknown) => [String(a), String(b)].sort().join(' ') + joint;
    expect(edges.map(([a, b, data]) => key(label.get(a), label.get(b), data.joint)).sort()).toEqual(
      table('network_edges.csv')
        .map(({ source, target, joint }) => key(source, target, joint))
        .sort(),
    );
  });

  test('the years in which terms and pairs occur, and what Gephi draws', () => {
    const { nodes, edges } = graph('network.gexf', 'read_gexf');
    const [, enterprise] = nodes.find(([id]) => id === '企业')!;
    expect(enterprise.spells).toEqual([
      ['2016-01-01', '2017-12-31'],
      ['2020-01-01', '2020-12-31'],
    ]);
    const sizes = nodes.map(([, { viz }]) => (viz as { size: number }).size);
    expect(Math.max(...sizes)).toBe(48);
    expect(enterprise.viz).toMatchObject({ color: { a: 1 }, position: { z: 0 } });
    // 科技 and 自立自强 share a sentence in 2016 and 2017 only.
    const pair = edges.find(([a, b]) => [a, b].includes('科技') && [a, b].includes('自立自强'))!;
    expect(pair[2].spells).toEqual([['2016-01-01', '2017-12-31']]);
  });
});

const calc = canRun('soffice', '--version') && readdirSync('/usr/lib/libreoffice/program').includes('libsclo.so');
describe.skipIf(!calc)('LibreOffice (libreoffice-calc) reads tables.xlsx', () => {
  test('with every sheet, its numbers as numbers and its texts as they are', () => {
    // Field 8 gives values as they are held, not as they are shown; field 12 takes every sheet.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
    const profile = `-env:UserInstallation=file://${join(result.root, 'profile')}`;
    const folder = join(result.root, 'sheets');
    output('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, file('tables.xlsx')]);
    for (const table of csvTables().filter(({ path }) => !path.startsWith('network_gephi'))) {
      const name = table.path.replace('.csv', '');
      const [head, ...rows] = parse(readFileSync(join(folder, `tables-${name}.csv`), 'utf8')) as string[][];
      expect(head).toEqual(table.schema!.fields.map(({ name }) => name));
      const expected = rowsOf(table).map((row) => row.map((cell) => (cell === null ? '' : cell)));
      const typed = rows.map((row, at) =>
        row.map((cell, i) => (typeof expected[at]?.[i] === 'number' ? Number(cell) : cell)),
      );
      expect(typed, name).toEqual(expected);
    }
    const about = readFileSync(join(folder, 'tables-about.csv'), 'utf8');
    for (const { description } of csvTables().slice(0, 3)) expect(about).toContain(description.slice(0, 20));
  }, 60_000);
});

describe('hucre reads tables.xlsx', () => {
  test('with the cells of the tables, typed, and heads that stay where they are', async () => {
    const { sheets } = await readXlsx(new Uint8Array(readFileSync(file('tables.xlsx'))), { readStyles: true });
    const tables = csvTables().filter(({ path }) => !path.startsWith('network_gephi'));
    expect(sheets.map(({ name }) => `${name}.csv`)).toEqual([...tables.map(({ path }) => path), 'about.csv']);
    for (const [i, table] of tables.entries()) {
      const [head, ...rows] = sheets[i]!.rows;
      const width = table.schema!.fields.length;
      expect(head).toEqual(table.schema!.fields.map(({ name }) => name));
      // A row ends with its last cell that is not empty.
      const filled = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null));
      expect(filled, table.path).toEqual(rowsOf(table));
      expect(sheets[i]!.freezePane).toMatchObject({ rows: 1 });
    }
  });
});

describe('Python reads the CSV files', () => {
  const has = canRun('python3', '--version');
  test.skipIf(!has)('as its csv module does, with Chinese intact', () => {
    const program = `import csv, json, sys
print(json.dumps([list(csv.reader(open(path, encoding='utf-8', newline=''))) for path in sys.argv[1:]]))`;
    const paths = csvTables().map(({ path }) => path);
    const found = JSON.parse(output('python3', ['-X', 'utf8', '-c', program, ...paths.map(file)])) as string[][][];
    for (const [i, path] of paths.entries()) expect(found[i], path).toEqual(parse(readFileSync(file(path), 'utf8')));
  });
});

describe.skipIf(!canRun('Rscript', '--version'))('R (r-base-core) reads the CSV files', () => {
  test('by read.csv, with Chinese intact, and an empty cell as missing', () => {
    const script = join(result.root, 'read.R');
    writeFileSync(
      script,
      `args <- commandArgs(TRUE)
for (path in args) {
  d <- read.csv(path, fileEncoding = "UTF-8", encoding = "UTF-8", na.strings = "", check.names = FALSE, colClasses = "character")
  cat("table", basename(path), nrow(d), ncol(d), "\\n")
  for (i in seq_len(nrow(d))) for (j in seq_len(ncol(d))) cat(if (is.na(d[i, j])) "NA" else enc2utf8(d[i, j]), "\\u001f", sep = "")
  cat("\\u001e\\n")
}`,
    );
    const paths = ['documents.csv', 'terms.csv', 'occurrences.csv', 'blocks.csv', 'network_gephi_nodes.csv'];
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    Object.assign(process.env, env);
    const text = output('Rscript', ['--vanilla', script, ...paths.map(file)]);
    const tables = text.split('\u001e\n').slice(0, -1);
    for (const [i, path] of paths.entries()) {
      const rows = (parse(readFileSync(file(path), 'utf8')) as string[][]).slice(1);
      const cells = tables[i]!.slice(tables[i]!.indexOf('\n') + 1)
        .split('\u001f')
        .slice(0, -1);
      expect(cells, path).toEqual(rows.flat().map((cell) => (cell === '' ? 'NA' : cell)));
    }
  });
});

describe('VOSviewer', () => {
  test('gets a map, a network and a JSON file that say the same, by its rules', () => {
    const json = JSON.parse(readFileSync(file('network_vosviewer.json'), 'utf8'));
    expect(Object.keys(json)).toEqual(['network', 'config']);
    const { items, links } = json.network;
    const lines = (name: string) =>
      readFileSync(file(name), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t'));
    const [head, ...map] = lines('network_vosviewer_map.txt');
    expect(head!.slice(0, 5)).toEqual(['id', 'label', 'x', 'y', 'cluster']);
    for (const name of head!.slice(5)) expect(name).toMatch(/^weight<[^>]+>$/);
    type Item = { id: number; label: string; x: number; y: number; cluster: number; weights: Record<string, number> };
    expect(map).toEqual(
      items.map(({ id, label, x, y, cluster, weights }: Item) =>
        [id, label, x, y, cluster, ...Object.values(weights)].map(String),
      ),
    );
    expect(items.map(({ id }: Item) => id)).toEqual(items.map((_: Item, i: number) => i + 1));
    expect(items.every(({ cluster }: Item) => Number.isInteger(cluster) && cluster >= 1)).toBe(true);
    type Link = { source_id: number; target_id: number; strength: number };
    expect(lines('network_vosviewer_network.txt')).toEqual(
      links.map(({ source_id, target_id, strength }: Link) => [source_id, target_id, strength].map(String)),
    );
    expect(links.length).toBeGreaterThan(5);
    expect(links.every(({ strength }: Link) => strength > 0)).toBe(true);
  });
});
