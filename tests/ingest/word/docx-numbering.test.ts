import { describe, expect, it } from 'vitest';
import { namespaces, p, read, styled } from './docx-file.ts';

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const apart = '<w:suff w:val="space"/>';
const close = '<w:suff w:val="nothing"/>';
const abstract = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const num = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const law = abstract(
  0,
  level(0, 'chineseCountingThousand', '第%1章', apart) +
    level(1, 'chineseCountingThousand', '第%2条', `<w:lvlRestart w:val="0"/>${apart}`) +
    level(2, 'chineseCounting', '（%3）', close) +
    level(3, 'decimal', '%1.%3.%4', '<w:isLgl/>'),
);
const item = (text: string, at: number, list = 1) =>
  p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
const lists = (content: string) => ({
  'word/numbering.xml': `<w:numbering ${namespaces}>${content}</w:numbering>`,
});

describe('numbers that Word computes', () => {
  it('stand before the text as Word shows them, articles counted through all chapters', async () => {
    const { lines, marks } = await read(
      [
        item('总则', 0),
        item('为了规范管理。', 1),
        item('应当具备条件：', 1),
        item('有章程；', 2),
        item('有场所。', 2),
        item('目', 3),
        item('分则', 0),
        item('本法施行。', 1),
        item('其他。', 2),
      ].join(''),
      lists(law + num(1, 0)),
    );
    expect(lines).toEqual([
      '第一章 总则',
      '第一条 为了规范管理。',
      '第二条 应当具备条件：',
      '（一）有章程；',
      '（二）有场所。',
      '1.2.1 目',
      '第二章 分则',
      '第三条 本法施行。',
      '（一）其他。',
    ]);
    // What numbers headings and articles says nothing of the kind of a block.
    expect(marks).toEqual([['1.2.1 目', 'list', 0]]);
  });

  it('go on in another list of the same definition and begin anew where the list says so', async () => {
    const again =
      '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride><w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%2)"/></w:lvl></w:lvlOverride>';
    const { lines } = await read(
      [item('甲', 0), item('乙', 0, 2), item('丙', 0, 3), item('丁', 1, 3), item('戊', 0, 3), item('己', 0)].join(''),
      lists(abstract(0, level(0, 'decimal', '%1.', apart)) + num(1, 0) + num(2, 0) + num(3, 0, again)),
    );
    expect(lines).toEqual(['1. 甲', '2. 乙', '1. 丙', '1)丁', '2. 戊', '3. 己']);
  });

  it('come from the style of a paragraph, by the level that is tied to it, unless the paragraph switches them off', async () => {
    const tied = (at: number, style: string, text: string) =>
      level(at, 'chineseCounting', text, `<w:pStyle w:val="${style}"/>${close}`);
    const style = (id: string, name: string, properties: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style>`;
    const numbered = '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>';
    const { lines, marks } = await read(
      [
        styled('1', '总体要求'),
        styled('2', '原则'),
        styled('3', '目标'),
        p('保障', '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        styled('1', '措施'),
        styled('2', '资金'),
      ].join(''),
      {
        ...lists(abstract(7, tied(0, '1', '%1、') + tied(1, '2', '（%2）')) + num(4, 7)),
        'word/styles.xml': `<w:styles ${namespaces}>${
          style('1', '标题 1', numbered) + style('2', 'heading 2', numbered) + style('3', 'x', '<w:basedOn w:val="2"/>')
        }</w:styles>`,
      },
    );
    expect(lines).toEqual(['一、总体要求', '（一）原则', '（二）目标', '保障', '二、措施', '（一）资金']);
    expect(marks[1]).toEqual(['（一）原则', 'heading', 2]);
  });

  it('are those of the list that a style of lists leads to', async () => {
    const { lines } = await read(item('甲', 0, 1), {
      ...lists(
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>' +
          abstract(2, level(0, 'decimalEnclosedCircle', '%1', close)) +
          num(1, 1) +
          num(2, 2),
      ),
      'word/styles.xml': `<w:styles ${namespaces}><w:style w:type="numbering" w:styleId="S"><w:name w:val="S"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>`,
    });
    expect(lines).toEqual(['①甲']);
  });

  it('are not counted for deleted and hidden paragraphs, nor shown alone outside tables', async () => {
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const { lines } = await read(
      [
        item('甲', 0),
        `<w:p><w:pPr>${numbered}<w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr><w:del w:id="2" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>`,
        `<w:p><w:pPr>${numbered}<w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r></w:p>`,
        item('乙', 0),
        item('', 0),
        `<w:tbl><w:tr><w:tc>${item('', 0)}</w:tc><w:tc>${p('丙')}</w:tc></w:tr></w:tbl>`,
      ].join(''),
      lists(abstract(0, level(0, 'decimal', '%1', close)) + num(1, 0)),
    );
    expect(lines).toEqual(['1甲', '2乙', '4\t丙']);
  });

  it('are bullets as characters of Unicode', async () => {
    const bullet = (font: string, text: string) =>
      level(0, 'bullet', text, `${apart}<w:rPr><w:rFonts w:ascii="${font}"/></w:rPr>`);
    const { lines } = await read(
      [1, 2, 3, 4].map((list) => item('甲', 0, list)).join(''),
      lists(
        [bullet('Wingdings', '\uf06c'), bullet('Symbol', '\uf0b7'), bullet('Courier New', 'o'), bullet('宋体', '－')]
          .map((levels, i) => abstract(i, levels) + num(i + 1, i))
          .join(''),
      ),
    );
    expect(lines).toEqual(['● 甲', '• 甲', '• 甲', '－甲']);
  });

  it('end where definitions lead in a circle or name levels that are not there', async () => {
    const circle = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>';
    const { lines } = await read(item('甲', 0) + item('乙', 8) + item('丙', 99) + item('丁', 0, 5), {
      ...lists(circle + num(1, 1)),
      'word/styles.xml': `<w:styles ${namespaces}><w:style w:type="numbering" w:styleId="S"><w:name w:val="S"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`,
    });
    expect(lines).toEqual(['甲', '乙', '丙', '丁']);
  });
});
