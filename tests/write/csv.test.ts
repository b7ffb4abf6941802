import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { significant } from '../../src/measure/significant.ts';
import type { Cell, TableSchema } from '../../src/model/table.ts';
import { CsvWriter } from '../../src/write/csv.ts';
import { FileWriter } from '../../src/write/file-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'cewen-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

const schema = (width: number): TableSchema => ({
  name: 't',
  en: '',
  zh: '',
  columns: Array.from({ length: width }, (_, i) => ({ name: `c${i}`, type: 'string', en: '', zh: '' })),
});

let number = 0;
function written(rows: readonly (readonly Cell[])[], width: number, excel = false): string {
  const path = join(folder, `${number++}.csv`);
  const writer = new CsvWriter(new FileWriter(path), schema(width), excel);
  for (const row of rows) writer.row(row);
  writer.close();
  return readFileSync(path, 'utf8');
}

const cell = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(significant),
  fc.double({ min: -1000, max: 1000, noNaN: true }).map(significant),
  fc.tuple(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), fc.nat(16)).map(([n, d]) => Number(`${n}e-${d}`)),
  fc.string({ unit: fc.constantFrom('中', 'a', '"', ',', '\n', '\r', '=', '+', '-', '@', '\t', '＝', "'", ' ') }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);

test('every table is, byte for byte, what csv-stringify makes of it, a text that looks guarded being guarded once more', () => {
  const guardedTwice = (value: Cell) => (/^'+[=+\-@\t\r＝＋－＠]/.test(String(value)) ? `'${value}` : value);
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 }), (rows) => {
      const expected = stringify([['c0', 'c1', 'c2'], ...rows.map((row) => row.map(guardedTwice))], {
        record_delimiter: '\n',
        escape_formulas: true,
      });
      expect(written(rows, 3)).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

test('half a surrogate pair becomes the replacement character, as in all that Node writes', () => {
  expect(written([['a\ud840', '\udc00b', '\ud840\udc00']], 3)).toBe('c0,c1,c2\na\ufffd,\ufffdb,𠀀\n');
});

test('a row too long for the buffer is written whole', () => {
  const long = '长'.repeat(300_000);
  expect(written([['a'], [long], ['b']], 1)).toBe(`c0\na\n${long}\nb\n`);
});

test('a reader gets the cells back, but for the apostrophe before a formula', () => {
  const rows: Cell[][] = [
    ['他说："好，"', 'a\nb', null],
    ['=1+1', '-5', -5],
    ['@SUM', '+86', 0.25],
    ['\t缩进', '＝全角', 1e-7],
  ];
  expect(parse(written(rows, 3))).toEqual([
    ['c0', 'c1', 'c2'],
    ['他说："好，"', 'a\nb', ''],
    ["'=1+1", "'-5", '-5'],
    ["'@SUM", "'+86", '0.25'],
    ["'\t缩进", "'＝全角", '1e-7'],
  ]);
});

test('the byte order mark stands before the header, and only when it is asked for', () => {
  expect(written([], 1)).toBe('c0\n');
  expect(written([['甲']], 1, true)).toBe('\ufeffc0\n甲\n');
});

test('a row of the wrong width is refused', () => {
  expect(() => written([['a', 'b']], 3)).toThrow('2 cells for 3 columns');
});
