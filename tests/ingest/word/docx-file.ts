import { strToU8, zipSync } from 'fflate';
import { readDocx } from '../../../src/ingest/word/read-docx.ts';

export const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
export const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const styles = `<w:styles ${namespaces}>${[
  style('1', 'heading 1'),
  style('a2', '标题 2'),
  style('z3', '公文三级', '<w:basedOn w:val="h3"/>'),
  style('h3', 'Heading 3'),
  style('o4', '条款', '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>'),
  style('t', 'Title'),
  style('c', '题注'),
  style('TOC1', 'toc 1'),
  style('loop', '环', '<w:basedOn w:val="loop"/>'),
].join('')}</w:styles>`;
export const numbering = `<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

/** A document with this body; `more` replaces and adds parts, `relations` are those of the document. */
export function docx(body: string, more: Record<string, string | Uint8Array> = {}, relations = ''): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    ...more,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([k, part]) => [k, typeof part === 'string' ? strToU8(part) : part])),
  );
}

export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const p = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${text.startsWith('<') ? text : run(text)}</w:p>`;
export const styled = (id: string, text: string) => p(text, `<w:pStyle w:val="${id}"/>`);

/** What is read of such a document, its lines, and its marks with the text of their lines. */
export async function read(body: string, more: Record<string, string | Uint8Array> = {}, relations = '') {
  const text = await readDocx(docx(body, more, relations), 'a.docx');
  const lines = text.raw.split('\n');
  const marks = (text.marks ?? []).map(({ start, kind, level }) => {
    const end = text.raw.indexOf('\n', start);
    return [text.raw.slice(start, end < 0 ? undefined : end), kind, level] as const;
  });
  return { ...text, lines, marks };
}
