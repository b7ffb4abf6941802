import { CorpusError } from '../../model/errors.ts';
import { type PackedParts, packedParts } from '../archive/packed-parts.ts';
import { damagedFile } from '../damaged-file.ts';
import type { Reader } from '../reader.ts';
import { rtfLines } from '../rtf/read-rtf.ts';
import { chunkLines } from './docx-alt-chunk.ts';
import { DocxLines } from './docx-lines.ts';
import { docxMeta } from './docx-meta.ts';
import { DocxNumbering } from './docx-numbering.ts';
import { type DocxPackage, openPackage } from './docx-package.ts';
import { docxStyles } from './docx-styles.ts';
import { LeftOut } from './left-out.ts';
import { MarkedLines } from './marked-lines.ts';
import { attribute, descendants, type XmlNode, xmlChild, xmlChildren, xmlTree } from './xml-tree.ts';

const format = 'docx';
const oleSignature = 0xd0cf11e0;
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');
/** The first characters of a definition of entities; documents have none, and it may make a small file a huge text. */
const documentType = Buffer.from('<!DOCTYPE');
/** Documents in documents; programs that put documents together write one. */
const deepestDocument = 3;

/**
 * Reads a Word document: heads of pages as furniture, its blocks a line each with the numbers that Word computes for them,
 * its notes, each after the mark that its reference has: `[1]`, and feet of pages as furniture. Inserted text is in it,
 * deleted and hidden text is not. Throws input/damaged (`format`, `reason`), input/encrypted (`format`) and
 * input/archive-too-large (`bytes`, `limit`).
 */
export const readDocx: Reader = async (bytes, id) => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (content.length > 8 && content.readUInt32BE(0) === oleSignature && content.includes(encryptedPackage)) {
    throw new CorpusError('input/encrypted', id, { format });
  }
  try {
    const parts = openParts(bytes, id);
    const leftOut = new LeftOut();
    const { raw, marks } = await documentLines(parts, id, leftOut, 0);
    return { raw, marks, meta: docxMeta(await xmlTree(parts['docProps/core.xml'])), messages: leftOut.messages(raw) };
  } catch (cause) {
    throw damagedFile(format, id, cause);
  }
};

function openParts(bytes: Uint8Array, id: string): PackedParts {
  const parts = packedParts(bytes, id, 'docx');
  for (const [name, part] of Object.entries(parts)) {
    const isMarkup = /\.(?:xml|rels)$/i.test(name);
    if (isMarkup && Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes(documentType)) {
      throw new CorpusError('input/damaged', id, { format, reason: `${name} defines entities` });
    }
  }
  return parts;
}

async function documentLines(parts: PackedParts, id: string, leftOut: LeftOut, depth: number): Promise<MarkedLines> {
  const opened = await openPackage(parts);
  const body = xmlChild(opened.document, 'body');
  if (body === undefined) throw new Error('it has no text');
  const styles = docxStyles(await xmlTree(opened.related('styles')));
  const numbering = new DocxNumbering(await xmlTree(opened.related('numbering')), styles);
  const notes = new Map<string, XmlNode>();
  for (const kind of ['footnote', 'endnote']) {
    for (const note of xmlChildren(await xmlTree(opened.related(`${kind}s`)), kind)) {
      notes.set(`${kind}-${attribute(note, 'id')}`, note);
    }
  }
  leftOut.comments += xmlChildren(await xmlTree(opened.related('comments')), 'comment').length;
  const chunks = await readChunks(opened, body, id, leftOut, depth);
  const lines = new MarkedLines();
  const addChunk = (chunk: string) => {
    const found = chunks.get(chunk);
    if (found === undefined) leftOut.parts++;
    else lines.addAll(found);
  };
  const note = (reference: { kind: string; id: string }) => notes.get(`${reference.kind}-${reference.id}`);
  const writer = new DocxLines(lines, { styles, numbering, note, addChunk }, leftOut);
  const seen = new Set<string>();
  for (const head of await pageEdges(opened, body, 'headerReference')) writer.addFurniture(head, seen);
  writer.addBody(body);
  writer.addNotes();
  for (const foot of await pageEdges(opened, body, 'footerReference')) writer.addFurniture(foot, seen);
  return lines;
}

/** The texts of other formats in a document, by the ids of their places. */
async function readChunks(opened: DocxPackage, body: XmlNode, id: string, leftOut: LeftOut, depth: number) {
  const readOther = async (kind: string, content: Uint8Array) => {
    if (kind === 'rtf') return rtfLines(content, leftOut).lines;
    if (kind !== format || depth >= deepestDocument) return undefined;
    return documentLines(openParts(content, id), id, leftOut, depth + 1);
  };
  const chunks = new Map<string, MarkedLines>();
  for (const place of descendants(body, new Set(['altChunk']))) {
    const chunk = attribute(place, 'id') ?? '';
    const { name = '', content } = opened.target(chunk) ?? {};
    const lines = content === undefined ? undefined : await chunkLines(name, content, id, readOther);
    if (lines !== undefined) chunks.set(chunk, lines);
  }
  return chunks;
}

/** The heads or feet of the pages of all sections, each once. */
async function pageEdges(opened: DocxPackage, body: XmlNode, name: string): Promise<XmlNode[]> {
  const found = new Map<string, XmlNode>();
  for (const reference of descendants(body, new Set([name]))) {
    const target = opened.target(attribute(reference, 'id') ?? '');
    const part = target === undefined || found.has(target.name) ? undefined : await xmlTree(target.content);
    if (target !== undefined && part !== undefined) found.set(target.name, part);
  }
  return [...found.values()];
}
