import { crc32 } from 'node:zlib';
import { type UnzipFileInfo, unzipSync } from 'fflate';
import { CorpusError } from '../../model/errors.ts';

/** Bytes of all parts together; the largest documents with pictures have a tenth. */
const mostBytes = 512 * 2 ** 20;
/** A part may be so large however small it is packed, and above that so many times its packed size (deflate has at most 1032). */
const freeBytes = 50 * 2 ** 20;
const mostRatio = 1000;
/** What a document's text may be in; pictures, fonts and embedded sheets are never unpacked. */
const textPart = /\.(?:xml|rels|mht|mhtml|html?|xhtml|txt|rtf|docx)$/i;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endSize = 22;
const entrySize = 46;
const longestComment = 0xffff;

/** The parts of a packed document that may hold text, by their names. */
export type DocxParts = Readonly<Record<string, Uint8Array>>;

/**
 * Unpacks a document. Sizes are checked before anything is unpacked, and no part grows beyond the size that it states.
 * Throws CorpusError at `id`: input/archive-too-large (`bytes`, `limit`), input/encrypted and input/damaged (`format`).
 */
export function docxParts(bytes: Uint8Array, id: string, format = 'docx'): DocxParts {
  const directory = readDirectory(bytes);
  if (directory?.isEncrypted) throw new CorpusError('input/encrypted', id, { format });
  let total = 0;
  const wanted = ({ name, size, originalSize }: UnzipFileInfo) => {
    total += originalSize;
    refuseAbove(mostBytes, total, id);
    refuseAbove(Math.max(freeBytes, mostRatio * size), originalSize, id);
    return textPart.test(name);
  };
  // Once over all sizes before the first part is unpacked.
  unzipSync(bytes, { filter: (file) => wanted(file) && false });
  const parts = unzipSync(bytes, { filter: ({ name }) => textPart.test(name) });
  for (const [name, content] of Object.entries(parts)) {
    const checksum = directory?.checksums.get(name);
    if (checksum !== undefined && crc32(content) !== checksum) {
      throw new CorpusError('input/damaged', id, { format, reason: `the checksum of ${name} is wrong` });
    }
  }
  return parts;
}

function refuseAbove(limit: number, bytes: number, id: string): void {
  if (bytes > limit) throw new CorpusError('input/archive-too-large', id, { bytes, limit });
}

/** Checksums by name, and whether a part has a password; undefined where the directory is none or of another form. */
function readDirectory(bytes: Uint8Array): { checksums: Map<string, number>; isEncrypted: boolean } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - endSize;
  const first = Math.max(0, end - longestComment);
  while (end >= first && view.getUint32(end, true) !== endSignature) end--;
  if (end < first) return undefined;
  const checksums = new Map<string, number>();
  let isEncrypted = false;
  const names = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + entrySize > bytes.length || view.getUint32(at, true) !== entrySignature) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    checksums.set(
      names.decode(bytes.subarray(at + entrySize, at + entrySize + nameLength)),
      view.getUint32(at + 16, true),
    );
    isEncrypted ||= (view.getUint16(at + 8, true) & 1) !== 0;
    at += entrySize + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { checksums, isEncrypted };
}
