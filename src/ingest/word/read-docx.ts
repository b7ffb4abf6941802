import { CorpusError } from '../../model/errors.ts';
import type { Message } from '../../model/message.ts';
import { damagedFile } from '../damaged-file.ts';
import type { Reader, ReadText } from '../reader.ts';
import { docxAltChunks } from './docx-alt-chunk.ts';
import { DocxLines } from './docx-lines.ts';
import { docxMeta } from './docx-meta.ts';
import { docxModel } from './docx-model.ts';
import { type DocxParts, docxParts } from './docx-parts.ts';
import { docxStyles } from './docx-styles.ts';
import { MarkedLines } from './marked-lines.ts';

const format = 'docx';
const oleSignature = 0xd0cf11e0;
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');
/** The first characters of a definition of entities; documents have none, and it may make a small file a huge text. */
const documentType = Buffer.from('<!DOCTYPE');

/**
 * Reads a Word document: its blocks a line each, then its notes, each after the mark that its reference has: `[1]`. Inserted
 * text is in it, deleted text is not. Throws input/damaged (`format`, `reason`), input/encrypted (`format`) and
 * input/archive-too-large (`bytes`, `limit`); says `ingest/docx-part-not-read` (`count`) of text in another format.
 */
export const readDocx: Reader = async (bytes, id) => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (content.length > 8 && content.readUInt32BE(0) === oleSignature && content.includes(encryptedPackage)) {
    throw new CorpusError('input/encrypted', id, { format });
  }
  try {
    const parts = docxParts(bytes, id);
    for (const [name, part] of Object.entries(parts)) {
      const isMarkup = /\.(?:xml|rels)$/i.test(name);
      if (isMarkup && Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes(documentType)) {
        throw new CorpusError('input/damaged', id, { format, reason: `${name} defines entities` });
      }
    }
    return await readParts(parts, id);
  } catch (cause) {
    throw damagedFile(format, id, cause);
  }
};

async function readParts(parts: DocxParts, id: string): Promise<ReadText> {
  const model = await docxModel(parts);
  const chunks = await docxAltChunks(parts, id);
  const lines = new MarkedLines();
  let count = 0;
  const writer = new DocxLines(lines, docxStyles(parts['word/styles.xml']), (chunk) => {
    const found = chunks.get(chunk);
    if (found === undefined) count++;
    for (const { text, kind, level } of found ?? []) lines.add(text, kind, level);
  });
  writer.addDocument(model);
  const { raw, marks } = lines;
  const messages: Message[] =
    count === 0 ? [] : [{ severity: 'warning', rule: 'ingest/docx-part-not-read', values: { count } }];
  return { raw, marks, meta: docxMeta(parts['docProps/core.xml']), messages };
}
