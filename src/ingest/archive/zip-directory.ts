/** An entry of the directory of a ZIP file. */
export interface ZipEntry {
  /** The name's own bytes. */
  readonly name: Uint8Array;
  /** Whether the archive says that they are UTF-8; the name in its own field for that, where it has one. */
  readonly isUtf8: boolean;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly checksum: number;
  /** Bytes in the archive, and unpacked, as the archive states them. */
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** Members that an archive may have. */
export const mostMembers = 100_000;

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const entrySignature = 0x02014b50;
const endSize = 22;
const locator64Size = 20;
const entrySize = 46;
const longestComment = 0xffff;
/** Stands in a field of 32 bits for a value in a field of 64. */
const elsewhere = 0xffffffff;
const field64 = 0x0001;
/** Info-ZIP's field with the name in UTF-8. */
const fieldUtf8Name = 0x7075;

/** Reads the directory at the end of a ZIP file. Throws an Error that says what is wrong, a RangeError where entries are more than `limit`. */
export function readZipDirectory(bytes: Uint8Array, limit = mostMembers): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw new Error('it has no directory: it is cut off');
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const locator = end - locator64Size;
  if (locator >= 0 && view.getUint32(locator, true) === locator64Signature) {
    const end64 = Number(view.getBigUint64(locator + 8, true));
    if (end64 + 56 > bytes.length || view.getUint32(end64, true) !== end64Signature)
      throw new Error('its end is wrong');
    count = Number(view.getBigUint64(end64 + 32, true));
    at = Number(view.getBigUint64(end64 + 48, true));
  }
  if (count > limit) throw new RangeError('it has too many members');
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + entrySize > bytes.length || view.getUint32(at, true) !== entrySignature) {
      throw new Error('its directory is wrong');
    }
    const nameEnd = at + entrySize + view.getUint16(at + 28, true);
    const fieldsEnd = nameEnd + view.getUint16(at + 30, true);
    if (fieldsEnd > bytes.length) throw new Error('its directory is cut off');
    entries.push(readEntry(bytes, view, at, nameEnd, fieldsEnd));
    at = fieldsEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  let end = view.byteLength - endSize;
  const first = Math.max(0, end - longestComment);
  while (end >= first && view.getUint32(end, true) !== endSignature) end--;
  return end < first ? -1 : end;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameEnd: number, fieldsEnd: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  let name = bytes.subarray(at + entrySize, nameEnd);
  let isUtf8 = (flags & 0x800) !== 0;
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  for (let field = nameEnd; field + 4 <= fieldsEnd; ) {
    const id = view.getUint16(field, true);
    const start = field + 4;
    const end = start + view.getUint16(field + 2, true);
    if (end > fieldsEnd) break;
    if (id === field64) {
      let place = start;
      sizes.forEach((size, i) => {
        if (size !== elsewhere || place + 8 > end) return;
        sizes[i] = Number(view.getBigUint64(place, true));
        place += 8;
      });
    } else if (id === fieldUtf8Name && end - start > 5) {
      name = bytes.subarray(start + 5, end);
      isUtf8 = true;
    }
    field = end;
  }
  return {
    name,
    isUtf8,
    isEncrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packed: sizes[1]!,
    size: sizes[0]!,
    offset: sizes[2]!,
  };
}
