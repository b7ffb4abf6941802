import { isUtf8 } from 'node:buffer';
import { type Dirent, readdirSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { bestEncoding, isPlainUtf8 } from './encoding/detect-encoding.ts';

/** A path that the system can open: bytes only where a name in it is not UTF-8, as from a ZIP file packed in GBK. */
export type DiskPath = string | Buffer;

export interface FolderEntry {
  /** The name as people read it, in NFC, whatever form the disk has it in. */
  readonly name: string;
  readonly path: DiskPath;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** The name's own bytes as Latin-1: it settles the order of names that read alike. */
  readonly bytes: string;
}

/** What a folder holds, by name in code unit order; the order on disk has no part in it. Fails as `readdir` does. */
export function folderEntries(folder: DiskPath): FolderEntry[] {
  const entries = readdirSync(folder, { encoding: 'buffer', withFileTypes: true }).map((entry) => ({
    name: readableName(entry.name),
    path: join(folder, entry.name),
    kind: kindOf(entry),
    bytes: entry.name.toString('latin1'),
  }));
  return entries.sort((a, b) => compare(a.name, b.name) || compare(a.bytes, b.bytes));
}

/** One key for all the ways that lead to a file or folder. Fails as `realpath` does. */
export function realKey(path: DiskPath): string {
  return realpathSync(path, { encoding: 'buffer' }).toString('latin1');
}

/** The key of an entry that is no link, from the key of its folder, without asking the system. */
export function childKey(folderKey: string, entry: FolderEntry): string {
  return folderKey.endsWith(sep) ? folderKey + entry.bytes : folderKey + sep + entry.bytes;
}

/** Code unit order. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A name on disk as text: UTF-8, or GB 18030, the other encoding that Chinese file names come in. */
function readableName(bytes: Buffer): string {
  const isCertain = isUtf8(bytes) && isPlainUtf8(bytes);
  if (isCertain || bestEncoding(['utf-8', 'gb18030'], bytes).encoding === 'utf-8')
    return bytes.toString().normalize('NFC');
  return new TextDecoder('gb18030').decode(bytes).normalize('NFC');
}

function join(folder: DiskPath, name: Buffer): DiskPath {
  if (typeof folder === 'string' && isUtf8(name)) {
    return folder.endsWith('/') || folder.endsWith(sep) ? folder + name : folder + sep + name;
  }
  return Buffer.concat([Buffer.from(folder), Buffer.from(sep), name]);
}

function kindOf(entry: Dirent<Buffer>): FolderEntry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
