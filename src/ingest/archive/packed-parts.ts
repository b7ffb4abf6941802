import { CorpusError } from '../../model/errors.ts';
import { unzipEntry } from './unzip-entry.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** Bytes of all text parts together; the largest documents have a tenth. */
const mostBytes = 512 * 2 ** 20;
/** What a document's text may be in; pictures, fonts and embedded sheets are never unpacked. */
const textPart = /\.(?:xml|rels|mht|mhtml|html?|xhtml|txt|rtf|docx)$/i;

/** The parts of a packed document (Word, OpenDocument) that may hold text, by their names. */
export type PackedParts = Readonly<Record<string, Uint8Array>>;

/**
 * Unpacks a document. Throws CorpusError at `id`: input/archive-too-large (`bytes`, `limit`), before anything is unpacked,
 * input/encrypted and input/damaged (`format`, `reason`).
 */
export function packedParts(bytes: Uint8Array, id: string, format: string): PackedParts {
  const entries = directory(bytes, id, format);
  if (entries.some(({ isEncrypted }) => isEncrypted)) throw new CorpusError('input/encrypted', id, { format });
  const names = new TextDecoder();
  const wanted = entries
    .map((entry) => ({ entry, name: names.decode(entry.name) }))
    .filter(({ name }) => textPart.test(name));
  const total = wanted.reduce((sum, { entry }) => sum + entry.size, 0);
  if (total > mostBytes) throw new CorpusError('input/archive-too-large', id, { bytes: total, limit: mostBytes });
  return Object.fromEntries(wanted.map(({ entry, name }) => [name, unzipEntry(bytes, entry, id, format)]));
}

function directory(bytes: Uint8Array, id: string, format: string): ZipEntry[] {
  try {
    return readZipDirectory(bytes);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new CorpusError('input/damaged', id, { format, reason: cause.message }, cause);
  }
}
