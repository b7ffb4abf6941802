import { existsSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CorpusError } from '../../model/errors.ts';
import { writing } from '../../write/output-error.ts';
import { cacheMark, versionOf } from './document-cache.ts';

/** What was removed from a cache, and what is still in it: files with their bytes. */
export interface Pruned {
  readonly removed: number;
  readonly removedBytes: number;
  readonly kept: number;
  readonly keptBytes: number;
}

/**
 * Removes what no run of this program will use: the documents of other versions, and those that no run has used since
 * `oldest` (milliseconds since 1970). `code` is of `codeDigest`. Nothing else in the folder is touched. Throws
 * input/not-a-cache and `output/…` errors.
 */
export function pruneCache(folder: string, code: string, oldest: number): Pruned {
  if (!existsSync(join(folder, cacheMark))) throw new CorpusError('input/not-a-cache', folder);
  const pruned = { removed: 0, removedBytes: 0, kept: 0, keptBytes: 0 };
  for (const version of foldersIn(folder).filter((name) => versionPattern.test(name))) {
    const isMine = version === versionOf(code);
    for (const part of foldersIn(join(folder, version))) {
      const path = join(folder, version, part);
      // Lists are small, and any document may depend on them.
      const isList = part === 'lists';
      for (const name of readdirSync(path)) pruneFile(join(path, name), isMine, isMine && isList ? 0 : oldest, pruned);
      if (readdirSync(path).length === 0) writing(path, () => rmdirSync(path));
    }
    const path = join(folder, version);
    if (readdirSync(path).length === 0) writing(path, () => rmdirSync(path));
  }
  return pruned;
}

/** Such as the first 16 digits of a digest. */
const versionPattern = /^[0-9a-f]{16}$/;

function pruneFile(path: string, isMine: boolean, oldest: number, pruned: { -readonly [Key in keyof Pruned]: number }) {
  const { size, mtimeMs } = statSync(path);
  if (isMine && mtimeMs >= oldest) {
    pruned.kept++;
    pruned.keptBytes += size;
  } else {
    writing(path, () => rmSync(path));
    pruned.removed++;
    pruned.removedBytes += size;
  }
}

function foldersIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
