import { decode } from '../encoding/decode.ts';
import { type PageLine, pageLines } from '../html/html-lines.ts';
import { measureHtml } from '../html/html-measure.ts';
import { decodeHtml } from '../html/html-source.ts';
import { parseHtml } from '../html/html-tree.ts';
import type { DocxParts } from './docx-parts.ts';
import { xmlChildren, xmlOf } from './docx-tree.ts';

/** Parts inside parts of a saved web page; programs write one or two levels. */
const deepestPart = 5;

/**
 * The lines of files of another format (a saved web page, mostly) that stand in a document for its text, by the ids of
 * their places. Undefined stands for one that is not read: RTF, or a document in the document.
 */
export async function docxAltChunks(parts: DocxParts, id: string): Promise<Map<string, PageLine[] | undefined>> {
  const chunks = new Map<string, PageLine[] | undefined>();
  for (const relation of xmlChildren(xmlOf(parts['word/_rels/document.xml.rels'])?.Relationships, 'Relationship')) {
    if (!String(relation.Type).endsWith('/aFChunk')) continue;
    const target = String(relation.Target);
    const content = parts[target.startsWith('/') ? target.slice(1) : `word/${target}`];
    chunks.set(String(relation.Id), content === undefined ? undefined : await chunkLines(target, content, id));
  }
  return chunks;
}

async function chunkLines(name: string, content: Uint8Array, id: string): Promise<PageLine[]> {
  const page = /\.mht(?:ml)?$/i.test(name) ? savedPage(content) : content;
  if (/\.txt$/i.test(name)) {
    const lines = decode(content, undefined, id).text.split(/\r\n|[\r\n]/);
    return lines.map((text) => ({ text, kind: 'paragraph', level: 0, out: false }));
  }
  const tree = await parseHtml(decodeHtml(page, id).text);
  return pageLines(tree, measureHtml(tree)).filter(({ out }) => !out);
}

/** The web page in a saved one (MIME, RFC 2557); the whole content where it has no such parts. */
function savedPage(content: Uint8Array): Uint8Array {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  return pageIn(text, 0) ?? content;
}

/** `text` has a character a byte. */
function pageIn(text: string, depth: number): Uint8Array | undefined {
  const end = /\r?\n\r?\n/.exec(text);
  if (end === null) return undefined;
  const head = text.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ');
  const body = text.slice(end.index + end[0].length);
  const type = /^content-type:(.*)$/im.exec(head)?.[1] ?? '';
  const [, quoted, bare] = /\bboundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (boundary !== undefined && depth < deepestPart) {
    for (const part of body.split(`--${boundary}`)) {
      const page = pageIn(part.replace(/^\r?\n/, ''), depth + 1);
      if (page !== undefined) return page;
    }
    return undefined;
  }
  if (!/text\/html|application\/xhtml/i.test(type)) return undefined;
  const bytes = unpacked(body, /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase());
  const charset = /\bcharset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1];
  // What the head of the part says of its encoding is said to the reader as a page says it.
  return charset === undefined ? bytes : Buffer.concat([Buffer.from(`<?xml encoding="${charset}"?>`), bytes]);
}

function unpacked(body: string, encoding: string | undefined): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/[ \t]*=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, 'latin1');
}
