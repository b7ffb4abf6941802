import { CorpusError } from '../../model/errors.ts';

/** The encodings that Chinese texts come in, by the names that are reported; in the order in which a tie is decided. */
export const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;

export type Encoding = (typeof encodings)[number];

/** `utf-16` alone leaves the byte order to the file. */
const names = new Map<string, Encoding | 'utf-16'>([
  ...['utf8', 'utf8sig', 'utf8bom', 'cp65001', 'ascii', 'usascii'].map((name) => [name, 'utf-8'] as const),
  // GB 18030 contains GBK, which contains GB 2312; the platform's own decoder for GBK is not exact.
  ...['gb18030', 'gbk', 'gb2312', 'gb', 'euccn', 'cp936', 'ms936', 'windows936'].map(
    (name) => [name, 'gb18030'] as const,
  ),
  ...['big5', 'big5hkscs', 'big5eten', 'cp950', 'ms950', 'windows950', 'cp951'].map((name) => [name, 'big5'] as const),
  ...['utf16le', 'ucs2le', 'unicode'].map((name) => [name, 'utf-16le'] as const),
  ...['utf16be', 'ucs2be'].map((name) => [name, 'utf-16be'] as const),
  ...['utf16', 'ucs2'].map((name) => [name, 'utf-16'] as const),
]);

/** The encoding of a name that a user wrote, in any usual spelling; `usage/unknown-encoding` where there is none. */
export function encodingNamed(name: string): Encoding | 'utf-16' {
  const encoding = names.get(name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  if (encoding === undefined) {
    throw new CorpusError('usage/unknown-encoding', '', { found: name, expected: `${encodings.join(', ')}, utf-16` });
  }
  return encoding;
}
