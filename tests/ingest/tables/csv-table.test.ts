import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvRecords } from '../../../src/ingest/tables/csv-records.ts';
import { openCsv } from '../../../src/ingest/tables/csv-table.ts';

const open = (text: string, format = 'csv') => openCsv({ text, encoding: 'utf-8', messages: [] }, format);
const rows = (text: string, format = 'csv') => {
  const table = open(text, format);
  return [table.header, ...Array.from({ length: table.rowCount }, (_, row) => table.cells(row))];
};

/** All records, as a reader of everything would give them. */
function records(text: string, separator = ','): string[][] {
  const reader = new CsvRecords(text, separator);
  const found: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const cells: string[] = [];
    at = reader.read(at, cells);
    found.push(cells);
  }
  return found;
}

const cell = fc.string({
  unit: fc.constantFrom('国', '策', 'a', ' ', '"', ',', ';', '\t', '\n', '\r\n', '𫜰'),
  maxLength: 12,
});
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));

describe('what csv-stringify writes is read back', () => {
  test.each([',', ';', '\t'])('with the separator %j, cell by cell', (delimiter) => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (cells, record_delimiter) => {
        expect(records(stringify(cells, { delimiter, record_delimiter, quoted_match: /[\r\n]/ }), delimiter)).toEqual(
          cells,
        );
      }),
    );
  });

  test('with its separator found and the header apart', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(',', ';', '\t'),
        fc.array(fc.tuple(cell, cell), { minLength: 1 }),
        (delimiter, body) => {
          const text = stringify([['编号', '正文'], ...body], { delimiter, quoted: true });
          expect(rows(text)).toEqual([['编号', '正文'], ...body]);
        },
      ),
    );
  });

  test('each record from its own beginning, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), fc.nat(), (body, some) => {
        const opened = open(stringify([['a', 'b'], ...body], { quoted: true }));
        const row = some % body.length;
        expect(opened.rowCount).toBe(body.length);
        expect(opened.cells(row)).toEqual(body[row]);
      }),
    );
  });
});

test('whatever csv-parse takes for well formed is read as it reads it', () => {
  const text = fc.string({ unit: fc.constantFrom('"', '""', ',', '\n', 'a', '策', '"a,', '\n"'), maxLength: 20 });
  let compared = 0;
  fc.assert(
    fc.property(text, (text) => {
      let expected: string[][];
      try {
        expected = parse(text, { relax_column_count: true, record_delimiter: '\n' });
      } catch {
        return;
      }
      compared++;
      expect(records(text)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
  expect(compared).toBeGreaterThan(200);
});

describe('tables as people have them', () => {
  test.each([
    [
      'a comma',
      '题目,正文\n甲,乙\n',
      [
        ['题目', '正文'],
        ['甲', '乙'],
      ],
    ],
    [
      'a semicolon, as Excel writes it in half of Europe',
      '题目;正文\n甲;乙，丙,丁\n',
      [
        ['题目', '正文'],
        ['甲', '乙，丙,丁'],
      ],
    ],
    [
      'a tab',
      '题目\t正文\n甲\t乙,丙\n',
      [
        ['题目', '正文'],
        ['甲', '乙,丙'],
      ],
    ],
    [
      'a separator that is stated',
      'sep=;\r\n题目;正文\r\n甲;乙\r\n',
      [
        ['题目', '正文'],
        ['甲', '乙'],
      ],
    ],
    ['no separator at all', '正文\n一，二,三\n四；五;六\n', [['正文'], ['一，二,三'], ['四；五;六']]],
    [
      'a title above the names',
      '2023年政策一览表,,\n题目,年份,正文\n甲,2023,乙\n',
      [
        ['题目', '年份', '正文'],
        ['甲', '2023', '乙'],
      ],
    ],
    [
      'a last line without a break',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'an empty last cell',
      'a,b\n1,',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['empty lines, which count', 'a,b\n\n1,2\n', [['a', 'b'], [''], ['1', '2']]],
    [
      'breaks as old programs for the Mac write them',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['nothing', '', [[]]],
  ])('%s', (_what, text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  test('a cell that begins with a quoted word keeps its quotes', () => {
    expect(rows('a,b\n"放管服"改革,1\n')).toEqual([
      ['a', 'b'],
      ['"放管服"改革', '1'],
    ]);
  });

  test('a quote that is never closed is part of its cell, and told with its line', () => {
    const opened = open('a,b\n1,2\n"3,4\n5,6\n');
    expect([0, 1, 2].map(opened.cells)).toEqual([
      ['1', '2'],
      ['"3', '4'],
      ['5', '6'],
    ]);
    expect(opened.messages).toEqual([{ severity: 'warning', rule: 'ingest/unclosed-quote', values: { line: 3 } }]);
  });

  test('the line of a row is that of the file, line breaks in cells counted', () => {
    const opened = open('a,b\r\n"1\r\n2",3\r\n4,5\r\n');
    expect([opened.lineOf(0), opened.lineOf(1)]).toEqual([2, 4]);
  });
});
