import { expect, test } from 'vitest';
import { readDocument } from '../../../src/ingest/read-document.ts';
import { createRepair } from '../../../src/repair/repair.ts';

// The pages are set by scripts/typeset-pages.sh: .html with Chromium, .fodt with LibreOffice.
const folder = new URL('../../fixtures/pages/', import.meta.url);

const clauses = [
  '各县区要落实管护经费',
  '每一处渠道都有人管',
  '考核不合格的适当扣减',
  '小型水库要逐座开展鉴定',
  '按照轻重缓急排出时序',
  '年度经费要有考核',
];

/** The paragraph of the pages that begins with the clause at `first`; the clauses go on in a circle. */
function paragraph(first: number): string {
  return `${clauses.map((_, i) => clauses[(first + i) % clauses.length]).join('，')}。`;
}

async function blocksOf(name: string): Promise<{ kind: string; text: string; page: number | undefined }[]> {
  const path = new URL(`${name}.pdf`, folder).pathname;
  const raw = await readDocument({ id: name, path, format: 'pdf' }, {});
  const { blocks, text } = createRepair().run(raw);
  return blocks.map(({ kind, start, end, rawStart, rawEnd, page }) => {
    return { kind, text: kind === 'furniture' ? raw.raw.slice(rawStart, rawEnd).trim() : text.slice(start, end), page };
  });
}

const shown = (blocks: readonly { kind: string; text: string }[]) => blocks.map(({ kind, text }) => `${kind} ${text}`);

test('two columns under a title, with a table of level rules across them, are read one after the other', async () => {
  const blocks = shown(await blocksOf('two-columns'));
  expect(blocks.slice(2)).toEqual([
    'heading 一、水库鉴定',
    `paragraph ${paragraph(0)}`,
    `paragraph ${paragraph(1)}`,
    'heading 二、管护经费',
    `paragraph ${paragraph(2)}`,
    `paragraph ${paragraph(3)}`,
    `paragraph ${paragraph(4)}`,
    'caption 表1年度经费',
    'table 年度\t渠道\t水库\t经费',
    'table 2021\t128\t3560\t12.4',
    'table 2022\t146\t4120\t13.8',
    'table 2023\t171\t4875\t15.1',
    'heading 三、年度考核',
    `paragraph ${paragraph(1)}`,
    `paragraph ${paragraph(0)}`,
    `paragraph ${paragraph(4)}`,
    `paragraph ${paragraph(2)}`,
    `paragraph ${paragraph(3)}`,
  ]);
  expect(blocks[0]).toBe('title 小型水库管护考核');
});

test('a title over the middle one of three columns comes before all of them', async () => {
  const blocks = shown(await blocksOf('three-columns'));
  expect(blocks).toEqual(['title 渠道管护', ...[0, 1, 2, 3, 4].map((first) => `paragraph ${paragraph(first)}`)]);
});

test('heads of odd and even pages and page numbers are furniture, also a head that ends like a sentence', async () => {
  const blocks = await blocksOf('running-heads');
  const pages = Math.max(...blocks.map(({ page }) => page ?? 0));
  expect(pages).toBeGreaterThanOrEqual(5);
  for (let page = 1; page <= pages; page++) {
    const own = blocks.filter((block) => block.page === page);
    const furniture = own.filter(({ kind }) => kind === 'furniture').map(({ text }) => text);
    expect(furniture).toEqual([page % 2 === 1 ? '年度考核：渠道。' : '水库管护考核', `— ${page} —`]);
  }
  for (const { kind, text } of blocks) {
    if (kind !== 'furniture') expect(text.replace('。', '').split('，').sort()).toEqual([...clauses].sort());
  }
});

test('items with a hanging indent, contents with leaders, stressed characters and a watermark', async () => {
  const blocks = shown(await blocksOf('list-and-stress')).map((block) => block.replace(/…+/, '…'));
  expect(blocks).toEqual([
    'title 管护要',
    'contents 目录',
    'contents 一、水库鉴定…1',
    'contents 二、管护经费…2',
    'contents 三、年度考核…5',
    'heading 一、水库鉴定',
    `paragraph ${paragraph(0)}`,
    `paragraph ${paragraph(3)}`,
    'heading 二、管护经费',
    `list 1.${paragraph(1)}`,
    `list 2.${paragraph(2)}`,
    `list 3.${paragraph(4)}`,
  ]);
});

test('short lines under each other stay apart, and a full last line without an indent behind it is joined no further', async () => {
  const blocks = shown(await blocksOf('short-lines'));
  expect(blocks.slice(0, 8)).toEqual([
    'title 渠道鉴定',
    `paragraph ${paragraph(0)}`,
    `paragraph ${paragraph(1)}`,
    'paragraph 渠道管护考核',
    'paragraph 小型水库鉴定',
    'paragraph 渠道经费考核',
    'paragraph 水库管护时序',
    `paragraph ${paragraph(2)}`,
  ]);
});

test('a line that the bookmarks of the file name is a heading of their depth', async () => {
  const path = new URL('notes.pdf', folder).pathname;
  const { marks } = await readDocument({ id: 'notes', path, format: 'pdf' }, {});
  expect(marks?.filter(({ kind }) => kind === 'heading').map(({ level }) => level)).toEqual([1, 2]);
});

test('notes at the foot of a page come after its text, and their marks stay raised', async () => {
  const blocks = await blocksOf('notes');
  expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'paragraph', 'heading', 'paragraph', 'note', 'note']);
  expect(blocks[2]?.text).toBe('资金的来源与使用');
  expect(blocks[3]?.text).toContain('确定²，考核');
  expect(blocks[5]?.text).toContain('考核办法另行制定。');
});
