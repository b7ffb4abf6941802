import { bestEncoding } from '../encoding/detect-encoding.ts';
import type { ZipEntry } from './zip-directory.ts';

/** A member's name as people read it. */
export interface MemberName {
  /** With `/`, in NFC, below the archive wherever the archive says it lies. */
  readonly name: string;
  /** As the archive has it, where that leads out of the folder that it is unpacked in. */
  readonly unsafe?: string;
  readonly isFolder: boolean;
}

/**
 * The names of an archive's members. Without the mark of UTF-8 they are in what all of them together are most like: Windows
 * writes them in GB 18030 in China, in Big5 in Taiwan and Hong Kong.
 */
export function memberNames(entries: readonly ZipEntry[]): MemberName[] {
  const unmarked = entries.filter(({ isUtf8 }) => !isUtf8).flatMap(({ name }) => [name, Buffer.from('\n')]);
  const { encoding } = bestEncoding(['utf-8', 'gb18030', 'big5'], Buffer.concat(unmarked));
  const decoder = new TextDecoder(encoding);
  const utf8 = new TextDecoder();
  return entries.map(({ name, isUtf8 }) => safeName((isUtf8 ? utf8 : decoder).decode(name)));
}

function safeName(stated: string): MemberName {
  const path = stated.replaceAll('\\', '/').normalize('NFC');
  const parts = path
    .replace(/^[a-z]:/i, '')
    .split('/')
    .map((part) => part.replace(/\p{Cc}/gu, '\ufffd'))
    .filter((part) => part !== '' && part !== '.');
  const inside = parts.filter((part) => part !== '..');
  const isUnsafe = /^(?:\/|[a-z]:)/i.test(path) || inside.length < parts.length;
  const name = { name: inside.join('/'), isFolder: path.endsWith('/') };
  return isUnsafe ? { ...name, unsafe: stated.replace(/\p{Cc}/gu, '\ufffd') } : name;
}
