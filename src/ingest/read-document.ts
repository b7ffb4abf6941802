import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { RawDocument } from '../model/document.ts';
import { CorpusError } from '../model/errors.ts';
import type { Message } from '../model/message.ts';
import { contentFormat } from './content-format.ts';
import type { CorpusFile } from './corpus.ts';
import type { DiskPath } from './disk-path.ts';
import { decode } from './encoding/decode.ts';
import { readers } from './readers.ts';

export interface ReadOptions {
  /** A name that `encodingNamed` knows; without it, or with `auto`, each file's own encoding is found. */
  readonly encoding?: string;
}

/**
 * Reads a document, by what its content is. Throws CorpusError at its id: input/vanished, input/unreadable,
 * input/not-a-file, input/damaged (`format`, `reason`) and what `decode` and the readers throw.
 */
export async function readDocument(
  file: CorpusFile,
  meta: Readonly<Record<string, string>>,
  options: ReadOptions = {},
): Promise<RawDocument> {
  const bytes = readBytes(file.path, file.id);
  const format = contentFormat(bytes, file.format) ?? 'text';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const loadReader = readers.get(format);
  const found = { id: file.id, meta, bytes: bytes.length, sha256 };
  if (loadReader === undefined || bytes.length === 0) return { ...found, ...readText(bytes, file, format, options) };
  const read = await loadReader();
  const { raw, encoding = '', marks, meta: own, messages = [] } = await read(bytes, file.id);
  return {
    ...found,
    format,
    encoding,
    raw,
    ...(marks !== undefined && marks.length > 0 ? { marks } : {}),
    ...(own !== undefined && Object.keys(own).length > 0 ? { own } : {}),
    messages: format === file.format ? messages : [otherFormat(file.format, format), ...messages],
  };
}

function readText(
  bytes: Uint8Array,
  file: CorpusFile,
  format: string,
  options: ReadOptions,
): Pick<RawDocument, 'format' | 'encoding' | 'raw' | 'messages'> {
  const forced = options.encoding === 'auto' ? undefined : options.encoding;
  const { text, encoding, messages: all } = decode(bytes, forced, file.id);
  // What a text itself holds is told by the repair of its characters, whatever format it came from.
  const messages = all.filter(({ rule }) => !/-?replacement-characters?$/.test(rule));
  if (format === file.format) return { format, encoding, raw: text, messages };
  return { format, encoding, raw: text, messages: [otherFormat(file.format, format), ...messages] };
}

function otherFormat(expected: string, found: string): Message {
  return { severity: 'info', rule: 'ingest/other-format', values: { expected, found } };
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
