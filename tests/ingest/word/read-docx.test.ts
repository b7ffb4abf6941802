import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/ingest/word/read-docx.ts';
import { CorpusError } from '../../../src/model/errors.ts';
import { describeWithData } from '../../shared-data.ts';
import { docx, namespaces, numbering, office, p, read, run, styled } from './docx-file.ts';

const refusal = (bytes: Uint8Array) =>
  readDocx(bytes, 'a.docx').then(
    () => undefined,
    (error) => error as CorpusError,
  );

describe('the blocks of a Word document', () => {
  it('are headings by names in English and Chinese, by what a style is based on and by outline levels', async () => {
    const { marks, lines } = await read(
      styled('t', '关于印发规划的通知') +
        styled('1', '一、总体要求') +
        styled('a2', '（一）原则') +
        styled('z3', '1.目标') +
        styled('o4', '（1）要点') +
        p('第一章', '<w:outlineLvl w:val="0"/><w:rPr><w:b/></w:rPr>') +
        p('正文。') +
        styled('loop', '环。') +
        styled('none', '无此样式。'),
    );
    expect(marks).toEqual([
      ['关于印发规划的通知', 'title', 0],
      ['一、总体要求', 'heading', 1],
      ['（一）原则', 'heading', 2],
      ['1.目标', 'heading', 3],
      ['（1）要点', 'heading', 4],
      ['第一章', 'heading', 1],
    ]);
    expect(lines.slice(6)).toEqual(['正文。', '环。', '无此样式。']);
  });

  it('do not have the outline level of a tracked change or of a paragraph after them', async () => {
    const old = '<w:pPrChange w:id="1" w:author="a"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>';
    const { marks } = await read(
      p('甲。', old) + p('乙。', '<w:outlineLvl w:val="9"/>') + p('丙', '<w:outlineLvl w:val="1"/>'),
    );
    expect(marks).toEqual([['丙', 'heading', 2]]);
  });

  it('are list items, captions and lines of contents', async () => {
    const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const { marks } = await read(
      p('甲', item) +
        styled('c', `${run('图')}<w:fldSimple w:instr=" SEQ 图 ">${run('1')}</w:fldSimple>${run(' 流程')}`) +
        styled('TOC1', `<w:hyperlink w:anchor="_Toc1">${run('第一章')}<w:r><w:tab/></w:r>${run('3')}</w:hyperlink>`),
    );
    expect(marks).toEqual([
      ['甲', 'list', 0],
      ['图1 流程', 'caption', 0],
      ['第一章\t3', 'contents', 0],
    ]);
  });

  it('break where the author broke the line, but not in headings', async () => {
    const broken = `${run('关于印发')}<w:r><w:br/></w:r>${run('规划的通知')}`;
    const { lines } = await read(p(broken) + styled('1', broken) + p(`${run('甲')}<w:r><w:cr/></w:r>${run('乙')}`));
    expect(lines).toEqual(['关于印发', '规划的通知', '关于印发规划的通知', '甲', '乙']);
  });

  it('have what was inserted and moved here, not what was deleted and moved away', async () => {
    const { raw } = await read(
      p(
        `${run('加快')}<w:ins w:id="1" w:author="a">${run('建设')}</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveTo w:id="3" w:author="a">${run('中国')}</w:moveTo><w:moveFrom w:id="4" w:author="a">${run('外')}</w:moveFrom>`,
      ),
    );
    expect(raw).toBe('加快建设中国');
  });

  it('join where the end of a paragraph was deleted', async () => {
    const { lines } = await read(p('加快', '<w:rPr><w:del w:id="1" w:author="a"/><w:b/></w:rPr>') + p('建设'));
    expect(lines).toEqual(['加快建设']);
  });

  it('are read where the numbering is broken', async () => {
    const broken = numbering.replace('<w:lvl', '<w:numStyleLink w:val="none"/><w:lvl');
    const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    expect((await read(p('甲', item), { 'word/numbering.xml': broken })).lines).toEqual(['甲']);
  });

  it('have the text of boxes and links, and the characters under readings', async () => {
    const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:shape><v:imagedata r:id="no"/><v:textbox><w:txbxContent>${p('框中文字')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
    const ruby = `<w:r><w:ruby><w:rt>${run('han')}</w:rt><w:rubyBase>${run('汉')}</w:rubyBase></w:ruby></w:r>`;
    const { lines } = await read(
      p(`<w:r>${box}</w:r><w:hyperlink r:id="x">${run('链接')}</w:hyperlink>${ruby}${run('字')}`),
    );
    expect(lines).toEqual(['链接汉字', '框中文字']);
  });
});

describe('tables', () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;

  it('give a line a row, cells parted by tabs, and empty cells where one reaches over others', async () => {
    const { lines, marks } = await read(
      `<w:tbl><w:tr>${cell('地区', '<w:vMerge w:val="restart"/>')}${cell('投资', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('2020')}<w:tc>${p('12')}${p('亿元')}</w:tc></w:tr></w:tbl>`,
    );
    expect(lines).toEqual(['地区\t投资\t', '\t2020\t12 亿元']);
    expect(marks.map(([, kind]) => kind)).toEqual(['table', 'table']);
  });

  it('of one cell are frames around paragraphs', async () => {
    const { lines, marks } = await read(`<w:tbl><w:tr><w:tc>${p('甲。')}${styled('1', '乙')}</w:tc></w:tr></w:tbl>`);
    expect(lines).toEqual(['甲。', '乙']);
    expect(marks).toEqual([['乙', 'heading', 1]]);
  });

  it('that claim a billion columns stay small', async () => {
    const { raw } = await read(
      `<w:tbl><w:tr>${cell('甲', '<w:gridSpan w:val="999999999"/>')}${cell('乙')}</w:tr></w:tbl>`,
    );
    expect(raw.length).toBeLessThan(100);
  });
});

describe('notes', () => {
  it('stand after the text with the marks of their references', async () => {
    const note = (type: string, id: number, text: string) =>
      `<w:${type} w:id="${id}">${p(`<w:r><w:${type}Ref/></w:r>${run(` ${text}`)}`)}</w:${type}>`;
    const { lines, marks } = await read(
      p(
        `${run('数字经济')}<w:r><w:footnoteReference w:id="7"/></w:r>${run('发展')}<w:r><w:endnoteReference w:id="7"/></w:r>${run('。')}`,
      ),
      {
        'word/footnotes.xml': `<w:footnotes ${namespaces}><w:footnote w:type="separator" w:id="-1">${p('线')}</w:footnote>${note('footnote', 7, '见统计局。')}</w:footnotes>`,
        'word/endnotes.xml': `<w:endnotes ${namespaces}>${note('endnote', 7, '见白皮书。')}</w:endnotes>`,
      },
    );
    expect(lines).toEqual(['数字经济[1]发展[2]。', '[1] 见统计局。', '[2] 见白皮书。']);
    expect(marks.map(([, kind]) => kind)).toEqual(['note', 'note']);
  });
});

describe('text that is in another format inside the document', () => {
  const page = '<html><body><h1>通知</h1><p class=MsoNormal>各区人民政府：</p><p>加快建设数字中国。</p></body></html>';
  const relation = (target: string) => `<Relationship Id="c1" Type="${office}/aFChunk" Target="${target}"/>`;
  const chunk = `${p('前。')}<w:altChunk r:id="c1"/>${p('后。')}`;
  const saved = (encoding: string, charset: string, body: string) =>
    `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="b=_1"\r\n\r\n--b=_1\r\nContent-Type: text/html; charset="${charset}"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n--b=_1--\r\n`;
  const quoted = [...Buffer.from(page)]
    .map((byte) => (byte < 0x7f && byte !== 0x3d ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase()}`))
    .join('')
    .replace(/(.{60}[^=]{3})(?!$)/g, '$1=\r\n');
  const gbk = Buffer.concat([
    Buffer.from('<p>'),
    Buffer.from([0xd6, 0xd0, 0xb9, 0xfa, 0xd5, 0xfe, 0xb2, 0xdf]),
    Buffer.from('</p>'),
  ]);

  it.each([
    ['word/afchunk.mht', saved('quoted-printable', 'utf-8', quoted)],
    ['word/afchunk.mht', saved('base64', 'utf-8', Buffer.from(page).toString('base64'))],
    ['word/chunk.html', page],
  ])('is read from %s', async (name, content) => {
    const { lines, marks } = await read(chunk, { [name]: content }, relation(`/${name}`));
    expect(lines).toEqual(['前。', '通知', '各区人民政府：', '加快建设数字中国。', '后。']);
    expect(marks).toEqual([['通知', 'heading', 1]]);
  });

  it('is read in the encoding that its part declares', async () => {
    const content = saved('base64', 'gb2312', gbk.toString('base64'));
    expect((await read(chunk, { 'word/afchunk.mht': content }, relation('afchunk.mht'))).lines[1]).toBe('中国政策');
  });

  it('is read where it is RTF', async () => {
    const { lines } = await read(chunk, { 'word/a.rtf': '{\\rtf1\\uc0 \\u30002 .\\par}' }, relation('a.rtf'));
    expect(lines).toEqual(['前。', '甲.', '后。']);
  });

  it('is missed with a message where its part is missing', async () => {
    const { lines, messages } = await read(chunk, {}, relation('a.rtf'));
    expect(lines).toEqual(['前。', '后。']);
    expect(messages).toEqual([{ severity: 'warning', rule: 'ingest/docx-part-not-read', values: { count: 1 } }]);
  });
});

describe('what a document says of itself', () => {
  const core = (content: string) => ({
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${content}</cp:coreProperties>`,
  });

  it('is its title, author and date', async () => {
    const { meta } = await read(
      p('甲'),
      core(
        '<dc:title> 规划 &amp; 计划</dc:title><dc:creator>张三</dc:creator><dcterms:created>2022-11-25T00:54:00Z</dcterms:created>',
      ),
    );
    expect(meta).toEqual({ title: '规划 & 计划', author: '张三', date: '2022-11-25' });
  });

  it('is left out where it is empty', async () => {
    expect((await read(p('甲'), core('<dc:title></dc:title><dc:creator/>'))).meta).toEqual({});
  });
});

describe('a file that is no good', () => {
  it('is refused before it is unpacked where it would be huge', async () => {
    const bomb = docx(p('甲'), { 'word/big.xml': new Uint8Array(60 * 2 ** 20) });
    expect(await refusal(bomb)).toMatchObject({ code: 'input/archive-too-large', values: { bytes: 60 * 2 ** 20 } });
  });

  it('is refused where its parts together state too many bytes, or one lies about them', async () => {
    const bytes = docx(p('甲'), { 'word/media/a.png': new Uint8Array(1000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x30000000, true);
    }
    expect((await refusal(bytes))?.code).toBe('input/archive-too-large');
  });

  it('is refused where it defines entities', async () => {
    const markup = `<!DOCTYPE w [<!ENTITY a "甲">]><w:document ${namespaces}><w:body>${p('&a;')}</w:body></w:document>`;
    expect(await refusal(docx('', { 'word/document.xml': markup }))).toMatchObject({
      code: 'input/damaged',
      values: { format: 'docx', reason: 'word/document.xml defines entities' },
    });
  });

  it('is damaged where it is cut off, not packed, empty or has no document', async () => {
    const whole = docx(p('甲'));
    for (const bytes of [
      whole.subarray(0, whole.length - 30),
      strToU8('没有'),
      new Uint8Array(),
      zipSync({ a: strToU8('a') }),
    ]) {
      expect(await refusal(bytes)).toMatchObject({ code: 'input/damaged', values: { format: 'docx' } });
    }
  });

  it('is damaged where markup is nested without end', async () => {
    const deep = `${'<w:smartTag>'.repeat(50_000)}${'</w:smartTag>'.repeat(50_000)}`;
    expect((await refusal(docx(`<w:p>${deep}</w:p>`)))?.code ?? 'read').toMatch(/^(?:read|input\/damaged)$/);
  });

  it('is encrypted where Word put a password on it', async () => {
    const bytes = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await refusal(bytes)).toMatchObject({ code: 'input/encrypted', values: { format: 'docx' } });
  });

  it('gives its text or an error for the user whatever bytes were changed', async () => {
    const whole = docx(
      [
        styled('1', '总则'),
        p('加快建设数字中国。'.repeat(40)),
        `<w:tbl><w:tr><w:tc>${p('甲')}</w:tc></w:tr></w:tbl>`,
      ].join(''),
    );
    const { raw } = await readDocx(whole, 'a.docx');
    let seed = 7;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    let refused = 0;
    for (let variant = 0; variant < 200; variant++) {
      let bytes = Uint8Array.from(whole);
      for (let flips = 1 + random(4); flips > 0; flips--) bytes[random(bytes.length)]! ^= 1 << random(8);
      if (variant % 4 === 0) bytes = bytes.subarray(0, random(bytes.length));
      if (variant % 4 === 1) bytes.copyWithin(random(bytes.length), random(bytes.length), random(bytes.length));
      try {
        const text = await readDocx(bytes, 'a.docx');
        // A part whose checksum holds is read as it was.
        if (text.raw !== '') expect(raw.startsWith(text.raw.slice(0, 2))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(CorpusError);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(100);
  }, 60_000);
});

describeWithData('Word documents as people have them', (data) => {
  const folder = join(data, 'office/docx');
  it.each(readdirSync(folder))('%s gives its text', async (name) => {
    const { raw } = await readDocx(readFileSync(join(folder, name)), name);
    expect(raw).toMatch(/\p{Script=Han}{2}/u);
  });

  it('another program reads the same characters', async () => {
    const file = readFileSync(join(folder, '二十大报告_a.docx'));
    const han = (text: string) => text.match(/\p{Script=Han}/gu)?.join('');
    const { value } = await mammoth.extractRawText({ buffer: file });
    expect(han((await readDocx(file, 'a')).raw)).toBe(han(value));
  });

  it('the report to the 20th congress is whole', async () => {
    const { raw, meta } = await readDocx(readFileSync(join(folder, '二十大报告_a.docx')), 'a');
    expect(raw.replace(/\s/g, '').length).toBeGreaterThan(30_000);
    expect(raw).toMatch(/高举中国特色社会主义伟大旗帜/);
    expect(raw).toMatch(/全面推进中华民族伟大复兴而团结奋斗！?$/m);
    expect(meta).toEqual({ author: 'Jun Dao', date: '2022-11-25' });
  });
});
