import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readOdt } from '../../../src/ingest/odt/read-odt.ts';
import { CorpusError } from '../../../src/model/errors.ts';

const spaces = ['office', 'text', 'style', 'table', 'draw', 'fo', 'xlink', 'loext', 'meta', 'dc', 'manifest']
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ');
const listStyle = (name: string, levels: string) => `<text:list-style style:name="${name}">${levels}</text:list-style>`;
const number = (level: number, format: string, more: string, follow = 'nothing') =>
  `<text:list-level-style-number text:level="${level}" style:num-format="${format}" ${more}><style:list-level-properties><style:list-level-label-alignment text:label-followed-by="${follow}"/></style:list-level-properties></text:list-level-style-number>`;
const automatic = [
  '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>',
  '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Heading_20_2"/>',
  '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>',
  listStyle(
    'L1',
    number(1, '一, 二, 三, ...', 'style:num-prefix="第" style:num-suffix="条"', 'space') +
      number(2, '1', 'text:display-levels="1" style:num-prefix="（" style:num-suffix="）"') +
      number(3, '1', 'loext:num-list-format="%2%.%3%"'),
  ),
  listStyle('L2', '<text:list-level-style-bullet text:level="1" text:bullet-char="\uf06c"/>'),
].join('');
const outline = `<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"><style:list-level-properties><style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties></text:outline-level-style></text:outline-style>`;

function odt(body: string, parts: Record<string, string> = {}): Uint8Array {
  const all: Record<string, string> = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${spaces}><office:styles><style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"/>${outline}</office:styles></office:document-styles>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, part]) => [name, strToU8(part)])));
}

const p = (text: string, style = 'Standard') => `<text:p text:style-name="${style}">${text}</text:p>`;
const item = (content: string, more = '') => `<text:list-item ${more}>${content}</text:list-item>`;
const list = (content: string, more = '') => `<text:list text:style-name="L1" ${more}>${content}</text:list>`;
const inner = (content: string) => `<text:list>${content}</text:list>`;

async function read(body: string, parts: Record<string, string> = {}) {
  return readBytes(odt(body, parts));
}

async function readBytes(bytes: Uint8Array) {
  const { raw, marks = [], messages = [], meta } = await readOdt(bytes, 'a.odt');
  const lineAt = (at: number) => raw.slice(at).split('\n', 1)[0];
  return {
    raw,
    lines: raw.split('\n'),
    marks: marks.map(({ start, kind, level }) => [lineAt(start), kind, level]),
    rules: messages.map(({ rule }) => rule),
    meta,
  };
}

const refusal = (bytes: Uint8Array) =>
  readOdt(bytes, 'a.odt').then(
    () => undefined,
    (error) => error as CorpusError,
  );

describe('a text of OpenDocument', () => {
  it('has headings with the numbers of the outline, titles by what styles are based on, and paragraphs', async () => {
    const heading = (text: string, more = '') => `<text:h text:outline-level="1" ${more}>${text}</text:h>`;
    const { lines, marks } = await read(
      p('规划', 'P1') +
        heading('总体要求') +
        heading('附则', 'text:is-list-header="true"') +
        heading('措施') +
        p('甲', 'P2') +
        p('乙。'),
    );
    expect(lines).toEqual(['规划', '一、总体要求', '附则', '二、措施', '甲', '乙。']);
    expect(marks).toEqual([
      ['规划', 'title', 0],
      ['一、总体要求', 'heading', 1],
      ['附则', 'heading', 1],
      ['二、措施', 'heading', 1],
      ['甲', 'heading', 2],
    ]);
  });

  it('has white space as its markup says, and breaks', async () => {
    const { lines } = await read(p('  甲\n  乙<text:s text:c="2"/>丙<text:tab/>丁<text:line-break/>戊'));
    expect(lines).toEqual(['甲 乙  丙\t丁', '戊']);
  });

  it('has the numbers of its lists, which go on where they say so', async () => {
    const { lines, marks } = await read(
      list(item(p('甲') + p('接甲') + inner(item(p('子') + inner(item(p('孙')))) + item(p('丑')))), 'xml:id="a"') +
        p('间') +
        list(item(p('乙')), 'text:continue-numbering="true"') +
        list(item(p('丙'))) +
        list(item(p('丁')), 'text:continue-list="a"') +
        list(item(p('戊'), 'text:start-value="9"')) +
        `<text:list text:style-name="L2">${item(p('己'))}</text:list>`,
    );
    expect(lines).toEqual([
      '第一条 甲',
      '接甲',
      '（1）子',
      '1.1孙',
      '（2）丑',
      '间',
      '第二条 乙',
      '第一条 丙',
      '第三条 丁',
      '第九条 戊',
      '• 己',
    ]);
    expect(marks.map(([text]) => text)).toEqual(['（1）子', '1.1孙', '（2）丑', '• 己']);
  });

  it('has rows of tables, with empty places for what cells reach over', async () => {
    const cell = (text: string, more = '') => `<table:table-cell ${more}>${p(text)}</table:table-cell>`;
    const row = (cells: string) => `<table:table-row>${cells}</table:table-row>`;
    const { lines, marks } = await read(
      `<table:table><table:table-header-rows>${row(`${cell('地区', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>`)}</table:table-header-rows>${row(cell('甲') + cell('乙', 'table:number-columns-repeated="999999"'))}</table:table><table:table>${row(cell('框'))}</table:table>`,
    );
    expect(lines[0]).toBe('地区\t');
    expect(lines[1]!.split('\t')).toHaveLength(63);
    expect(lines[2]).toBe('框');
    expect(marks.map(([, kind]) => kind)).toEqual(['table', 'table']);
  });

  it('has its notes at the end, and boxes after the paragraph in which they are', async () => {
    const note = `<text:note><text:note-citation>7</text:note-citation><text:note-body>${p('见统计局。')}</text:note-body></text:note>`;
    const box = `<draw:frame><draw:text-box>${p('框')}</draw:text-box></draw:frame>`;
    const { lines, marks } = await read(p(`经济${note}发展${box}。`) + p('完。'));
    expect(lines).toEqual(['经济[1]发展。', '框', '完。', '[1] 见统计局。']);
    expect(marks).toEqual([['[1] 见统计局。', 'note', 0]]);
  });

  it('has no deleted or hidden text, no comments and no readings, and says so', async () => {
    const { raw, rules } = await read(
      `<text:tracked-changes><text:changed-region><text:deletion>${p('旧')}</text:deletion></text:changed-region></text:tracked-changes>${p(
        '甲<text:change-start/>新<text:change-end/><text:span text:style-name="H">密</text:span><office:annotation><text:p>注</text:p></office:annotation><text:ruby><text:ruby-base>乙</text:ruby-base><text:ruby-text>yi</text:ruby-text></text:ruby>',
      )}`,
    );
    expect(raw).toBe('甲新乙');
    expect(rules).toEqual(['ingest/hidden-text', 'ingest/comments-left-out', 'ingest/readings-left-out']);
  });

  it('has contents, and heads and feet of pages as furniture', async () => {
    const { lines, marks } = await read(
      `<text:table-of-content><text:table-of-content-source><text:index-title-template>不</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>${p('目录')}</text:index-title>${p('第一章<text:tab/>1')}</text:index-body></text:table-of-content>${p('正文。')}`,
      {
        'styles.xml': `<office:document-styles ${spaces}><office:master-styles><style:master-page><style:header>${p('页眉')}</style:header><style:footer>${p('— <text:page-number>1</text:page-number> —')}</style:footer></style:master-page></office:master-styles></office:document-styles>`,
      },
    );
    expect(lines).toEqual(['页眉', '目录', '第一章\t1', '正文。', '— 1 —']);
    expect(marks.map(([, kind]) => kind)).toEqual(['furniture', 'contents', 'contents', 'furniture']);
  });

  it('says its title, author and date', async () => {
    const { meta } = await read(p('甲'), {
      'meta.xml': `<office:document-meta ${spaces}><office:meta><dc:title>规划</dc:title><meta:initial-creator>张三</meta:initial-creator><meta:creation-date>2021-03-05T10:00:00</meta:creation-date></office:meta></office:document-meta>`,
    });
    expect(meta).toEqual({ title: '规划', author: '张三', date: '2021-03-05' });
  });

  it('that LibreOffice wrote has its numbers, table and note', async () => {
    const { lines } = await readBytes(readFileSync(new URL('libreoffice.odt', import.meta.url)));
    expect(lines).toEqual([
      '第一章 总则',
      '第一条 为了规范管理。',
      '（一）有章程；',
      '第二条 本法施行[1]。',
      '甲\t乙',
      '[1] 注',
    ]);
  });
});

describe('a file of OpenDocument that is no good', () => {
  it('is encrypted where its manifest says so', async () => {
    const manifest = `<manifest:manifest ${spaces}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`;
    expect(await refusal(odt(p('甲'), { 'META-INF/manifest.xml': manifest }))).toMatchObject({
      code: 'input/encrypted',
      values: { format: 'odt' },
    });
  });

  it('is damaged where it is cut off, has no text or defines entities', async () => {
    const whole = odt(p('甲'));
    const entities = '<!DOCTYPE a [<!ENTITY b "c">]><a/>';
    for (const bytes of [
      whole.subarray(0, 300),
      new Uint8Array(),
      zipSync({ a: strToU8('a') }),
      odt('', { 'content.xml': entities }),
    ]) {
      expect(await refusal(bytes)).toMatchObject({ code: 'input/damaged', values: { format: 'odt' } });
    }
  });

  it('is read or damaged where it is nested without end', async () => {
    const deep = `${'<text:section>'.repeat(30_000)}${p('甲')}${'</text:section>'.repeat(30_000)}`;
    expect((await refusal(odt(deep)))?.code ?? 'read').toMatch(/^(?:read|input\/damaged)$/);
  });

  it('gives its text or an error for the user whatever bytes were changed', async () => {
    const whole = odt(list(item(p('甲'))) + p('加快建设数字中国。'.repeat(20)));
    let seed = 5;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    for (let variant = 0; variant < 200; variant++) {
      let bytes = Uint8Array.from(whole);
      for (let flips = 1 + random(4); flips > 0; flips--) bytes[random(bytes.length)]! ^= 1 << random(8);
      if (variant % 4 === 0) bytes = bytes.subarray(0, random(bytes.length));
      if (variant % 4 === 1) bytes.copyWithin(random(bytes.length), random(bytes.length), random(bytes.length));
      const error = await refusal(bytes);
      if (error !== undefined) expect(error).toBeInstanceOf(CorpusError);
    }
  });
});
