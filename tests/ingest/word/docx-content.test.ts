import { describe, expect, it } from 'vitest';
import { docx, namespaces, office, p, read, run, styled } from './docx-file.ts';

const r = (content: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`;
const field = (instruction: string, result: string) =>
  `${r('<w:fldChar w:fldCharType="begin"/>')}${r(`<w:instrText>${instruction}</w:instrText>`)}${result === '' ? '' : r('<w:fldChar w:fldCharType="separate"/>') + run(result)}${r('<w:fldChar w:fldCharType="end"/>')}`;

describe('the text of a Word document', () => {
  it('has the results of fields and not their instructions', async () => {
    const inner = `${r('<w:fldChar w:fldCharType="begin"/>')}${r('<w:instrText> IF </w:instrText>')}${field('PAGE', '3')}${r('<w:fldChar w:fldCharType="separate"/>')}${run('丙')}${r('<w:fldChar w:fldCharType="end"/>')}`;
    expect((await read(p(`${run('见')}${field(' REF _Ref1 \\h ', '附件1')}${inner}${run('。')}`))).raw).toBe(
      '见附件1丙。',
    );
  });

  it('has characters in circles, without readings over them, and fractions, that fields draw', async () => {
    const circle = field('eq \\o\\ac(○,3)', '');
    const reading = field('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(zhèng),政)', '');
    expect((await read(p(circle + reading + field('EQ \\f(1,2)', '')))).raw).toBe('③政1/2');
  });

  it('is contents from the field that makes it, whatever its style', async () => {
    const { marks } = await read(
      p('目录') +
        p(
          `${r('<w:fldChar w:fldCharType="begin"/>')}${r('<w:instrText>TOC \\o "1-3"</w:instrText>')}${r('<w:fldChar w:fldCharType="separate"/>')}${run('第一章 1')}`,
        ) +
        p(`${run('第二章 ')}${field('PAGEREF _Toc2', '5')}${r('<w:fldChar w:fldCharType="end"/>')}`) +
        p('正文。'),
    );
    expect(marks).toEqual([
      ['第一章 1', 'contents', 0],
      ['第二章 5', 'contents', 0],
    ]);
  });

  it('has boxes once, in whatever form they are drawn, and ornamental letters', async () => {
    const content = `<w:txbxContent>${p('框中文字')}</w:txbxContent>`;
    const drawn = `<w:drawing><wp:anchor xmlns:wp="d"><a:graphic><a:graphicData><wps:wsp xmlns:wps="s"><wps:txbx>${content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
    const old = `<w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${drawn}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`;
    for (const form of [both, drawn, old]) {
      expect((await read(p(`<w:r>${form}</w:r>${run('正文')}`))).lines).toEqual(['正文', '框中文字']);
    }
    const letters = '<w:pict><v:shape><v:textpath string="某市人民政府文件"/></v:shape></w:pict>';
    expect((await read(p(`<w:r>${letters}</w:r>`))).lines).toEqual(['某市人民政府文件']);
  });

  it('has no hidden text, by itself or by its style, and says so', async () => {
    const styles = `<w:styles ${namespaces}><w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;
    const { raw, messages } = await read(
      p(
        run('甲') +
          r('<w:t>藏着</w:t>', '<w:vanish/>') +
          r('<w:t>也藏</w:t>', '<w:rStyle w:val="h"/>') +
          r('<w:t>乙</w:t>', '<w:vanish w:val="0"/><w:rStyle w:val="h"/>') +
          r('<w:t>丙</w:t>', '<w:webHidden/>'),
      ),
      { 'word/styles.xml': styles },
    );
    expect(raw).toBe('甲乙丙');
    expect(messages).toEqual([{ severity: 'info', rule: 'ingest/hidden-text', values: { characters: 4 } }]);
  });

  it('has symbols, hyphens and tabs as characters, and the characters of formulas', async () => {
    const symbol = (font: string, char: string) => r(`<w:sym w:font="${font}" w:char="${char}"/>`);
    const formula =
      '<m:oMath xmlns:m="m"><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>';
    const { raw } = await read(
      p(
        `${symbol('Wingdings', 'F0FE')}${symbol('Symbol', 'F061')}${symbol('宋体', '2103')}${r('<w:softHyphen/><w:noBreakHyphen/><w:tab/>')}${formula}${run('完')}`,
      ),
    );
    expect(raw).toBe('☑α℃\u2011\ta/b完');
  });

  it('has readings left out with a message, and comments', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('han')}</w:rt><w:rubyBase>${run('汉')}</w:rubyBase></w:ruby></w:r>`;
    const { raw, messages } = await read(p(`${ruby}${run('字')}<w:r><w:commentReference w:id="0"/></w:r>`), {
      'word/comments.xml': `<w:comments ${namespaces}><w:comment w:id="0">${p('改一下')}</w:comment></w:comments>`,
    });
    expect(raw).toBe('汉字');
    expect(messages?.map(({ rule }) => rule)).toEqual(['ingest/comments-left-out', 'ingest/readings-left-out']);
  });

  it('misses charts, diagrams and embedded files with messages', async () => {
    const graphic = (content: string) =>
      `<w:r><w:drawing><a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></w:drawing></w:r>`;
    const { messages } = await read(
      p(
        `${run('甲')}${graphic('<c:chart xmlns:c="c" r:id="x"/>')}${graphic('<dgm:relIds xmlns:dgm="d"/>')}<w:r><w:object><o:OLEObject xmlns:o="o"/></w:object></w:r>`,
      ),
    );
    expect(messages?.map(({ rule, values }) => [rule, values])).toEqual([
      ['ingest/drawings-not-read', { count: 2 }],
      ['ingest/objects-not-read', { count: 1 }],
    ]);
  });

  it('that is only pictures is told', async () => {
    const { messages } = await read(p('<w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r>'));
    expect(messages).toEqual([{ severity: 'warning', rule: 'ingest/no-text', values: { pictures: 1 } }]);
  });
});

describe('heads and feet of pages', () => {
  it('are furniture, each line once, before and after the text', async () => {
    const edge = (kind: string, id: string) => `<w:${kind}Reference w:type="default" r:id="${id}"/>`;
    const part = (kind: string, text: string) => `<w:${kind} ${namespaces}>${p(text)}</w:${kind}>`;
    const relations = ['header', 'footer', 'header']
      .map((kind, i) => `<Relationship Id="e${i}" Type="${office}/${kind}" Target="${kind}${i}.xml"/>`)
      .join('');
    const { lines, marks } = await read(
      `${p('甲。', `<w:sectPr>${edge('header', 'e0')}</w:sectPr>`)}${p('乙。')}<w:sectPr>${edge('header', 'e2')}${edge('footer', 'e1')}</w:sectPr>`,
      {
        'word/header0.xml': part('hdr', '内部资料'),
        'word/header2.xml': part('hdr', '内部资料'),
        'word/footer1.xml': part('ftr', `${run('— ')}${field('PAGE', '1')}${run(' —')}`),
      },
      relations,
    );
    expect(lines).toEqual(['内部资料', '甲。', '乙。', '— 1 —']);
    expect(marks.map(([text, kind]) => [text, kind])).toEqual([
      ['内部资料', 'furniture'],
      ['— 1 —', 'furniture'],
    ]);
  });
});

describe('documents of other programs', () => {
  it('are read in the strict form, with other prefixes, and under other names of parts', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const { lines, marks } = await read('', {
      '_rels/.rels': `<Relationships><Relationship Id="r" Type="${strict}/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>`,
      'word/_rels/document2.xml.rels': `<Relationships><Relationship Id="s" Type="${strict}/officeDocument/relationships/styles" Target="styles2.xml"/></Relationships>`,
      'word/document2.xml': `<x:document xmlns:x="${strict}/wordprocessingml/main"><x:body><x:p><x:pPr><x:pStyle x:val="1"/></x:pPr><x:r><x:t>总则</x:t></x:r></x:p><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>`,
      'word/styles2.xml': `<x:styles xmlns:x="m"><x:style x:type="paragraph" x:styleId="1"><x:name x:val="heading 1"/></x:style></x:styles>`,
    });
    expect(lines).toEqual(['总则', '甲']);
    expect(marks).toEqual([['总则', 'heading', 1]]);
  });

  it('have headings by the names that authors give their styles', async () => {
    const own = (id: string, name: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
    const { marks } = await read(styled('a', '总则') + styled('b', '范围') + styled('c', '术语'), {
      'word/styles.xml': `<w:styles ${namespaces}>${own('a', '一级标题')}${own('b', '章标题')}${own('c', '一级条标题')}</w:styles>`,
    });
    expect(marks.map(([, kind, level]) => [kind, level])).toEqual([
      ['heading', 1],
      ['heading', 1],
      ['heading', 2],
    ]);
  });

  it('may hold a further document', async () => {
    const relation = `<Relationship Id="c1" Type="${office}/aFChunk" Target="inner.docx"/>`;
    const inner = docx(styled('1', '总则') + p('甲。'));
    const { lines, marks } = await read(`${p('前。')}<w:altChunk r:id="c1"/>`, { 'word/inner.docx': inner }, relation);
    expect(lines).toEqual(['前。', '总则', '甲。']);
    expect(marks).toEqual([['总则', 'heading', 1]]);
  });
});

describe('tables', () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;

  it('may stand in tables, and have no rows and cells that were deleted', async () => {
    const inner = `<w:tbl><w:tr>${cell('丙')}${cell('丁')}</w:tr></w:tbl>`;
    const { lines } = await read(
      `<w:tbl><w:tr>${cell('甲')}<w:tc>${p('乙')}${inner}${p('')}</w:tc></w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('删')}${cell('删')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('戊')}${cell('去', '<w:cellDel w:id="2"/>')}</w:tr></w:tbl>`,
    );
    expect(lines).toEqual(['甲\t乙 丙 丁', '\t戊']);
  });

  it('keep rows and cells in content controls', async () => {
    const { lines } = await read(
      `<w:tbl><w:sdt><w:sdtContent><w:tr>${cell('甲')}<w:sdt><w:sdtContent>${cell('乙')}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>`,
    );
    expect(lines).toEqual(['甲\t乙']);
  });
});
