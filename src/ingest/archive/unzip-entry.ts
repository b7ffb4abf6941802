import { crc32, inflateRawSync } from 'node:zlib';
import { CorpusError } from '../../model/errors.ts';
import type { ZipEntry } from './zip-directory.ts';

/** A member may be so large however small it is packed, and above that so many times its packed size (deflate has at most 1032). */
const freeBytes = 50 * 2 ** 20;
const mostRatio = 1000;
/** Bytes of one member. */
const mostBytes = 2 ** 30;
const localSignature = 0x04034b50;
const localSize = 30;
const stored = 0;
const deflated = 8;

/**
 * Unpacks a member of an archive, or a part of a document of `format`; it never grows beyond the size that the directory states. Throws CorpusError at `id`:
 * input/archive-too-large (`bytes`, `limit`), input/encrypted (`format`), input/damaged (`format`, `reason`).
 */
export function unzipEntry(bytes: Uint8Array, entry: ZipEntry, id: string, format = 'zip'): Uint8Array {
  const damaged = (reason: string, cause?: unknown) => new CorpusError('input/damaged', id, { format, reason }, cause);
  if (entry.isEncrypted) throw new CorpusError('input/encrypted', id, { format });
  if (entry.method !== stored && entry.method !== deflated) throw damaged(`packed by method ${entry.method}`);
  const limit = Math.min(mostBytes, Math.max(freeBytes, mostRatio * entry.packed));
  if (entry.size > limit) throw new CorpusError('input/archive-too-large', id, { bytes: entry.size, limit });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + localSize > bytes.length || view.getUint32(offset, true) !== localSignature) {
    throw damaged('a member is not where the directory says');
  }
  const start = offset + localSize + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.packed > bytes.length) throw damaged('it is cut off');
  const packed = bytes.subarray(start, start + entry.packed);
  let content: Uint8Array;
  try {
    content = entry.method === stored ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch (cause) {
    throw damaged('a member cannot be unpacked', cause);
  }
  if (content.length !== entry.size) throw damaged('a member has another size than the directory says');
  if (crc32(content) !== entry.checksum) throw damaged('the checksum of a member is wrong');
  return content;
}
