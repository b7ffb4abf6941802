import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../../src/run/run.ts';
import { FileWriter } from '../../../src/write/file-writer.ts';
import { sheetRows, Workbook } from '../../../src/write/xlsx.ts';
import { readFiles, writeFiles } from '../../folders.ts';

const folder = mkdtempSync(join(tmpdir(), 'cewen-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unzip = (path: string) => unzipSync(new Uint8Array(readFileSync(path)));

describe('what Excel cannot hold', () => {
  test('a cell of more than 32,767 characters ends there, and the messages and the sheet about say so', async () => {
    const paragraph = '创新'.repeat(20_000);
    writeFiles(folder, { 'texts/a.txt': `题目\n\n　　${paragraph}。\n` });
    const out = join(folder, 'out');
    await run({ paths: [join(folder, 'texts')], out, formats: ['xlsx'], tables: ['blocks', 'messages'], workers: 0 });
    expect(readFiles(out)['messages.csv']).toContain(
      'warning,write/xlsx-cut-cells,,,"tables.xlsx has 1 cell of blocks, column text, only up to',
    );
    const [blocks, messages, , about] = Object.entries(unzip(join(out, 'tables.xlsx')))
      .filter(([name]) => name.includes('sheet'))
      .map(([, bytes]) => strFromU8(bytes));
    const cells = [...blocks!.matchAll(/<t(?: xml:space="preserve")?>([^<]*)</g)].map(([, text]) => text!);
    expect(Math.max(...cells.map(({ length }) => length))).toBe(32_767);
    expect(messages).toContain('write/xlsx-cut-cells');
    expect(about).toMatch(/>blocks<.*>text<.*><v>1<\/v>/);
  });

  test('more rows than a sheet has room for go on on a second one, under the same header', () => {
    const path = join(folder, 'rows.xlsx');
    const file = new FileWriter(path);
    const workbook = new Workbook(file);
    const rows = function* () {
      for (let i = 0; i < sheetRows + 2; i++) yield [i];
    };
    workbook.table({ name: 'long', columns: [{ name: 'number', type: 'integer', en: '', zh: '' }] }, rows());
    workbook.finish();
    file.close();
    const parts = unzip(path);
    expect(strFromU8(parts['xl/workbook.xml']!)).toContain('name="long (2)"');
    const second = strFromU8(parts['xl/worksheets/sheet2.xml']!);
    expect(second).toContain('>number</t>');
    expect([...second.matchAll(/<v>(\d+)</g)].map(([, value]) => Number(value))).toEqual([sheetRows, sheetRows + 1]);
    const end = strFromU8(parts['xl/worksheets/sheet1.xml']!.slice(-200));
    expect(end).toContain(`<c r="A1048576"><v>${sheetRows - 1}</v></c></row></sheetData>`);
  }, 30_000);
});
