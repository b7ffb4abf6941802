import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readOfd } from '../../../src/ingest/ofd/read-ofd.ts';
import type { CorpusError } from '../../../src/model/errors.ts';
import {
  documentPart,
  entryPart,
  ofdFile,
  packed,
  page,
  partsOf,
  resources,
  textLines,
  textObject,
} from './ofd-file.ts';

const lines = async (bytes: Uint8Array) =>
  (await readOfd(bytes, 'a.ofd')).raw
    .split(/[\n\f]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
const rules = async (bytes: Uint8Array) =>
  ((await readOfd(bytes, 'a.ofd')).messages ?? []).map(({ rule, values }) => [rule, values]);
const refusal = (bytes: Uint8Array) =>
  readOfd(bytes, 'a.ofd').then(
    () => undefined,
    (error) => error as CorpusError,
  );

const text = ['关于开展试点工作的通知', '各市人民政府：', '现将有关事项通知如下。'];

describe('the text of an OFD file', () => {
  it('is its lines from top to bottom, whatever their order in the file', async () => {
    const [first, second, third] = text.map((line, i) => textLines([line], 40 + 8 * i));
    expect(await lines(ofdFile([page(second! + third! + first!)]))).toEqual(text);
  });

  it('is read with any prefix, with none, and in another namespace', async () => {
    const parts = partsOf([page(textLines(text))]);
    for (const prefix of ['', 'x:']) {
      const renamed = Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [
          name,
          String(part).replaceAll('ofd:', prefix).replace('/2016', ''),
        ]),
      );
      expect(await lines(packed(renamed))).toEqual(text);
    }
  });

  it('has pages parted by form feeds and documents one after the other', async () => {
    const parts = {
      'OFD.xml': entryPart(['', '']),
      'Doc_0/Document.xml': documentPart(2),
      'Doc_0/Pages/Page_0/Content.xml': page(textLines(['甲文第一页。'])),
      'Doc_0/Pages/Page_1/Content.xml': page(textLines(['甲文第二页。'])),
      'Doc_1/Document.xml': documentPart(1),
      'Doc_1/Pages/Page_0/Content.xml': page(textLines(['乙文。'])),
    };
    const { raw } = await readOfd(packed(parts), 'a.ofd');
    expect(raw.split('\f').map((content) => content.trim())).toEqual(['甲文第一页。', '甲文第二页。', '乙文。']);
  });

  it('finds parts from the root, from the folder of the part that names them, and with other slashes and case', async () => {
    const parts = partsOf([page(textLines(text))]);
    const at = (location: string) => ({
      ...parts,
      'Doc_0/Document.xml': String(parts['Doc_0/Document.xml']).replace('Pages/Page_0/Content.xml', location),
    });
    for (const location of [
      '/Doc_0/Pages/Page_0/Content.xml',
      'Doc_0/Pages/Page_0/Content.xml',
      './Pages/../Pages/Page_0/Content.xml',
      'pages\\page_0\\content.xml',
    ]) {
      expect(await lines(packed(at(location)))).toEqual(text);
    }
  });

  it('holds characters that are written as references, in CDATA, or with a backslash', async () => {
    const objects = [
      textObject('&#x4E00;&#20108;&lt;三&gt;', 30, 40, { code: 'DeltaX="g 9 5"' }),
      textObject('<![CDATA[<四>]]>', 30, 60, { code: 'DeltaX="g 9 5"' }),
      textObject('five\\0020six', 30, 80, { code: 'DeltaX="g 9 2.5"' }),
      textObject('𫜰𠮷字', 30, 100, { code: 'DeltaX="g 9 5"' }),
    ];
    expect(await lines(ofdFile([page(objects.join(''))]))).toEqual(['一二<三>', '<四>', 'five six', '𫜰𠮷字']);
  });
});

describe('templates and groups', () => {
  const template = (content: string) => ({
    common: '<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/>',
    parts: { 'Doc_0/Tpls/Tpl_0/Content.xml': page(content) },
  });

  it.each(['Background', 'Foreground'])('text of a template in the %s is text of the page', async (order) => {
    const { common, parts } = template(textLines(['申请单位：'], 40));
    const own = page(textLines(['某某大学'], 48), `<ofd:Template TemplateID="7" ZOrder="${order}"/>`);
    expect(await lines(ofdFile([own, page(textLines(['无模板。']))], common, parts))).toEqual([
      '申请单位：',
      '某某大学',
      '无模板。',
    ]);
  });

  it('a missing or damaged template leaves the page, which is told', async () => {
    const own = page(textLines(text), '<ofd:Template TemplateID="7"/>');
    const { common } = template('');
    const damaged = { 'Doc_0/Tpls/Tpl_0/Content.xml': '<ofd:Page><ofd:Content>' };
    for (const file of [ofdFile([own]), ofdFile([own], common), ofdFile([own], common, damaged)]) {
      expect(await lines(file)).toEqual(text);
      expect(await rules(file)).toEqual([['ingest/incomplete-page', { page: 1 }]]);
    }
  });

  it('nested blocks and groups of objects stand where their transforms put them', async () => {
    const inner = textLines(['下面的一行'], 0);
    const common = '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>';
    const unit = resources(
      `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5" Width="9" Height="9"><ofd:Content>${inner}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
    );
    // Half the size at 100 mm from the top: below the block.
    const group = '<ofd:CompositeObject ID="6" ResourceID="5" Boundary="0 100 90 90" CTM="0.5 0 0 0.5 15 0"/>';
    const block = `<ofd:PageBlock ID="3"><ofd:PageBlock ID="4">${textLines(['上面的一行'], 60)}</ofd:PageBlock></ofd:PageBlock>`;
    const { raw, layout } = await readOfd(
      ofdFile([page(group + block)], common, { 'Doc_0/DocumentRes.xml': unit }),
      'a',
    );
    expect(
      raw
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ).toEqual(['上面的一行', '下面的一行']);
    expect(layout).toBeDefined();
  });

  it('groups that hold themselves end in a message', async () => {
    const common = '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>';
    const self = '<ofd:CompositeObject ID="6" ResourceID="5" Boundary="0 0 9 9"/>'.repeat(9);
    const unit = resources(
      `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5"><ofd:Content>${self}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
    );
    const file = ofdFile([page(self), page(textLines(text))], common, { 'Doc_0/DocumentRes.xml': unit });
    expect(await lines(file)).toEqual(text);
    expect(await rules(file)).toEqual([['ingest/unreadable-page', { page: 1 }]]);
  });
});

describe('what is not shown', () => {
  it('is left out, but for the text under a picture of a page', async () => {
    const hidden = textObject('看不见', 30, 60, { more: 'Visible="false"', code: 'DeltaX="5 5"' });
    expect(await lines(ofdFile([page(textLines(text) + hidden)]))).toEqual(text);
    expect(await lines(ofdFile([page(`<ofd:ImageObject ID="3" Boundary="0 0 210 297"/>${hidden}`)]))).toEqual([
      '看不见',
    ]);
  });

  it('a page without text is told with its number', async () => {
    const picture = page('<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="8"/>');
    expect(await rules(ofdFile([page(textLines(text)), picture]))).toEqual([['ingest/no-text-layer', { page: 2 }]]);
  });

  it('stamps and notes are no text of the page, which is told; slanted marks behind the text are left out', async () => {
    const annotation = `<ofd:PageAnnot><ofd:Annot Type="Stamp" ID="1"><ofd:Appearance Boundary="0 0 99 99">${textLines(['保密资料'])}</ofd:Appearance></ofd:Annot><ofd:Annot Type="Link" ID="2"/></ofd:PageAnnot>`;
    const list =
      '<ofd:Annotations><ofd:Page PageID="1"><ofd:FileLoc>A_0.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>';
    const slanted = textObject('内部文件', 50, 100, { more: 'CTM="0.7 0.7 -0.7 0.7 0 0"', code: 'DeltaX="g 3 5"' });
    const file = ofdFile(
      [page(slanted + textLines(text))],
      '',
      { 'Doc_0/Annots/Annotations.xml': list, 'Doc_0/Annots/A_0.xml': annotation },
      '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>',
    );
    expect(await lines(file)).toEqual(text);
    expect(await rules(file)).toEqual([['ingest/annotations-left-out', { count: 1 }]]);
  });
});

describe('what an OFD file says of itself', () => {
  it('is read from its DocInfo', async () => {
    const info =
      '<ofd:DocInfo><ofd:DocID>1</ofd:DocID><ofd:Title>关于开展\n试点工作的通知</ofd:Title><ofd:Author>办公厅</ofd:Author><ofd:Creator>Suwell</ofd:Creator><ofd:CreationDate>2021-06-02T08:00:00+08:00</ofd:CreationDate><ofd:Subject>试点</ofd:Subject><ofd:Keywords><ofd:Keyword>数据</ofd:Keyword><ofd:Keyword>要素</ofd:Keyword></ofd:Keywords></ofd:DocInfo>';
    const { meta } = await readOfd(ofdFile([page(textLines(text))], '', { 'OFD.xml': entryPart([info]) }), 'a.ofd');
    expect(meta).toEqual({
      title: '关于开展 试点工作的通知',
      author: '办公厅',
      date: '2021-06-02',
      subject: '试点',
      keywords: '数据; 要素',
    });
  });

  it('but not the name of a program', async () => {
    const info =
      '<ofd:DocInfo><ofd:Title>未命名.ofd</ofd:Title><ofd:Author>iOFD 2.1</ofd:Author><ofd:Creator>iOFD 2.1</ofd:Creator></ofd:DocInfo>';
    const { meta } = await readOfd(ofdFile([page(textLines(text))], '', { 'OFD.xml': entryPart([info]) }), 'a.ofd');
    expect(meta).toEqual({});
  });
});

describe('a file that cannot be read whole', () => {
  it('loses a damaged or missing page, which is told, and not the others', async () => {
    const good = page(textLines(text));
    for (const bad of ['<ofd:Page><ofd:Content><ofd:Layer>', '', 'PK\x03\x04']) {
      const file = ofdFile([bad, good]);
      expect(await lines(file)).toEqual(text);
      expect(await rules(file)).toEqual([['ingest/unreadable-page', { page: 1 }]]);
    }
    const { 'Doc_0/Pages/Page_0/Content.xml': _, ...others } = partsOf([good, good]);
    expect(await rules(packed(others))).toEqual([['ingest/unreadable-page', { page: 1 }]]);
  });

  it('loses a page whose bytes are wrong', async () => {
    const bytes = ofdFile([page(textLines(text)), page(textLines(text))]);
    const first = Buffer.from(bytes).indexOf('Pages/Page_0/Content.xml');
    bytes[first + 200]! ^= 0xff;
    expect(await lines(bytes)).toEqual(text);
    expect(await rules(bytes)).toEqual([['ingest/unreadable-page', { page: 1 }]]);
  });

  it('loses a damaged document beside a good one', async () => {
    const parts = { ...partsOf([page(textLines(text))]), 'OFD.xml': entryPart(['', '']), 'Doc_1/Document.xml': '<a>' };
    expect(await lines(packed(parts))).toEqual(text);
    expect(await rules(packed(parts))).toEqual([['ingest/unreadable-page', { page: 2 }]]);
  });

  it.each([
    ['no ZIP file', strToU8('OFD')],
    ['cut off', ofdFile([page(textLines(text))]).subarray(0, 700)],
    ['without OFD.xml', packed({ 'Doc_0/Document.xml': documentPart(1) })],
    ['without a document', packed({ 'OFD.xml': entryPart() })],
    ['without a body', packed({ 'OFD.xml': entryPart([]) })],
    ['without pages', ofdFile([])],
    ['with entities', ofdFile([], '', { 'OFD.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${entryPart()}` })],
  ])('%s is refused as damaged', async (_what, bytes) => {
    const error = await refusal(bytes);
    expect(error).toMatchObject({ code: 'input/damaged', values: { format: 'ofd' } });
    expect(error?.values.reason).not.toBe('');
  });

  it('is refused where it is encrypted: by the standard for OFD, or as a ZIP file', async () => {
    const parts = { ...partsOf([page(textLines(text))]), 'Encryptions.xml': '<Encryptions/>' };
    expect(await refusal(packed(parts))).toMatchObject({ code: 'input/encrypted', values: { format: 'ofd' } });
    const bytes = packed(partsOf([page('')]));
    const entry = Buffer.from(bytes).indexOf('PK\x01\x02', 0, 'latin1');
    bytes[entry + 8]! |= 1;
    expect(await refusal(bytes)).toMatchObject({ code: 'input/encrypted', values: { format: 'ofd' } });
  });

  it('is refused where it would grow too large', async () => {
    const bomb = zipSync({
      ...toBytes(partsOf([page('')])),
      'Doc_0/Pages/Page_0/Content.xml': new Uint8Array(60 * 2 ** 20),
    });
    expect(await refusal(bomb)).toMatchObject({ code: 'input/archive-too-large' });
    const many = documentPart(1).replace(/<ofd:Page .*?\/>/, (one) => one.repeat(5001));
    expect(await refusal(ofdFile([page('')], '', { 'Doc_0/Document.xml': many }))).toMatchObject({
      code: 'input/too-many-pages',
      values: { pages: 5001 },
    });
  });
});

function toBytes(parts: Record<string, string | Uint8Array>): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(parts).map(([k, part]) => [k, typeof part === 'string' ? strToU8(part) : part]),
  );
}
