import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/ingest/html/read-html.ts';
import { describeWithData } from '../../shared-data.ts';
import { encodeText, type TestEncoding } from '../encoding/encode-text.ts';

async function read(markup: string, encoding: TestEncoding = 'utf-8') {
  const page = await readHtml(encodeText(markup, encoding)!, 'page.html');
  const lines = page.raw.split('\n');
  const marks = (page.marks ?? []).map(({ start, kind, level }) => {
    const end = page.raw.indexOf('\n', start);
    return [page.raw.slice(start, end < 0 ? undefined : end), kind, level] as const;
  });
  const leftOut = page.messages?.find(({ rule }) => rule === 'ingest/html-left-out')?.values;
  return { ...page, lines, marks, leftOut };
}

const first = '　　为贯彻落实全市数字经济工作部署，进一步优化营商环境，现就有关事项通知如下，请结合实际认真执行。';
const second = '　　各区各部门要明确责任分工，加强协调配合，确保各项任务按期完成，并于每季度末报送进展情况。';
const notice = '关于做好数字乡村试点工作的通知';

const governmentPage = `<!DOCTYPE html><html><head><meta charset="utf-8">
<title>${notice}_部门文件_青山市人民政府</title>
<meta name="ArticleTitle" content="${notice}"><meta name="PubDate" content="2021-3-5 10:30:00">
<meta name="ContentSource" content="市农业农村局"><meta name="Author" content=""><meta name="keywords" content="乡村;数字">
<style>.a{color:red}</style><script>var a = "脚本里的字<p>";</script></head><body>
<div class="header"><a href="/">青山市人民政府</a><ul><li><a href="/1">首页</a></li><li><a href="/2">政务公开</a></li>
<li><a href="/3">政务服务</a></li><li><a href="/4">互动交流</a></li></ul></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/x">文件</a></div>
<div class="main"><div class="left"><h1>${notice}</h1><div class="info">发布时间：2021-03-05　来源：市农业农村局</div>
<div class="tools">【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】　<a href="#">打印</a></div>
<div id="zoom"><p>各区人民政府：</p><p>${first}</p><p>${second}</p><p style="text-align:right">青山市农业农村局</p>
<p style="text-align:right">2021年3月5日</p></div>
<div class="files"><p><a href="./P020210305.docx">附件：试点名单.docx</a></p></div></div>
<div class="right"><h3>相关文章</h3><ul><li><a href="/5">一图读懂数字乡村试点</a></li><li><a href="/6">政策解读来了</a></li></ul></div></div>
<div style="display: none">统计代码</div>
<div class="footer"><p>版权所有：青山市人民政府　主办：市政府办公室</p><p>网站标识码0000000000</p></div></body></html>`;

describe('a page of a government', () => {
  it('gives its document without menus, places, buttons and foot', async () => {
    const { lines } = await read(governmentPage);
    expect(lines).toEqual([
      notice,
      '发布时间：2021-03-05　来源：市农业农村局',
      '各区人民政府：',
      first,
      second,
      '青山市农业农村局',
      '2021年3月5日',
      '附件：试点名单.docx',
    ]);
  });

  it('tells how much was left out', async () => {
    const { leftOut } = await read(governmentPage);
    expect(leftOut?.blocks).toBeGreaterThan(10);
    expect(leftOut?.characters).toBeGreaterThan(80);
  });

  it('gives title, date, source and keywords of its head', async () => {
    const { meta, marks } = await read(governmentPage);
    expect(meta).toEqual({ title: notice, date: '2021-03-05', source: '市农业农村局', keywords: '乡村;数字' });
    expect(marks).toEqual([[notice, 'title', 0]]);
  });

  it('is read in the encoding that it declares', async () => {
    const gbk = governmentPage.replace(
      'charset="utf-8"',
      'http-equiv="Content-Type" content="text/html; charset=gb2312"',
    );
    const { raw, encoding } = await read(gbk, 'gb18030');
    expect(encoding).toBe('gb18030');
    expect(raw).toBe((await read(governmentPage)).raw);
  });

  it.each(['gb2312', 'big5', 'iso-8859-1', 'utf-16', 'no-such'])(
    'is not spoilt by a wrong declaration of %s',
    async (name) => {
      const { raw, encoding } = await read(governmentPage.replace('charset="utf-8"', `charset="${name}"`));
      expect(encoding).toBe('utf-8');
      expect(raw).toContain(first);
    },
  );

  it('in GB 18030 is not spoilt by a declaration of UTF-8', async () => {
    const { raw, encoding } = await read(governmentPage, 'gb18030');
    expect(encoding).toBe('gb18030');
    expect(raw).toContain(first);
  });
});

describe('the head of an article', () => {
  const head = `<h1>${notice}</h1><div>青农发〔2021〕12号</div><div>发布日期：2021-03-05</div><div>浏览次数：12 分享到：</div>`;

  it('keeps the number of the document beside the tools of the page', async () => {
    const body = `<div class="body"><p>${first.repeat(4)}</p><p>${second}</p></div>`;
    const { lines } = await read(
      `<div><div>${head}</div>${body}<div><p>青山市政府</p><p>扫一扫在手机打开</p></div></div>`,
    );
    expect(lines).toEqual([
      notice,
      '青农发〔2021〕12号',
      '发布日期：2021-03-05',
      first.repeat(4),
      second,
      '青山市政府',
    ]);
  });

  it('keeps a sentence that has words of the tools in it', async () => {
    const sentence = '申请人可以扫一扫办事大厅的二维码，也可以分享到工作群，或者联系我们的工作人员。';
    const { lines } = await read(
      `<div><p>${first}</p><p>${sentence}</p><p>下一篇：<a href=/2>关于印发规划的通知</a></p></div>`,
    );
    expect(lines).toEqual([first, sentence]);
  });
});

describe('lines and their kinds', () => {
  it('breaks at <br>, and keeps the ideographic spaces that indent', async () => {
    const { lines } = await read(
      `<body><div>第一章　总则<br>　　第一条 为了规范。<br/><br>　　第二条&nbsp;本办法所称 \n 平台。</div>`,
    );
    expect(lines).toEqual(['第一章　总则', '　　第一条 为了规范。', '　　第二条 本办法所称平台。']);
  });

  it('joins lines of the markup between Chinese characters, as Word breaks them', async () => {
    const { lines } = await read(
      '<p class=MsoNormal><span>加快建设\n数字</span>\n<span>中国，发展 5G\nand AI</span><o:p></o:p></p>',
    );
    expect(lines).toEqual(['加快建设数字中国，发展 5G and AI']);
  });

  it('marks headings, lists and captions', async () => {
    const { marks, lines } = await read(
      '<h1>规划</h1><h2>一、总体要求</h2><p>正文。</p><ul><li>甲<ul><li>乙</li></ul></li></ul><figure><figcaption>图1</figcaption></figure>',
    );
    expect(lines).toEqual(['规划', '一、总体要求', '正文。', '甲', '乙', '图1']);
    expect(marks).toEqual([
      ['规划', 'title', 0],
      ['一、总体要求', 'heading', 2],
      ['甲', 'list', 0],
      ['乙', 'list', 0],
      ['图1', 'caption', 0],
    ]);
  });

  it('gives the rows of a table a line each, its cells parted by tabs', async () => {
    const { lines, marks } = await read(
      '<table><caption>表1</caption><tr><th>年份</th><th>投资</th></tr><tr><td><p>2020年</p></td><td><p>12</p><p>亿元</p></td></tr><tr><td></td><td>3</td></tr></table>',
    );
    expect(lines).toEqual(['表1', '年份\t投资', '2020年\t12 亿元', '\t3']);
    expect(marks.map(([, kind]) => kind)).toEqual(['caption', 'table', 'table', 'table']);
  });

  it('takes no table for one that only places the text on the page', async () => {
    const { lines, marks } = await read(
      `<table><tr><td><a href=/>首页</a> <a href=/a>新闻</a></td></tr><tr><td><table><tr><td>${notice}</td></tr><tr><td>${first}<br>${second}</td></tr></table></td></tr></table>`,
    );
    expect(lines).toEqual([notice, first, second]);
    expect(marks).toEqual([]);
  });

  it('keeps the lines of <pre>', async () => {
    const { lines } = await read('<pre>\n第一行\n\n  第二行 &lt;b&gt;</pre>');
    expect(lines).toEqual(['第一行', '  第二行 <b>']);
  });

  it('keeps note numbers and base text, not readings or descriptions of pictures', async () => {
    const { lines, leftOut } = await read(
      '<p>增长5%<sup>[1]</sup>，为<sup>2</sup><ruby>汉<rp>(</rp><rt>han</rt><rp>)</rp></ruby>字<img alt="图片"></p>',
    );
    expect(lines).toEqual(['增长5%[1]，为2汉字']);
    expect(leftOut).toEqual({ blocks: 1, characters: 5 });
  });

  it('has the title where only a plain line says it', async () => {
    const { marks } = await read(`<title>${notice}-青山市政府网站</title><div>${notice}</div><p>${first}</p>`);
    expect(marks).toEqual([[notice, 'title', 0]]);
  });
});

describe('an old page made of tables', () => {
  const page = (middle: string) =>
    `<table><tr><td><a href=/>网站首页</a>|<a href=/1>政务动态</a>|<a href=/2>法规文件</a></td></tr></table>
    <table><tr><td width=180>站内搜索<br><a href=/3>通知公告</a><br><a href=/4>领导讲话</a><br><a href=/5>统计数据</a></td>
    <td><table><tr><td align=center><b>${notice}</b></td></tr><tr><td>青政发〔2004〕12号</td></tr><tr><td>${middle}</td></tr>
    <tr><td>【<a href=javascript:window.print()>打印</a>】【<a href=javascript:window.close()>关闭</a>】</td></tr></table></td></tr></table>
    <table><tr><td>地址：青山市中心路1号　邮编：000000<br>Copyright 2004 青山市人民政府</td></tr></table>`;

  it('gives the text of its largest cell with what stands over it', async () => {
    const { lines } = await read(page(`${first}<br>\r\n${second}<br><br>二〇〇四年五月八日`));
    expect(lines).toEqual([notice, '青政发〔2004〕12号', first, second, '二〇〇四年五月八日']);
  });

  it('gives a table of data that is in it as one', async () => {
    const data = '<table border=1><tr><td>区</td><td>户数</td></tr><tr><td>东区</td><td>120</td></tr></table>';
    const { lines } = await read(page(`${first}<br>${data}${second}`));
    expect(lines).toEqual([notice, '青政发〔2004〕12号', first, '区\t户数', '东区\t120', second]);
  });
});

describe('what a page says of itself', () => {
  it.each([
    ['<title>中国的数字经济_白皮书_中国政府网</title>', { title: '中国的数字经济' }],
    ['<title>青山市人民政府 - 关于印发规划的通知</title>', { title: '关于印发规划的通知' }],
    ['<title>发展规划（2021-2025年）</title>', { title: '发展规划（2021-2025年）' }],
    ['<title>无标题文档</title>', {}],
    ['<title>甲</title><meta property="og:title" content="乙法">', { title: '乙法' }],
    ['<META NAME="PUBDATE" CONTENT="2021年12月3日">', { date: '2021-12-03' }],
    ['<meta name=pubdate content=20211303><meta name=date content=20211203>', { date: '2021-12-03' }],
    ['<meta name=author content=" ">', {}],
  ])('%s', async (head, meta) => {
    expect((await read(`<head>${head}</head><body>文`)).meta).toEqual(meta);
  });
});

describe('in doubt', () => {
  it('keeps all of a page of links', async () => {
    const { lines } = await read(
      '<nav><a href=/>首页</a></nav><ul><li><a href=/1>通知一</a><li><a href=/2>通知二</a></ul>',
    );
    expect(lines).toEqual(['首页', '通知一', '通知二']);
  });

  it('keeps what is beside the main part but is prose', async () => {
    const { raw } = await read(`<div><div>${first.repeat(5)}</div></div><div>${second}</div><div>二〇二一年三月</div>`);
    expect(raw).toContain(second);
    expect(raw).toContain('二〇二一年三月');
  });

  it('keeps a page that is hidden as a whole until a script shows it', async () => {
    const { lines } = await read(`<body><div style="display:none"><p>${first}</p><p>${second}</p></div>请稍候</body>`);
    expect(lines).toEqual([first, second, '请稍候']);
  });

  it('keeps an article in a button without an end', async () => {
    const { lines } = await read(`<button>查询<p>${first}</p><p>${second}</p>`);
    expect(lines).toEqual(['查询', first, second]);
  });

  it('keeps an article in an ASP form', async () => {
    const { lines } = await read(`<form><input value=a><p>${first}</p><select><option>选项</select></form>`);
    expect(lines).toEqual([first]);
  });
});

describe('damaged pages', () => {
  it.each(['<html><body></body></html>', '<p', '<!--', '<script>甲', '<div><img alt=图>'])(
    '%s has no text',
    async (markup) => {
      const { raw, messages } = await read(markup);
      expect(raw).toBe('');
      expect(messages?.map(({ rule }) => rule)).toContain('ingest/html-no-text');
    },
  );

  it.each(['<div>', '<span>', '<b><p>', '<table><tr><td>', '<td><p>', '<li><p>', '<option><tr>', '<ul><li>'])(
    '%s nested 100,000 deep gives its text',
    async (tag) => {
      const { lines } = await read(`<p>前文</p>${tag.repeat(100_000)}深处</b><p>末文`);
      expect(lines).toEqual(expect.arrayContaining(['前文', '末文']));
      expect(lines.join('')).toBe('前文深处末文');
    },
    60_000,
  );

  const names =
    'div p span a li ul ol table tr td th h1 h2 nav footer header br form b section pre ruby rt select'.split(' ');
  const tag = fc.record({
    name: fc.constantFrom(...names),
    end: fc.boolean(),
    attributes: fc.constantFrom(
      '',
      ' href="/a"',
      ' class="nav footer"',
      ' style="display:none"',
      ' hidden',
      ' id="copyright"',
    ),
  });
  const piece = fc.oneof(
    tag.map(({ name, end, attributes }) => (end ? `</${name}>` : `<${name}${attributes}>`)),
    fc.constantFrom(
      '国务院',
      '发展。',
      '版权所有',
      '【打印】',
      '\n',
      ' ',
      '　　',
      '\u00a0',
      '字号大中小',
      `${first}`,
      '甲'.repeat(90),
    ),
  );

  it('never lose a character: each is in the text or counted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const { raw, leftOut } = await read(pieces.join(''));
        const visible = pieces.filter((text) => !text.startsWith('<')).join('');
        const characters = (text: string) => text.replace(/\s/g, '').length;
        expect(characters(raw) + Number(leftOut?.characters ?? 0)).toBe(characters(visible));
      }),
      { numRuns: 500 },
    );
  });

  it('never fail, and never give blank lines or marks that are not at the beginning of one', async () => {
    const junk = fc.oneof(
      piece,
      fc.constantFrom('<', '>', '<!--', '-->', '&#x', '&', '"', '<![CDATA[', '<?xml', '<!', '</', '<title>', '<svg>'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(junk, { maxLength: 60 }), async (pieces) => {
        const {
          raw,
          lines,
          marks,
          marks: { length },
        } = await read(pieces.join(''));
        if (raw !== '') for (const line of lines) expect(line).toMatch(/\S/);
        for (const [line] of marks) expect(lines).toContain(line);
        expect(length).toBeLessThanOrEqual(lines.length);
      }),
      { numRuns: 500 },
    );
  });
});

describeWithData('laws as web pages', (data) => {
  it.each([
    ['刑法.html', 452],
    ['民事诉讼法（2021-12-24）.html', 291],
  ])('%s has all its articles, one after the other', async (name, last) => {
    const { lines, marks } = await read(readFileSync(join(data, 'office/html', name), 'utf8'));
    const numbers = lines.flatMap((line) => /^第([一二三四五六七八九十百零]+)条(?!之)/.exec(line)?.[1] ?? []);
    expect(numbers.map(numberOf)).toEqual(Array.from({ length: last }, (_, i) => i + 1));
    expect(marks.filter(([, kind]) => kind === 'title')).toHaveLength(1);
    expect(lines[0]).toMatch(/^中华人民共和国/);
    expect(lines.join()).not.toMatch(/gitbook/i);
  });

  it('a page of plain text in GB 18030 has its paragraphs', async () => {
    const name = 'GB2312_chardet__chromium_gb18030_with_no_encoding_specified.html.xml';
    const { raw, encoding } = await readHtml(readFileSync(join(data, 'office/encodings', name)), name);
    expect(encoding).toBe('gb18030');
    expect(raw.split('\n')).toHaveLength(7);
  });
});

function numberOf(numeral: string): number {
  let value = 0;
  let digit = 0;
  for (const sign of numeral) {
    const unit = { 十: 10, 百: 100 }[sign];
    if (unit === undefined) digit = '零一二三四五六七八九'.indexOf(sign);
    else {
      value += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return value + digit;
}
