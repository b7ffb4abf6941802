import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { canRun, formattedResult, output } from './formats-run.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const page = readFileSync(join(root, 'docs/recipes.md'), 'utf8');

interface Recipe {
  readonly program: string;
  /** What the page says that it prints, by lines; the numbers are those of the sample corpus of that day. */
  readonly shown: readonly string[] | undefined;
}

/** Recipes of a language that the page says are run. */
function recipes(language: string): Recipe[] {
  const blocks = page.matchAll(
    new RegExp(`\`\`\`${language} run\\n(.*?)\`\`\`\\n(?:\\n\`\`\`text\\n(.*?)\`\`\`)?`, 'gs'),
  );
  return [...blocks].map(([, program, shown]) => ({ program: program!, shown: shown?.trimEnd().split('\n') }));
}

const result = formattedResult({
  paths: [join(root, 'corpus')],
  terms: ['builtin'],
  network: {},
  formats: ['parquet', 'gexf'],
});

/** Runs where `output` is the result. */
function printed(command: string, args: readonly string[], name: string, program: string): string[] {
  const path = join(result.root, name);
  // Programs are run from the folder that holds the result, as the page says.
  const text = program.replaceAll('output/', `${result.path}/`);
  writeFileSync(path, text);
  return output(command, [...args, path], undefined)
    .trimEnd()
    .split('\n');
}

/** Signs and words stay; numbers may be others as the dictionary grows, and so may the width of a column. */
const shape = (line: string | undefined) => line?.replace(/[\d.]+/g, '0').replace(/ +/g, ' ');

function expectLike(lines: readonly string[], shown: readonly string[]): void {
  expect(lines.length).toBe(shown.length);
  expect(shape(lines[0])).toBe(shape(shown[0]));
}

describe('the recipes of docs/recipes.md', () => {
  test('are there', () => {
    expect([recipes('r').length, recipes('python').length, recipes('sql').length]).toEqual([1, 2, 2]);
  });

  describe.skipIf(!canRun('Rscript', '--version'))('for R', () => {
    test.each(recipes('r'))('run and print what the page shows: $program', ({ program, shown }) => {
      process.env.LC_ALL = 'C.UTF-8';
      expectLike(printed('Rscript', ['--vanilla'], 'recipe.R', program), shown!);
    });
  });

  describe.skipIf(!canRun('/usr/bin/python3', '-c', 'import pandas, networkx'))('for Python', () => {
    test.each(recipes('python'))('run and print what the page shows: $program', ({ program, shown }) => {
      expectLike(printed('/usr/bin/python3', ['-X', 'utf8'], 'recipe.py', program), shown!);
    });
  });

  test.each(recipes('sql'))('for DuckDB run: $program', async ({ program, shown }) => {
    const connection = await (await DuckDBInstance.create()).connect();
    const rows = (await connection.runAndReadAll(program.replaceAll('output/', `${result.path}/`))).getRowsJson();
    expect(rows.length).toBeGreaterThan(1);
    if (shown !== undefined) expect(rows.map((row) => row.join(' | '))).toEqual(shown);
  });
});
