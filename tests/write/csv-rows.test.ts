import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Cell, TableSchema } from '../../src/model/table.ts';
import { CsvWriter } from '../../src/write/csv.ts';
import { tableRows } from '../../src/write/csv-rows.ts';
import { FileWriter } from '../../src/write/file-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'cewen-rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

const schema: TableSchema = {
  name: 't',
  en: '',
  zh: '',
  columns: [
    { name: 'text', type: 'string', en: '', zh: '' },
    { name: 'count', type: 'integer', en: '', zh: '' },
    { name: 'value', type: 'number', en: '', zh: '' },
  ],
};

let number = 0;
function readBack(rows: readonly (readonly Cell[])[], excel = false): Cell[][] {
  const path = join(folder, `${number++}.csv`);
  const writer = new CsvWriter(new FileWriter(path), schema, excel);
  for (const row of rows) writer.row(row);
  writer.close();
  return [...tableRows(path, schema)];
}

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('中', '𫜰', 'a', '"', ',', '\n', '\r', '=', '-', '＝', "'", '\t'), minLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1 }),
);
const row = fc.tuple(
  fc.option(text),
  fc.option(fc.integer()),
  fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0 || 0)),
);

test('what was written comes back: texts without their guards, numbers, empty cells', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.boolean(), (rows, excel) => {
      expect(readBack(rows, excel)).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});

test('rows that lie across the pieces in which a file is read come back whole', () => {
  const rows = Array.from({ length: 9 }, (_, i) => [`"${'长，"\n'.repeat(100_000 + i)}`, i, null]);
  expect(readBack(rows)).toEqual(rows);
});
