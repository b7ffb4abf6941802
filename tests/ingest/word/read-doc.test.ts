import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import WordExtractor from 'word-extractor';
import { readDoc } from '../../../src/ingest/word/read-doc.ts';
import { CorpusError } from '../../../src/model/errors.ts';
import { describeWithData } from '../../shared-data.ts';
import { type DocParagraph, docFile } from './doc-file.ts';

async function read(paragraphs: readonly DocParagraph[], more = {}) {
  const { raw, marks = [] } = await readDoc(docFile(paragraphs, more), 'a.doc');
  const lines = raw.split('\n');
  const lineAt = (start: number) => raw.slice(start).split('\n', 1)[0];
  return { raw, lines, marks: marks.map(({ start, kind, level }) => [lineAt(start), kind, level]) };
}

const refusal = (bytes: Uint8Array) =>
  readDoc(bytes, 'a.doc').then(
    () => undefined,
    (error) => error as CorpusError,
  );

describe('a document of Word 97–2003', () => {
  it('gives its paragraphs, and its headings by their styles and outline levels', async () => {
    const { lines, marks } = await read([
      { text: '总则\r', style: 1 },
      { text: '第一条\u000b为了“规范”。\r' },
      { text: '附则\r', outline: 1 },
    ]);
    expect(lines).toEqual(['总则', '第一条', '为了“规范”。', '附则']);
    expect(marks).toEqual([
      ['总则', 'heading', 1],
      ['附则', 'heading', 2],
    ]);
  });

  it('gives a line a row of a table, its cells parted by tabs', async () => {
    const { lines, marks } = await read([
      { text: '前。\r' },
      { text: '地区\u0007', isInTable: true },
      { text: '12\r', isInTable: true },
      { text: '亿元\u0007', isInTable: true },
      { text: '\u0007', isInTable: true, isRowEnd: true },
      { text: '后。\r' },
    ]);
    expect(lines).toEqual(['前。', '地区\t12 亿元', '后。']);
    expect(marks).toEqual([['地区\t12 亿元', 'table', 0]]);
  });

  it('shows the results of fields, not what they are told to do', async () => {
    const { raw } = await read([{ text: '见\u0013 HYPERLINK "a" \u0014附\u0013 PAGE \u00143\u0015件\u0015。\r' }]);
    expect(raw).toBe('见附3件。');
  });

  it('leaves out what was deleted', async () => {
    const { raw } = await read([{ text: '加快' }, { text: '旧', isDeleted: true }, { text: '建设\r' }]);
    expect(raw).toBe('加快建设');
  });

  it('has its footnotes at the end with the marks of their references', async () => {
    const { lines, marks } = await read([{ text: '经济\u0002发展。\r' }], {
      footnotes: ['\u0002 见统计局。\r'],
      references: [2],
    });
    expect(lines).toEqual(['经济[1]发展。', '[1] 见统计局。']);
    expect(marks).toEqual([['[1] 见统计局。', 'note', 0]]);
  });

  it('that has a password is told from one that is damaged', async () => {
    expect(await refusal(docFile([{ text: '甲\r' }], { flags: 0x0300 }))).toMatchObject({
      code: 'input/encrypted',
      values: { format: 'doc' },
    });
    const whole = docFile([{ text: '甲\r' }]);
    for (const bytes of [whole.subarray(0, 1500), new Uint8Array(), new Uint8Array(9000)]) {
      expect(await refusal(bytes)).toMatchObject({ code: 'input/damaged', values: { format: 'doc' } });
    }
  });

  it('with a chain that runs in a circle is damaged', async () => {
    const bytes = docFile([{ text: '甲\r' }]);
    // The first sector holds the allocation table: the directory follows itself by way of another sector.
    const view = new DataView(bytes.buffer, 512);
    view.setInt32(4, 2, true);
    view.setInt32(8, 1, true);
    expect(await refusal(bytes)).toMatchObject({
      code: 'input/damaged',
      values: { reason: 'a chain of it has a circle' },
    });
  });
});

it('a document that LibreOffice wrote has the numbers of its lists, its note, and the head of its pages; no hidden text', async () => {
  const bytes = readFileSync(new URL('libreoffice.doc', import.meta.url));
  const { raw, marks, messages } = await readDoc(bytes, 'a.doc');
  expect(raw.split('\n')).toEqual([
    '第一章 总则',
    '第一条 为了规范管理。',
    '（一）有章程；',
    '第二条 本法施行[1]。',
    '明',
    '甲\t乙',
    '[1] 注',
    '页眉',
  ]);
  expect(marks?.map(({ kind }) => kind)).toEqual(['table', 'note', 'furniture']);
  expect(messages).toEqual([{ severity: 'info', rule: 'ingest/hidden-text', values: { characters: 2 } }]);
});

async function fuzz(whole: Uint8Array, variants: number): Promise<number> {
  let seed = 11;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  let refused = 0;
  for (let variant = 0; variant < variants; variant++) {
    let bytes = Uint8Array.from(whole);
    for (let flips = 1 + random(30); flips > 0; flips--) bytes[random(bytes.length)]! ^= 1 << random(8);
    if (variant % 4 === 0) bytes = bytes.subarray(0, random(bytes.length));
    if (variant % 4 === 1) bytes.copyWithin(random(bytes.length), random(bytes.length), random(bytes.length));
    const error = await readDoc(bytes, 'a.doc').then(
      () => undefined,
      (thrown) => thrown,
    );
    if (error === undefined) continue;
    expect(error).toBeInstanceOf(CorpusError);
    refused++;
  }
  return refused;
}

it('a damaged document gives its text or an error for the user', async () => {
  const paragraphs = Array.from({ length: 20 }, (_, i) => ({ text: `第${i}条 加快建设数字中国。\r`, style: i % 3 }));
  expect(await fuzz(docFile(paragraphs), 200)).toBeGreaterThan(40);
});

describeWithData('Word 97–2003 documents as people have them', (data) => {
  const folder = join(data, 'office/doc');
  const han = (text: string) => text.match(/\p{Script=Han}/gu)?.join('') ?? '';

  it.each([
    ['法律导论复习提纲2012.doc', 14_000],
    ['自然保护学期末整理.doc', 14_000],
    ['中日文化交流史复习资料.doc', 2_500],
  ])('%s gives all its text', async (name, least) => {
    const { raw } = await readDoc(readFileSync(join(folder, name)), name);
    expect(han(raw).length).toBeGreaterThan(least);
    expect(raw).not.toMatch(/[\0-\x08\x0b-\x1f]/);
  });

  it('have the numbers that Word computes', async () => {
    const { raw } = await readDoc(readFileSync(join(folder, '法律导论复习提纲2012.doc')), 'a');
    for (const line of ['1.婚姻法', '（2）完整的法律规范', '③']) {
      expect(raw.split('\n').some((own) => own.replace(' ', '').startsWith(line))).toBe(true);
    }
  });

  it('another program reads the same characters', async () => {
    const file = readFileSync(join(folder, '法律导论复习提纲2012.doc'));
    const other = (await new WordExtractor().extract(file)).getBody({ filterUnicode: false });
    expect(han((await readDoc(file, 'a')).raw)).toBe(han(other));
  });

  it.each(readdirSync(folder))('damaged, %s gives its text or an error for the user', async (name) => {
    expect(await fuzz(readFileSync(join(folder, name)), 70)).toBeGreaterThan(0);
  });
});
