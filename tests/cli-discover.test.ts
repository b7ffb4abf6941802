import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseTermList } from '../src/tag/term-list.ts';
import { ensureBuilt } from './built.ts';
import { cewen } from './command.ts';
import { temporaryFolder, writeFiles } from './folders.ts';

beforeAll(ensureBuilt, 180_000);

const folder = temporaryFolder();

/** 数据沙箱 is a name of 2021, 智慧水利 one of both years, “三保一促” stands in quotation marks. */
const sentences = {
  '2020': ['各地推行智慧水利，压实责任。', '加快智慧水利平台建设。', '完善智慧水利制度。'],
  '2021': [
    '建设数据沙箱，保障安全。',
    '推广数据沙箱试点，落实“三保一促”要求。',
    '依托数据沙箱开展评估，坚持“三保一促”。',
    '健全智慧水利，围绕“三保一促”部署。',
  ],
};

const files: Record<string, string> = {};
const rows: string[] = [];
for (const [year, lines] of Object.entries(sentences)) {
  for (let copy = 0; copy < 3; copy++) {
    const name = `${year}-${copy}.txt`;
    files[`texts/${name}`] = `${'甲乙丙'[copy]}市工作要点\n\n${lines.join('\n\n')}\n`;
    rows.push(`${name},${year}`);
  }
}
files['texts/metadata.csv'] = `document,year\n${rows.join('\n')}\n`;

interface Row {
  readonly [column: string]: string;
}

function discover(...args: string[]): { rows: Row[]; stderr: string; code: number | null } {
  writeFiles(folder.path, files);
  const { code, stderr } = cewen(['discover', 'texts', '--terms', 'none', '--out', 'new.csv', ...args], {
    cwd: folder.path,
  });
  const text = code === 0 ? readFileSync(join(folder.path, 'new.csv'), 'utf8') : '';
  return { rows: parse(text, { columns: true }) as Row[], stderr, code };
}

const of = (found: readonly Row[], term: string) => found.find((row) => row.term === term);

describe('cewen discover', () => {
  test('lists new terms with counts, places and what it takes to be one, as a term list', () => {
    const { rows: found, stderr, code } = discover();
    expect(code, stderr).toBe(0);
    expect(of(found, '数据沙箱')).toMatchObject({ frequency: '9', documents: '3' });
    expect(of(found, '智慧水利')).toMatchObject({ frequency: '12', documents: '6' });
    expect(of(found, '数据沙箱')!.example_1).toBe('建设【数据沙箱】，保障安全。 (2021-0.txt, line 3)');
    const list = parseTermList(readFileSync(join(folder.path, 'new.csv'), 'utf8'), 'new.csv');
    expect(list.messages).toEqual([]);
    expect(list.terms.map(({ term }) => term)).toContain('数据沙箱');
  });

  test('a name that is found by its quotation marks only has no measures that were not measured', () => {
    const row = of(discover().rows, '三保一促')!;
    expect(row).toMatchObject({ frequency: '9', sources: expect.stringContaining('quoted') });
    if (row.sources === 'quoted') expect(row).toMatchObject({ c_value: '', cohesion: '', left_entropy: '' });
  });

  test('asked for groups, counts in them and compares with the others', () => {
    const { rows: found } = discover('--by', 'year', '--target', '2021');
    expect(of(found, '智慧水利')).toMatchObject({ frequency: '3', reference_frequency: '9' });
    expect(of(found, '数据沙箱')).toMatchObject({ frequency: '9', reference_frequency: '0' });
    const others = discover('--by', 'year', '--reference', '2020').rows;
    expect(others).toEqual(found);
    expect(discover('--by', 'year', '--target', '2021..2022').rows).toEqual(found);
  });

  test('compares with a list of frequencies', () => {
    writeFiles(folder.path, { 'words.csv': 'word,frequency\n智慧,500\n水利,40\n数据,900\n' });
    const { rows: found, stderr } = discover('--reference-list', 'words.csv', '--reference-size', '100000');
    expect(of(found, '智慧水利'), stderr).toMatchObject({ reference_frequency: '40' });
  });

  test.each([
    [['--by', 'year', '--target', '2012'], 'expected one of the groups 2020, 2021; found "2012"', 3],
    [['--target', '2021'], 'target: "2021" is a group; of which column', 2],
    [['--by', 'yeer'], 'did you mean "year"?', 2],
    [['--out', 'new.xls'], 'expected the name of a file that ends in .csv', 2],
    [['--against', 'nowhere'], 'nowhere', 3],
  ])('%j: %s', (args, message, exit) => {
    const { stderr, code } = discover(...args);
    expect(stderr).toContain(message);
    expect(code).toBe(exit);
  });
});
