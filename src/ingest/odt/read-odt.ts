import { CorpusError } from '../../model/errors.ts';
import { packedParts } from '../archive/packed-parts.ts';
import { damagedFile } from '../damaged-file.ts';
import type { Reader } from '../reader.ts';
import { LeftOut } from '../word/left-out.ts';
import { MarkedLines } from '../word/marked-lines.ts';
import { descendants, type XmlNode, xmlChild, xmlText, xmlTree } from '../word/xml-tree.ts';
import { OdtLines } from './odt-lines.ts';
import { OdtLists } from './odt-lists.ts';
import { odtStyles } from './odt-styles.ts';

const format = 'odt';
const heads = new Set(['header', 'header-left', 'header-first']);
const feet = new Set(['footer', 'footer-left', 'footer-first']);
/** Documents have no definition of entities, which may make a small file a huge text. */
const documentType = Buffer.from('<!DOCTYPE');

/**
 * Reads a text document of OpenDocument (ODF 1.3): heads of pages as furniture, its blocks a line each with the numbers of
 * its lists, its notes after their marks (`[1]`), and feet of pages as furniture. Deleted and hidden text is left out. Throws
 * input/damaged (`format`, `reason`), input/encrypted (`format`) and input/archive-too-large (`bytes`, `limit`).
 */
export const readOdt: Reader = async (bytes, id) => {
  try {
    const parts = packedParts(bytes, id, format);
    const manifest = parts['META-INF/manifest.xml'];
    if (manifest !== undefined && asBuffer(manifest).includes('encryption-data')) {
      throw new CorpusError('input/encrypted', id, { format });
    }
    for (const name of ['content.xml', 'styles.xml', 'meta.xml']) {
      const part = parts[name];
      if (part !== undefined && asBuffer(part).includes(documentType)) throw new Error(`${name} defines entities`);
    }
    const content = await xmlTree(parts['content.xml']);
    const styles = await xmlTree(parts['styles.xml']);
    const text = xmlChild(content, 'body', 'text');
    if (text === undefined) throw new Error('it has no text');
    const leftOut = new LeftOut();
    const lines = new MarkedLines();
    const both = [styles, content];
    const writer = new OdtLines(lines, odtStyles(both), new OdtLists(both), leftOut);
    const seen = new Set<string>();
    const pages = xmlChild(styles, 'master-styles') ?? { type: 'tag' };
    for (const head of descendants(pages, heads)) writer.addFurniture(head, seen);
    writer.addBlocks(text);
    writer.addNotes();
    for (const foot of descendants(pages, feet)) writer.addFurniture(foot, seen);
    const { raw, marks } = lines;
    return { raw, marks, meta: odtMeta(await xmlTree(parts['meta.xml'])), messages: leftOut.messages(raw) };
  } catch (cause) {
    throw damagedFile(format, id, cause);
  }
};

function asBuffer(part: Uint8Array): Buffer {
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength);
}

/** `title`, `author` and `date` (of its creation, as YYYY-MM-DD) that a document says of itself. */
function odtMeta(part: XmlNode | undefined): Record<string, string> {
  const own = xmlChild(part, 'meta');
  const text = (name: string) => xmlText(xmlChild(own, name)).trim();
  const meta: Record<string, string> = {};
  const title = text('title');
  const author = text('initial-creator') || text('creator');
  const date = /^\d{4}-\d{2}-\d{2}/.exec(text('creation-date'))?.[0];
  if (title !== '') meta.title = title;
  if (author !== '') meta.author = author;
  if (date !== undefined) meta.date = date;
  return meta;
}
