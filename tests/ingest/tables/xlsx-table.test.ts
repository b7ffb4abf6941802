import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Corpus, listCorpus } from '../../../src/ingest/corpus.ts';
import { readDocument } from '../../../src/ingest/read-document.ts';
import { serialDate } from '../../../src/ingest/tables/serial-date.ts';
import { openXlsx } from '../../../src/ingest/tables/xlsx-table.ts';
import { describeWithData } from '../../shared-data.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { row, workbook } from './workbook.ts';

const text = '坚持新型举国体制。';
const list = (bytes: Buffer) => listCorpus([temporaryFolder({ 'z.txt': text, 'a.xlsx': bytes })]);
const ids = (corpus: Corpus) => corpus.files.map(({ id }) => id).filter((id) => id !== 'z.txt');
const told = ({ messages }: Corpus) =>
  messages.map(({ document, message: { severity, rule, values = {} } }) =>
    [severity, rule, document, ...Object.values(values)].join(' '),
  );
const read = async (corpus: Corpus, id: string) => readDocument(corpus.files.find((file) => file.id === id)!, {});
const cells = (bytes: Buffer, sheet = 0) => {
  const table = openXlsx(bytes, 'a.xlsx').table(sheet);
  return Array.from({ length: table.rowCount }, (_, i) => Array.from(table.cells(i) ?? [], (cell) => cell ?? ''));
};

test('a row of a workbook is a document, with the number that it has under the header', async () => {
  const rows =
    row(3, '标题', '年份', '正文') + row(4, '甲', '2020', text) + row(6, '乙', '', `${text}二`) + row(7, '丙', '1');
  const corpus = list(workbook([{ name: '表', rows: row(1, '政策一览表') + rows }]));
  expect(ids(corpus)).toEqual(['a.xlsx#1', 'a.xlsx#3']);
  expect(await read(corpus, 'a.xlsx#1')).toMatchObject({
    raw: text,
    meta: { title: '甲', 年份: '2020' },
    format: 'xlsx',
    encoding: '',
  });
  expect(await read(corpus, 'a.xlsx#3')).toMatchObject({ raw: `${text}二`, meta: { title: '乙' } });
  expect(told(corpus)).toEqual(['warning ingest/table-empty-texts a.xlsx 1 7']);
});

describe('cells', () => {
  test('are strings in runs without their readings, numbers, switches, and nothing where there is an error', () => {
    const strings =
      '<si><r><rPr><b/></rPr><t>举国</t></r><r><t xml:space="preserve"> 体制</t></r><rPh sb="0" eb="1"><t>jǔ</t></rPh></si><si><t>a&amp;b_x000D_&#10;&#x4e2d;</t></si>';
    const rows = `${row(1, 'a', 'b')}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c t="b"><v>1</v></c>
      <c t="e"><v>#N/A</v></c><c t="str"><f>A1&amp;"x"</f><v>结果</v></c><c><v>0.30000000000000004</v></c><c><v>1.2E3</v></c>
      <c t="inlineStr"><is><t><![CDATA[<甲>]]></t></is></c><c/></row>`;
    expect(cells(workbook([{ name: 'S', rows }], { strings }))).toEqual([
      ['举国 体制', 'a&b\r\n中', 'TRUE', '', '结果', '0.30000000000000004', '1200', '<甲>'],
    ]);
  });

  test('with the format of a date are dates', () => {
    const styles = `<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="171" formatCode="0.0&quot;days&quot;[Red]"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>`;
    const dated = [0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>45292.75</v></c>`).join('');
    const rows = `${row(1, 'a', 'b')}<row r="2">${dated}</row>`;
    const date = '2024-01-01T18:00:00';
    expect(cells(workbook([{ name: 'S', rows }], { styles }))).toEqual([['45292.75', date, date, date, '45292.75']]);
    expect(cells(workbook([{ name: 'S', rows }], { styles, settings: 'date1904="1"' }))[0]![1]).toBe(
      '2028-01-02T18:00:00',
    );
  });

  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [36_585, '2000-02-29'],
    [0.5, '12:00:00'],
    [2_958_465, '9999-12-31'],
  ])('day %d is %s', (serial, date) => expect(serialDate(serial, false)).toBe(date));

  test('that are merged belong to all their rows, but a text is one document', async () => {
    const rows =
      row(1, '部门', 'text') +
      row(2, '甲', text) +
      row(3, '', '') +
      row(4, '', `${text}二`) +
      row(5, '乙', `${text}三`);
    const more = '<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="B2:B3"/></mergeCells>';
    const corpus = list(workbook([{ name: 'S', rows, more }]));
    expect(ids(corpus)).toEqual(['a.xlsx#1', 'a.xlsx#3', 'a.xlsx#4']);
    expect((await read(corpus, 'a.xlsx#3')).meta).toEqual({ 部门: '甲' });
    expect((await read(corpus, 'a.xlsx#4')).meta).toEqual({ 部门: '乙' });
  });
});

test('texts in several sheets are named by their sheets; hidden and empty ones are left out', () => {
  const texts = row(1, 'id', '正文') + row(2, '1', text);
  const notes = { name: '说明', rows: row(1, '项', '值') + row(2, '1', '2') };
  const one = list(workbook([{ name: '甲', rows: texts }, notes, { name: 'Sheet3', rows: '' }]));
  expect([ids(one), told(one)]).toEqual([['a.xlsx#1'], ['info ingest/no-text-column a.xlsx#说明 项, 值']]);
  const two = list(
    workbook([
      { name: '甲', rows: texts },
      { name: '乙', rows: texts },
      { name: '丙', rows: texts, state: 'hidden' },
    ]),
  );
  expect(ids(two)).toEqual(['a.xlsx#乙!1', 'a.xlsx#甲!1']);
  expect(told(two)).toEqual(['info ingest/hidden-sheet a.xlsx 丙']);
});

describe('what is no sound workbook', () => {
  test.each([
    ['defines entities', '<!DOCTYPE x [<!ENTITY a "b">]>', 'defines entities'],
    ['is cut off', `${row(1, 'a', 'b')}<row r="2"><c`, 'damaged'],
    ['has more after its end', `${row(1, 'a', 'b')}</sheetData></worksheet><sheetData><c>`, 'damaged'],
    ['has cells nowhere', '<row r="99999999"><c r="A1"><v>1</v></c></row>', 'no place'],
  ])('one that %s', async (_what, rows, reason) => {
    const corpus = list(workbook([{ name: 'S', rows }]));
    expect(ids(corpus)).toEqual(['a.xlsx']);
    await expect(read(corpus, 'a.xlsx')).rejects.toMatchObject({
      code: 'input/damaged',
      values: { format: 'xlsx', reason: expect.stringContaining(reason) },
    });
  });

  test('an encrypted one, and a table with separators that is called one', async () => {
    const ole = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(512),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    await expect(read(list(ole), 'a.xlsx')).rejects.toMatchObject({
      code: 'input/encrypted',
      values: { format: 'xlsx' },
    });
    const corpus = list(Buffer.from(`id\t正文\n1\t${text}\n`));
    expect([ids(corpus), told(corpus)]).toEqual([['a.xlsx#1'], ['info ingest/other-format a.xlsx xlsx csv']]);
  });
});

describeWithData('real workbooks', (data) => {
  const open = (name: string) => openXlsx(readFileSync(join(data, 'office/xlsx', name)), name);

  test('a dictionary of 27,466 words', () => {
    const book = open('情感词汇本体.xlsx');
    const table = book.table(0);
    expect(table.header.slice(0, 2)).toEqual(['词语', '词性种类']);
    expect(table.rowCount).toBe(27_466);
  });

  test('numbers of a series', () => {
    const table = open('ChinaHistoricalGDP.xlsx').table(0);
    expect(table.rowCount).toBeGreaterThan(50);
    for (let i = 0; i < table.rowCount; i++) {
      for (const cell of table.cells(i)!) expect(cell ?? '').not.toMatch(/NaN|undefined/);
    }
  });
});
