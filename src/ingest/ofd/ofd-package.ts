import { CorpusError } from '../../model/errors.ts';
import { unzipEntry } from '../archive/unzip-entry.ts';
import { readZipDirectory, type ZipEntry } from '../archive/zip-directory.ts';
import type { OfdElement } from './ofd-element.ts';
import { parseXml } from './parse-xml.ts';

const format = 'ofd';
/** More parts than any document has. */
const mostParts = 100_000;
/** Bytes of all parts together as the directory states them; the largest scanned documents have a fifth. */
const mostBytes = 512 * 2 ** 20;
/** Bytes of one part of markup; the tree of a part takes some twenty times its size. */
const largestMarkup = 16 * 2 ** 20;
/** Bytes that are unpacked of one document, a part that is asked for several times counted each time. */
const mostUnpacked = 128 * 2 ** 20;

/** The parts of an OFD file. */
export class OfdPackage {
  readonly #bytes: Uint8Array;
  readonly #id: string;
  readonly #entries = new Map<string, ZipEntry>();
  #unpacked = 0;

  /** Throws CorpusError at `id`: input/damaged, input/encrypted (`format`), input/archive-too-large (`bytes`, `limit`). */
  constructor(bytes: Uint8Array, id: string) {
    this.#bytes = bytes;
    this.#id = id;
    const decoder = new TextDecoder();
    let total = 0;
    let isEncrypted = false;
    for (const entry of directoryOf(bytes, id)) {
      this.#entries.set(keyOf(decoder.decode(entry.name)), entry);
      total += entry.size;
      isEncrypted ||= entry.isEncrypted;
    }
    this.#refuseAbove(mostBytes, total);
    // GM/T 0099 has this part in a package whose parts are encrypted; what is left of them in clear is no text to be trusted.
    if (isEncrypted || this.#entries.has('encryptions.xml')) throw new CorpusError('input/encrypted', id, { format });
  }

  /**
   * The name of the part that another one refers to: from the root where it begins with a slash, else from the folder of the
   * other part, or from the root, as some programs have it. Undefined where there is no such part.
   */
  locate(location: string, from = ''): string | undefined {
    if (location === '') return undefined;
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    const near = keyOf(/^[/\\]/.test(location) ? location : folder + location);
    if (this.#entries.has(near)) return near;
    const below = keyOf(location);
    return this.#entries.has(below) ? below : undefined;
  }

  /** The bytes of a part. Throws an Error where it is damaged, CorpusError at the file's id where it is too large. */
  part(name: string): Uint8Array {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new Error(`${name} is missing`);
    this.#unpacked += entry.size;
    this.#refuseAbove(mostUnpacked, this.#unpacked);
    return unzipEntry(this.#bytes, entry, this.#id);
  }

  /** The outermost element of a part. Throws as `part` does. */
  element(name: string): OfdElement {
    this.#refuseAbove(largestMarkup, this.#entries.get(name)?.size ?? 0);
    return parseXml(this.part(name));
  }

  #refuseAbove(limit: number, bytes: number): void {
    if (bytes > limit) throw new CorpusError('input/archive-too-large', this.#id, { bytes, limit });
  }
}

/** Whether an error is about one part only, so that the rest of the document can be read. */
export function isDamagedPart(cause: unknown): boolean {
  return !(cause instanceof CorpusError) || cause.code === 'input/damaged';
}

function directoryOf(bytes: Uint8Array, id: string): ZipEntry[] {
  try {
    return readZipDirectory(bytes, mostParts);
  } catch (cause) {
    const reason = cause instanceof RangeError ? 'its directory is wrong' : (cause as Error).message;
    throw new CorpusError('input/damaged', id, { format, reason }, cause);
  }
}

/** A name of a part for looking it up: programs for Windows are lax about case and the slash. */
function keyOf(path: string): string {
  const names: string[] = [];
  for (const name of path.replaceAll('\\', '/').toLowerCase().split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return names.join('/');
}
