import { readFileSync, statSync } from 'node:fs';
import { CorpusError } from '../model/errors.ts';
import type { DiskPath } from './disk-path.ts';

/** All bytes of a file. Throws CorpusError at `place`: input/vanished, input/unreadable, input/not-a-file, input/too-large. */
export function readBytes(path: DiskPath, place: string): Buffer {
  try {
    // Asked for anew: what was a file when it was listed may be a pipe by now, and opening a pipe would block.
    if (!statSync(path).isFile()) throw new CorpusError('input/not-a-file', place);
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof CorpusError || code === undefined) throw error;
    switch (code) {
      case 'ENOENT':
      case 'ENOTDIR':
        throw new CorpusError('input/vanished', place, {}, error);
      case 'ERR_FS_FILE_TOO_LARGE':
        throw new CorpusError('input/too-large', place, { bytes: statSync(path).size }, error);
      default:
        throw new CorpusError('input/unreadable', place, { reason: code }, error);
    }
  }
}
