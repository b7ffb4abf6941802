import { createHash } from 'node:crypto';
import type { RawDocument } from '../model/document.ts';
import { CorpusError } from '../model/errors.ts';
import type { Message } from '../model/message.ts';
import { contentFormat } from './content-format.ts';
import type { CorpusFile } from './corpus-file.ts';
import { decode } from './encoding/decode.ts';
import { readBytes } from './read-bytes.ts';
import { memberBytes, memberRow } from './read-member.ts';
import { readers } from './readers.ts';

/** How a document is read. */
export interface ReadOptions {
  /** A name that `encodingNamed` knows; without it, or with `auto`, each file's own encoding is found. */
  readonly encoding?: string;
}

/** A document of which is known what it is, but not yet what it says. */
export interface OpenDocument {
  /** Of the document's bytes, of a row those of its text. */
  readonly sha256: string;
  /** What the reading follows from beside the bytes and the options. */
  readonly key: string;
  /** With the columns of a row. */
  readonly meta: Readonly<Record<string, string>>;
  /** Throws CorpusError at the document's id: input/damaged (`format`, `reason`) and what `decode` and the readers throw. */
  read(): Promise<RawDocument>;
}

/** Reads a document, by what its content is. Throws what `openDocument` and its `read` throw. */
export async function readDocument(
  file: CorpusFile,
  meta: Readonly<Record<string, string>>,
  options: ReadOptions = {},
): Promise<RawDocument> {
  return openDocument(file, meta, options).read();
}

/** Takes in a document's bytes. Throws CorpusError at its id: input/vanished, input/unreadable, input/not-a-file, input/changed. */
export function openDocument(
  file: CorpusFile,
  given: Readonly<Record<string, string>>,
  options: ReadOptions = {},
): OpenDocument {
  if (file.fault !== undefined) throw new CorpusError(file.fault.code, file.id, file.fault.values);
  const { member } = file;
  if (member?.row !== undefined) return openRow({ ...file, member }, member.row, given);
  const bytes = member === undefined ? readBytes(file.path, file.id) : memberBytes({ ...file, member });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sha256, key: file.format, meta: given, read: () => readOpen(bytes, sha256, file, given, options) };
}

async function readOpen(
  bytes: Uint8Array,
  sha256: string,
  file: CorpusFile,
  meta: Readonly<Record<string, string>>,
  options: ReadOptions,
): Promise<RawDocument> {
  const format = contentFormat(bytes, file.format) ?? 'text';
  const loadReader = readers.get(format);
  const found = { id: file.id, meta, format, bytes: bytes.length, sha256 };
  const other = format === file.format ? [] : [otherFormat(file.format, format)];
  if (loadReader === undefined || bytes.length === 0) {
    const { messages, ...text } = readText(bytes, file.id, options);
    return { ...found, ...text, messages: [...other, ...messages] };
  }
  const read = await loadReader();
  const { raw, encoding = '', marks, layout, meta: own, messages = [] } = await read(bytes, file.id);
  return {
    ...found,
    encoding,
    raw,
    ...(marks !== undefined && marks.length > 0 ? { marks } : {}),
    ...(layout === undefined ? {} : { layout }),
    ...(own !== undefined && Object.keys(own).length > 0 ? { own } : {}),
    messages: [...other, ...messages],
  };
}

/** A row: what a file with its text alone would be, with the other columns as metadata, where the given has nothing else. */
function openRow(
  file: Parameters<typeof memberRow>[0],
  row: number,
  given: Readonly<Record<string, string>>,
): OpenDocument {
  const { text, meta: own, encoding } = memberRow(file, row);
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const meta = { ...own, ...given };
  const { id, format } = file;
  const read = async () => ({ id, meta, format, encoding, bytes: bytes.length, sha256, raw: text, messages: [] });
  return { sha256, key: `row ${format} ${encoding}`, meta, read };
}

function readText(
  bytes: Uint8Array,
  id: string,
  options: ReadOptions,
): Pick<RawDocument, 'encoding' | 'raw' | 'messages'> {
  const forced = options.encoding === 'auto' ? undefined : options.encoding;
  const { text, encoding, messages: all } = decode(bytes, forced, id);
  // What a text itself holds is told by the repair of its characters, whatever format it came from.
  const messages = all.filter(({ rule }) => !/-?replacement-characters?$/.test(rule));
  return { encoding, raw: text, messages };
}

function otherFormat(expected: string, found: string): Message {
  return { severity: 'info', rule: 'ingest/other-format', values: { expected, found } };
}
