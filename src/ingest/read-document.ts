import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { RawDocument } from '../model/document.ts';
import { CorpusError } from '../model/errors.ts';
import type { CorpusFile } from './corpus.ts';
import { decode } from './decode.ts';
import type { DiskPath } from './disk-path.ts';

export interface ReadOptions {
  /** A name that `encodingNamed` knows; without it, or with `auto`, each file's own encoding is found. */
  readonly encoding?: string;
}

/**
 * Reads and decodes a document. Throws CorpusError at its id: input/vanished, input/unreadable, input/not-a-file and what
 * `decode` throws.
 */
export function readDocument(
  file: CorpusFile,
  meta: Readonly<Record<string, string>>,
  options: ReadOptions = {},
): RawDocument {
  const bytes = readBytes(file.path, file.id);
  const forced = options.encoding === 'auto' ? undefined : options.encoding;
  const { text, encoding, messages: all } = decode(bytes, forced, file.id);
  // What a text itself holds is told by the repair of its characters, whatever format it came from.
  const messages = all.filter(({ rule }) => !/-?replacement-characters?$/.test(rule));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { id: file.id, meta, format: file.format, encoding, bytes: bytes.length, sha256, raw: text, messages };
}

/** All bytes of a file. Throws CorpusError at `place`. */
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
