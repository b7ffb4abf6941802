import { CorpusError } from '../model/errors.ts';
import { decode } from './encoding/decode.ts';
import { fileSignature } from './file-signature.ts';

/** Formats that are read from bytes and not as a text; each has a reader. */
const binaryFormats = ['pdf', 'docx', 'doc', 'ofd'] as const;
type BinaryFormat = (typeof binaryFormats)[number];

/** A name in a ZIP or OLE file that tells what it is. */
const wordDocument = Buffer.from('WordDocument', 'utf16le');
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');
/** A web page begins with one of these after white space, a byte order mark and comments. */
const html =
  /^(?:\s|\0|\ufeff|ï»¿|ÿþ|<\?xml[^>]*>|<!--[\s\S]*?-->)*<(?:!doctype\s+html|html|head|body|meta|title)[\s>]/i;
const beginning = 1024;

/**
 * The format of a file by its content; its name, which promises another, says only what the content leaves open. Undefined
 * where it is a known format that cannot be read.
 */
export function contentFormat(bytes: Uint8Array, promised: string): string | undefined {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = fileSignature(bytes);
  if (kind === 'PDF') return 'pdf';
  if (promised === 'pdf' && content.subarray(0, beginning).includes('%PDF-')) return 'pdf';
  if (kind?.startsWith('ZIP')) {
    if (content.includes('word/')) return 'docx';
    return content.includes('OFD.xml') ? 'ofd' : promisedBinary(promised);
  }
  if (kind?.startsWith('OLE')) {
    if (content.includes(encryptedPackage)) return 'docx';
    return content.includes(wordDocument) ? 'doc' : undefined;
  }
  if (kind !== undefined) return undefined;
  // Two bytes a character look like one with zeros between.
  const start = content
    .subarray(0, 2 * beginning)
    .toString('latin1')
    .replaceAll('\0', '');
  if (promised !== 'markdown' && html.test(start)) return 'html';
  // Offices also call plain texts .doc.
  return promisedBinary(promised) !== undefined && isText(bytes) ? 'text' : promised;
}

function isText(bytes: Uint8Array): boolean {
  try {
    decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof CorpusError) return false;
    throw error;
  }
}

function promisedBinary(promised: string): BinaryFormat | undefined {
  return binaryFormats.find((format) => format === promised);
}
