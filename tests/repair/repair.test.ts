import { describe, expect, it } from 'vitest';
import { toSource } from '../../src/text/offset-map.ts';
import { blockTexts, repairText } from '../repair-text.ts';

/** A paragraph set in lines of `width` characters, as a copy without its indent has it: the first line is two shorter. */
function set(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let rest = paragraph;
  let room = width - 2;
  while (rest.length > room) {
    let cut = room;
    while (/^[，。；：、！？”）》]/.test(rest.slice(cut))) cut--;
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut);
    room = width;
  }
  return [...lines, rest];
}

const first =
  '全市上下要把稳定粮食生产摆在突出位置，层层压实责任，严格落实播种面积和单产提升任务，不得以任何理由挤占耕地。各区县要逐村核实地块，建立台账，对撂荒地实行销号管理，做到底数清、情况明。';
const second =
  '农业农村部门要会同气象、水利等单位做好灾情会商，提前调运种子、化肥和农机，确保一旦受灾能够及时改种补种，把损失降到最低限度。';
const third = '财政部门要保障所需经费，加强监督检查，对截留挪用的依法严肃处理。';

const found = (raw: string, format = 'text') => blockTexts(repairText(raw, format)).map((b) => `${b.kind}: ${b.text}`);
const kinds = (raw: string) => blockTexts(repairText(raw)).map((b) => b.kind);

describe('breaks inside paragraphs are the page’s', () => {
  const lines = [first, second, third].flatMap((paragraph) => set(paragraph, 24));
  const expected = [first, second, third].map((paragraph) => `paragraph: ${paragraph}`);

  it('no empty line anywhere: the lost indent shows where a paragraph begins', () => {
    expect(found(lines.join('\n'))).toEqual(expected);
  });

  it('one empty line after every line', () => {
    expect(found(lines.join('\n\n'))).toEqual(expected);
  });

  it('CR LF, as from Windows', () => {
    expect(found(lines.join('\r\n'))).toEqual(expected);
  });

  it('indents kept as two ideographic spaces', () => {
    const kept = [first, second, third].flatMap((p) => set(p, 24).map((line, i) => (i === 0 ? `　　${line}` : line)));
    expect(found(kept.join('\n'))).toEqual(expected);
  });

  it('a paragraph runs over a page: form feed, page number and running head between', () => {
    const turned = [
      ...lines.slice(0, 2),
      '— 3 —',
      '\f某市农业农村工作简报',
      ...lines.slice(2, 5),
      '— 4 —',
      '\f某市农业农村工作简报',
      ...lines.slice(5),
    ];
    const blocks = found(turned.join('\n'));
    expect(blocks.filter((b) => b.startsWith('paragraph'))).toEqual(expected);
    expect(blocks.filter((b) => b.startsWith('furniture'))).toEqual([
      'furniture: — 3 —',
      'furniture: 某市农业农村工作简报',
      'furniture: — 4 —',
      'furniture: 某市农业农村工作简报',
    ]);
  });

  it('a page or column begins with a space where the empty line is missing', () => {
    const copied = lines.map((line, i) => (i === 0 ? line : i === 3 ? `\n ${line}` : `\n\n${line}`)).join('');
    expect(found(copied)).toEqual(expected);
  });
});

describe('breaks between blocks are the author’s', () => {
  it('good text stays as it is', () => {
    const good = ['关于开展秋季植树活动的通知', '各街道办事处：', first, '一、任务分工', second, third].join('\n');
    expect(blockTexts(repairText(good)).map((b) => b.text)).toEqual(good.split('\n'));
  });

  it('paragraphs parted only by two ideographic spaces', () => {
    expect(found(`${first}　　${second}　　${third}`)).toEqual([first, second, third].map((p) => `paragraph: ${p}`));
  });

  it('a heading over two lines is one heading and does not swallow the paragraph after it', () => {
    const raw = [
      ...set(first, 24),
      '二、健全粮食生产责任落实体系与防灾',
      '减灾工作的协同机制',
      ...set(second, 24),
    ].join('\n');
    expect(found(raw)).toEqual([
      `paragraph: ${first}`,
      'heading: 二、健全粮食生产责任落实体系与防灾减灾工作的协同机制',
      `paragraph: ${second}`,
    ]);
  });

  it('an article that begins in the middle of a line begins a block', () => {
    expect(found('第一条 为了加强公园管理，制定本办法。第二条 本办法适用于本市公园。')).toEqual([
      'paragraph: 第一条 为了加强公园管理，制定本办法。',
      'paragraph: 第二条 本办法适用于本市公园。',
    ]);
  });

  it('so does one right after the name of its chapter', () => {
    expect(found('第二章　附则第四条　本办法自公布之日起施行。')).toEqual([
      'heading: 第二章 附则',
      'paragraph: 第四条 本办法自公布之日起施行。',
    ]);
    expect(found('第二章　依照第四条　规定的开放办理。')).toHaveLength(1);
  });

  it('a reference to an article inside a sentence does not', () => {
    expect(kinds('违反本办法第八条 规定的，依照第九条处理。')).toEqual(['paragraph']);
  });

  it('第三条 on a line of its own belongs to the line after it', () => {
    expect(found('第三条\n\n公园应当免费开放。\n\n第四条\n\n开放时间由主管部门公布。')).toEqual([
      'paragraph: 第三条公园应当免费开放。',
      'paragraph: 第四条开放时间由主管部门公布。',
    ]);
  });
});

describe('kinds of blocks', () => {
  it.each([
    '2023年第5期',
    '— 3 —',
    '· 12 ·',
    '第 3 页 共 10 页',
    'https://www.example.org/zwgk/content_12.html 1/3',
    '2024/5/6 10:21 某市关于公园管理的通知-某市人民政府',
  ])('%s is furniture: kept, and out of the text', (line) => {
    const document = repairText([...set(first, 24), line, ...set(second, 24)].join('\n'));
    expect(
      blockTexts(document)
        .filter((b) => b.kind === 'furniture')
        .map((b) => b.text),
    ).toEqual([line]);
    expect(document.text).not.toContain(line);
  });

  it('what stands around the text of a web page is furniture', () => {
    const raw = [
      '下载',
      '打印',
      '【字号：',
      '大',
      '中',
      '小',
      '】',
      '某市公园管理办法',
      '来源：某市园林局',
      first,
      second,
      '打印本页',
    ];
    expect(found(raw.join('\n')).filter((b) => !b.startsWith('furniture'))).toEqual([
      'title: 某市公园管理办法',
      `paragraph: ${first}`,
      `paragraph: ${second}`,
    ]);
  });

  it('also what stands after it: links, the source, the file names of pictures; who took a picture is its caption', () => {
    const blocks = blockTexts(
      repairText(
        `省长作政府工作报告。本报记者戴某摄\n\n　　${first}\n\n》》点击图片进入专题《《\n×\n相关报道：\n（来源：某某日报）\nabcd39f1fb7f426d9dfb6bd0fa1f2146:\n`,
      ),
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['caption', 'paragraph', ...new Array(5).fill('furniture')]);
  });

  it('contents, captions, notes and references', () => {
    const raw = [
      '目录',
      '一、总体要求………………1',
      '二、保障措施………………4',
      first,
      '表1 各区县播种面积',
      '注：单位为万亩。',
      second,
      '参考文献',
      '[1] 陈某.公园治理[M].某市:某出版社,2014:33.',
      '[2] 李某.绿地规划[J].某刊,2018(2):4.',
    ];
    expect(kinds(raw.join('\n'))).toEqual([
      'contents',
      'contents',
      'contents',
      'paragraph',
      'caption',
      'note',
      'paragraph',
      'heading',
      'reference',
      'reference',
    ]);
  });

  it('what stands under 注释 is a note, but for books and papers', () => {
    const raw = [
      first,
      '注释',
      '［1］四库：',
      '水库、粮库、钱库、碳库。',
      '［2］陈某：《公园治理》，某出版社2014年版，第33页。',
    ];
    expect(kinds(raw.join('\n'))).toEqual(['paragraph', 'heading', 'note', 'note', 'reference']);
  });

  it('the speaker under a title, a dateline and the line to whom a document goes are no headings', () => {
    const head = ['政府工作报告', '国务院总理顾某', '各位代表：'];
    expect(kinds([...head, first].join('\n'))).toEqual(['title', 'paragraph', 'paragraph', 'paragraph']);
    const notice = ['关于做好防汛工作的通知', '各区县人民政府，市政府各委、办、局：', first];
    expect(kinds(notice.join('\n'))).toEqual(['title', 'paragraph', 'paragraph']);
    expect(kinds(['政府工作报告', '新华社某地3月14日电', first].join('\n'))).toEqual([
      'title',
      'paragraph',
      'paragraph',
    ]);
  });

  it('the number of a paragraph on a line of its own belongs to the line after it', () => {
    expect(found(`99.\n${first}\n100.\n${second}`)).toEqual([`list: 99.${first}`, `list: 100.${second}`]);
  });

  it('Markdown marks are taken off, and tell the kind', () => {
    expect(
      found(`# 某市公园管理办法\n\n## 第一章 总则\n\n${third}\n\n- **免费**开放\n- 限时开放\n`, 'markdown'),
    ).toEqual([
      'title: 某市公园管理办法',
      'heading: 第一章 总则',
      `paragraph: ${third}`,
      'list: 免费开放',
      'list: 限时开放',
    ]);
  });
});

describe('spaces and hyphens', () => {
  const text = (raw: string) => repairText(raw).text;

  it('no space between Han and Han or Han and full-width marks, one between Latin words', () => {
    expect(text('本市 公园 （以下 简称 Belt and  Road 项目） 。')).toBe('本市公园（以下简称Belt and Road项目）。');
  });

  it('the space after the number of a chapter is the author’s', () => {
    expect(text('第一章 总则')).toBe('第一章 总则');
  });

  it('the spaces between names are the author’s, the one inside a name is not', () => {
    expect(text(`关于公园管理的讲话\n省长　顾 某\n陈某某 李某\n${first}`).split('\n').slice(1, 3)).toEqual([
      '省长 顾某',
      '陈某某 李某',
    ]);
  });

  it('Latin words broken over lines: joined by a space, at a hyphen without', () => {
    const lines = [
      '本研究采用的分析框架来自 sustainable',
      'development 文献，并参考 infrastruc-',
      'ture 方面的最新成果，力求全面反映',
      '各方面的实际情况和不同意见，以便作',
      '出科学判断和稳妥安排。',
    ];
    expect(text(lines.join('\n'))).toContain('sustainable development文献，并参考infrastructure方面');
  });
});

describe('decisions', () => {
  it('every break has one, with a rule and a confidence, and its place in the raw text', () => {
    const raw = set(first, 24).join('\n');
    const { decisions } = repairText(raw);
    expect(decisions.map((d) => d.join)).toEqual(Array(decisions.length).fill(true));
    expect(decisions.map((d) => raw[d.offset])).toEqual(Array(decisions.length).fill('\n'));
    for (const decision of decisions) expect(decision.confidence).toBeGreaterThan(0.9);
  });

  it('a term cut by a line end is whole in the text and leads back to both lines', () => {
    const raw = set(first, 24).join('\n');
    const document = repairText(raw);
    const start = document.text.indexOf('单产提升');
    const source = toSource(document.map, { start, end: start + 4 });
    expect(raw.slice(source.start, source.end).replace('\n', '')).toBe('单产提升');
  });
});
