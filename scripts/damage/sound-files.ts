import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { pdfOf } from '../../tests/ingest/pdf/pdf-file.ts';
import { docFile } from '../../tests/ingest/word/doc-file.ts';

/** Sound files by format, which is the ending of their names. */
export type SoundFiles = ReadonlyMap<string, readonly Buffer[]>;

const title = '关于健全新型举国体制的通知';
const sentences = ['坚持科技自立自强，健全新型举国体制。', '各地区、各部门要加强统筹，打好关键核心技术攻坚战。'];
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Small sound files of each format, two of each, so that one may be spliced into the other. */
export function builtFiles(): SoundFiles {
  return new Map(
    [0, 1]
      .flatMap((i) => [...filesOf(i)])
      .reduce((all, [format, bytes]) => {
        const before = all.get(format) ?? [];
        return all.set(format, [...before, Buffer.from(bytes)]);
      }, new Map<string, Buffer[]>()),
  );
}

function* filesOf(i: number): Generator<[string, Uint8Array]> {
  const lines = [title, ...Array.from({ length: 12 }, (_, n) => `${n + 1}. ${sentences[(n + i) % 2]!.repeat(3)}`)];
  const rows = lines.map((line, n) => `<tr><td>${n}</td><td>${line}</td></tr>`).join('');
  const text = lines.join('\n\n');
  yield ['txt', strToU8(text)];
  yield ['md', strToU8(lines.map((line, n) => (n % 4 === 0 ? `## ${line}\n` : `- **${line}**`)).join('\n'))];
  yield [
    'html',
    strToU8(
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><div id="nav"><a href="/">首页</a></div><div class="main"><h1>${title}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}<table>${rows}</table></div></body></html>`,
    ),
  ];
  const columns = Array.from({ length: 30 }, (_, n) => ({
    text: `Line ${n} of the text, which goes on and on.`,
    x: 72 + 230 * (n % 2),
    y: 740 - 20 * n,
  }));
  yield ['pdf', pdfOf([columns, columns.slice(i)], { info: '/Title (A notice)' })];
  yield ['doc', docFile(lines.map((line, n) => ({ text: `${line}\r`, style: n % 3, isInTable: n > 8 })))];
  yield ['docx', docx(lines, rows)];
  yield ['ofd', ofd(lines)];
  yield [
    'csv',
    strToU8(
      `title,text,year\n${lines
        .slice(0, 4)
        .map((line, n) => `"${line}","${text}",${2000 + n}\n`)
        .join('')}`,
    ),
  ];
  yield ['xlsx', xlsx(lines)];
  yield ['zip', zipSync({ 'a.txt': strToU8(text), '目录/b.md': strToU8(`# ${text}`), '目录/c.docx': docx(lines, '') })];
}

function docx(lines: readonly string[], rows: string): Uint8Array {
  const paragraph = (line: string, n: number) =>
    `<w:p><w:pPr><w:pStyle w:val="${n % 3}"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${line}</w:t></w:r><w:r><w:footnoteReference w:id="${n}"/></w:r></w:p>`;
  const table = rows
    .replace(/<(\/?)t([rd])>/g, (_, close, part) => `<${close}w:t${part === 'r' ? 'r' : 'c'}>`)
    .replace(/<w:tc>([^<]*)/g, '<w:tc><w:p><w:r><w:t>$1</w:t></w:r></w:p>');
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships ${relations}><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships ${relations}><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/footnotes" Target="footnotes.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${word}><w:body>${lines.map(paragraph).join('')}<w:tbl>${table}</w:tbl></w:body></w:document>`,
    'word/styles.xml': `<w:styles ${word}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="2"/></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="Title"/></w:style></w:styles>`,
    'word/numbering.xml': `<w:numbering ${word}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/footnotes.xml': `<w:footnotes ${word}>${lines.map((line, n) => `<w:footnote w:id="${n}"><w:p><w:r><w:t>${line}</w:t></w:r></w:p></w:footnote>`).join('')}</w:footnotes>`,
    'docProps/core.xml': `<coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></coreProperties>`,
  };
  return packed(files);
}

function ofd(lines: readonly string[]): Uint8Array {
  const space = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const objects = lines.map((line, n) => {
    const step = '4 '.repeat(line.length - 1).trim();
    return `<ofd:TextObject ID="${n + 10}" CTM="1 0 0 1 0 0" Boundary="20 ${20 + 8 * n} 170 6" Font="3" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="${step}">${line}</ofd:TextCode></ofd:TextObject>`;
  });
  return packed({
    'OFD.xml': `<ofd:OFD ${space} Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:Title>${title}</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${space}><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>`,
    'Doc_0/PublicRes.xml': `<ofd:Res ${space} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="SimSun"/></ofd:Fonts></ofd:Res>`,
    'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page ${space}><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="2">${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`,
  });
}

function xlsx(lines: readonly string[]): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const rows = lines.map(
    (_, n) => `<row r="${n + 2}"><c r="A${n + 2}" t="s"><v>${n}</v></c><c r="B${n + 2}"><v>${2000 + n}</v></c></row>`,
  );
  const head =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c><c r="B1" t="inlineStr"><is><t>year</t></is></c></row>';
  return packed({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships ${relations}><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${relations}><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/sharedStrings.xml': `<sst ${main}>${lines.map((line) => `<si><t>${line}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${head}${rows.join('')}</sheetData></worksheet>`,
  });
}

function packed(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** The files under folders by the endings of their names, small ones only; at most so many of a format, in the order of names. */
export function filesUnder(folders: readonly string[], largest: number, most: number): SoundFiles {
  const found = new Map<string, Buffer[]>();
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const path = join(folder, name);
      const { size } = statSync(path);
      const format = extname(name).slice(1).toLowerCase().replace('htm', 'html').replace('htmll', 'html');
      if (!statSync(path).isFile() || size > largest || size === 0 || format === '') continue;
      const files = found.get(format) ?? [];
      if (files.length < most) found.set(format, [...files, readFileSync(path)]);
    }
  }
  return found;
}
