import { CorpusError } from '../model/errors.ts';
import { readZipDirectory } from './archive/zip-directory.ts';
import { decode } from './encoding/decode.ts';
import { isContainer } from './file-format.ts';
import { fileSignature } from './file-signature.ts';

/** Formats that are read from bytes and not as a text; each has a reader. */
const binaryFormats = ['pdf', 'docx', 'doc', 'odt', 'rtf', 'mht', 'ofd'] as const;
type BinaryFormat = (typeof binaryFormats)[number];

/** A name in a ZIP or OLE file that tells what it is. */
const wordDocument = Buffer.from('WordDocument', 'utf16le');
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');
/** A web page begins with one of these after white space, a byte order mark and comments. */
const html =
  /^(?:\s|\0|\ufeff|ï»¿|ÿþ|<\?xml[^>]*>|<!--[\s\S]*?-->)*<(?:!doctype\s+html|html|head|body|meta|title)[\s>]/i;
/** The head of a web page that was saved with its pictures as one file, which offices call .doc too. */
const savedPage = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?content-type:\s*multipart\/related\b/i;
/** The first part of a text document of OpenDocument, which is not packed, and its templates. */
const openDocument = 'mimetypeapplication/vnd.oasis.opendocument.text';
const beginning = 1024;
/** Bytes before the name of the first part of a ZIP file. */
const localHeader = 30;

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
    // In an archive of such documents the first of them may begin as early.
    const isArchive =
      promised === 'zip' && !content.subarray(localHeader).toString('latin1', 0, 99).startsWith(openDocument);
    const isOpenDocument = !isArchive && content.subarray(0, beginning).includes(openDocument);
    const found = isOpenDocument ? 'odt' : (packedFormat(bytes, promised) ?? promisedBinary(promised));
    if (promised === 'zip' || promised === 'xlsx') return found ?? 'zip';
    // Only what is named as a container was opened as one when the documents were listed.
    return found === 'xlsx' && !isContainer(promised) ? undefined : found;
  }
  if (kind?.startsWith('OLE')) {
    if (content.includes(encryptedPackage)) return promised === 'xlsx' ? promised : 'docx';
    return content.includes(wordDocument) ? 'doc' : undefined;
  }
  if (kind === 'RTF') return 'rtf';
  if (kind !== undefined) return undefined;
  // Two bytes a character look like one with zeros between.
  const start = content
    .subarray(0, 2 * beginning)
    .toString('latin1')
    .replaceAll('\0', '');
  if (promised !== 'markdown' && html.test(start)) return 'html';
  if (savedPage.test(start)) return 'mht';
  // Other programs call a table with separators .xlsx.
  if (promised === 'xlsx' && isText(bytes)) return 'csv';
  // Offices also call plain texts .doc.
  return promisedBinary(promised) !== undefined && isText(bytes) ? 'text' : promised;
}

/** What a ZIP file is by the names of its parts; undefined where it may be an archive. A damaged one is known by what is left. */
function packedFormat(bytes: Uint8Array, promised: string): 'docx' | 'ofd' | 'xlsx' | undefined {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let has = (part: string) => content.includes(part);
  try {
    const names = readZipDirectory(bytes).map(({ name }) => Buffer.from(name).toString('latin1').replaceAll('\\', '/'));
    // The bytes would not do: in an archive of Word files stand the names of their parts.
    has = (part) => names.some((name) => name === part || (part.endsWith('/') && name.startsWith(part)));
  } catch {
    if (promised === 'zip') return undefined;
  }
  if (has('OFD.xml')) return 'ofd';
  // A folder of an archive may be called word, too.
  if (has('word/') && (promised !== 'zip' || has('[Content_Types].xml'))) return 'docx';
  return has('xl/workbook.xml') ? 'xlsx' : undefined;
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
