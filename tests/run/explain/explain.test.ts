import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { explainCommand } from '../../../src/run/command/explain-command.ts';
import { run } from '../../../src/run/run.ts';
import { temporaryFolder, writeFiles } from '../../folders.ts';

const folder = temporaryFolder();
const path = (name: string) => join(folder.path, name);
const paragraphs = [
  '　　各省、自治区、直辖市人民政府，国务院各部委、各直属机构：为了健全新型举国体制，坚持科技自立自强，打好关键核心技术攻坚战，现将有关事项通知如下。',
  '　　一是强化统筹协调。要发挥举国体制的优势，集中力量办大事，中国科技要走在世界前列，其他国家的经验也要借鉴，各地各部门要结合实际抓好贯彻落实。',
];
const lines = [
  '关于健全新型举国体制的通知',
  '',
  ...paragraphs.flatMap((paragraph) => paragraph.match(/.{1,24}/g) as string[]),
];
const notice = `${lines.join('\n')}\n`;

beforeEach(() =>
  writeFiles(folder.path, { 'texts/通知.txt': notice, 'terms.csv': 'term\n新型举国体制\n举国体制\n自立自强\n' }),
);

function explain(target: string, document?: string, offset?: string, json = false): Promise<string> {
  return explainCommand({ target, document, offset, inputs: [], json, encoding: undefined }, 'en');
}

describe('explain FILE', () => {
  test('shows every line of the source with the decision at its end', async () => {
    const shown = await explain(path('texts/通知.txt'));
    for (const line of lines) expect(shown).toContain(line);
    expect(shown.split('\n').filter((line) => line.includes(' join '))).toHaveLength(5);
    expect(shown).toMatch(/ 3 +join +(0\.\d\d|1\.00) +repair\/\S+ +　　各省/);
  });

  test('gives programs the same as JSON: all lines, all blocks, one decision a break', async () => {
    const explained = JSON.parse(await explain(path('texts/通知.txt'), undefined, undefined, true));
    expect(explained.lines.map((line: { text: string }) => line.text)).toEqual(lines);
    expect(explained.blocks).toHaveLength(3);
    expect(explained.blocks[1].text).toContain('各直属机构');
    for (const { break: decision } of explained.lines.slice(0, -1)) {
      if (decision === null) continue;
      expect(decision.rule).toMatch(/^repair\/[a-z-]+$/);
      expect(decision.confidence).toBeGreaterThanOrEqual(0.5);
      expect(decision.confidence).toBeLessThanOrEqual(1);
    }
  });
});

describe('explain FILE shows the kind of every block', () => {
  const markdown = [
    '# 某市公园管理办法',
    '## 第一章 总则',
    '为了加强公园管理，制定本办法。　　公园应当免费开放。',
    '- 免费开放',
    '| 公园 | 面积 |',
  ].join('\n\n');
  beforeEach(() => writeFiles(folder.path, { 'texts/办法.md': markdown }));
  const rows = (shown: string) => shown.split('\n').slice(1);

  test('also where marks of Markdown stand before it, and where two blocks stand on one line', async () => {
    const shown = await explain(path('texts/办法.md'));
    const kinds = rows(shown).map((row) => row.slice(0, 11).trim());
    expect(kinds.slice(0, 10)).toEqual([
      'title',
      '',
      'heading 1',
      '',
      'paragraph',
      'paragraph',
      '',
      'list',
      '',
      'table',
    ]);
    expect(rows(shown)[5]).toMatch(/ {2}公园应当免费开放。$/);
  });

  test('as JSON too: each line has its block, its kind and its parts', async () => {
    const { lines } = JSON.parse(await explain(path('texts/办法.md'), undefined, undefined, true));
    const told = lines.filter((line: { kind: string | null }) => line.kind !== null);
    expect(told.map((line: { kind: string }) => line.kind)).toEqual(['title', 'heading', 'paragraph', 'list', 'table']);
    expect(told[2].parts.map((part: { text: string }) => part.text)).toEqual([
      '为了加强公园管理，制定本办法。　　',
      '公园应当免费开放。',
    ]);
  });
});

describe('explain FILE shows what is not in the text, and why', () => {
  const source = '关 于 做 好 防 汛 工 作 的 通 知\n各地要提高 认识，\u200b压实责任。\n— 3 —\n';
  beforeEach(() => writeFiles(folder.path, { 'texts/汛.txt': source }));

  test('a row for each reason, with its lines and its meaning', async () => {
    const shown = await explain(path('texts/汛.txt'));
    expect(shown).toContain('In the source and not in the text:');
    expect(shown).toMatch(/^letter-spacing +10 characters, 10 places, lines 1: spaces of letter-spaced text$/m);
    expect(shown).toMatch(/^space +1 character, 1 place, line 2: white space/m);
    expect(shown).toMatch(/^zero-width +1 character, 1 place, line 2: /m);
    expect(shown).toMatch(/^furniture +5 characters, 1 place, line 3: page numbers/m);
  });

  test('as JSON: every character of the source is in a block or told here', async () => {
    const { removed, blocks } = JSON.parse(await explain(path('texts/汛.txt'), undefined, undefined, true));
    const characters = [...source];
    for (const { raw_start, raw_end, text } of removed)
      expect(characters.slice(raw_start, raw_end).join('')).toBe(text);
    const outside = removed.reduce((sum: number, { text }: { text: string }) => sum + [...text].length, 0);
    const inside = blocks
      .filter(({ kind }: { kind: string }) => kind !== 'furniture')
      .reduce((sum: number, { text }: { text: string }) => sum + [...text].length, 0);
    expect(outside + inside).toBe(characters.length);
  });
});

describe('explain DIR DOCUMENT OFFSET', () => {
  beforeEach(() => run({ paths: [path('texts')], out: path('out'), terms: [path('terms.csv')] }));

  test('leads from every row of occurrences.csv to the token, the term, the sentence and the source line', async () => {
    const rows = parse(readFileSync(path('out/occurrences.csv'), 'utf8'), { columns: true }) as Record<
      string,
      string
    >[];
    expect(rows.length).toBe(6);
    for (const row of rows) {
      const explained = JSON.parse(await explain(path('out'), row.document, row.start, true));
      expect(explained.terms.map((term: { term: string }) => term.term)).toContain(row.term);
      expect(explained.sentence).toMatchObject({ number: Number(row.sentence) });
      expect(explained.block).toMatchObject({ number: Number(row.block) });
      expect(explained.source.raw_start).toBeLessThanOrEqual(Number(row.raw_start));
      expect(explained.source.lines[0]).toEqual({ line: Number(row.line), text: lines[Number(row.line) - 1] });
    }
  });

  test('shows a word that lay across a line break with both its lines', async () => {
    const text = readFileSync(path('out/text/通知.txt.txt'), 'utf8');
    const shown = await explain(path('out'), '通知.txt', String(text.indexOf('强，打好')));
    expect(shown).toContain('各直属机构：为了');
    expect(shown).toContain('强，打好关键');
  });

  test('says so where a mark stands, where the offset lies outside, and where there is no such document', async () => {
    const text = readFileSync(path('out/text/通知.txt.txt'), 'utf8');
    expect(await explain(path('out'), '通知.txt', String(text.indexOf('，')))).toContain('is no word');
    await expect(explain(path('out'), '通知.txt', '99999')).rejects.toEqual(
      expect.objectContaining({ code: 'input/no-offset' }),
    );
    await expect(explain(path('out'), '通知', '0')).rejects.toEqual(
      expect.objectContaining({ code: 'input/no-document' }),
    );
    await expect(explain(path('out'), '通知1.txt', '0')).rejects.toEqual(
      expect.objectContaining({ code: 'input/near-document', values: { document: '通知1.txt', near: '通知.txt' } }),
    );
    await expect(explain(path('out'), '通知.txt', '-1')).rejects.toEqual(expect.objectContaining({ kind: 'usage' }));
    await expect(explain(path('out'))).rejects.toEqual(expect.objectContaining({ kind: 'usage' }));
  });
});
