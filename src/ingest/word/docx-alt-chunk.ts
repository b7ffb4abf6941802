import { decode } from '../encoding/decode.ts';
import { pageLines } from '../html/html-lines.ts';
import { measureHtml } from '../html/html-measure.ts';
import { decodeHtml } from '../html/html-source.ts';
import { parseHtml } from '../html/html-tree.ts';
import { MarkedLines } from './marked-lines.ts';
import { savedPage } from './saved-page.ts';

/**
 * The lines of a text of another format (a saved web page, mostly) that stands in a document for its text. `readOther` reads
 * formats of office programs. Undefined stands for one that is not read.
 */
export async function chunkLines(
  name: string,
  content: Uint8Array,
  id: string,
  readOther: (kind: string, content: Uint8Array) => Promise<MarkedLines | undefined>,
): Promise<MarkedLines | undefined> {
  const start = Buffer.from(content.buffer, content.byteOffset, Math.min(content.byteLength, 64)).toString('latin1');
  if (start.startsWith('PK')) return readOther('docx', content);
  if (/^\s*\{\\rtf/.test(start)) return readOther('rtf', content);
  const lines = new MarkedLines();
  if (/\.txt$/i.test(name)) {
    for (const line of decode(content, undefined, id).text.split(/\r\n|[\r\n]/)) lines.add(line, 'paragraph');
    return lines;
  }
  const page = /\.mht(?:ml)?$/i.test(name) || /^mime-version:/i.test(start) ? savedPage(content) : undefined;
  const tree = await parseHtml(decodeHtml(page ?? content, id).text);
  for (const { text, kind, level, out } of pageLines(tree, measureHtml(tree))) if (!out) lines.add(text, kind, level);
  return lines;
}
