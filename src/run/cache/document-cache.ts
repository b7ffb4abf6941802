import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { OpenDocument } from '../../ingest/read-document.ts';
import type { CleanDocument, SegmentedDocument } from '../../model/document.ts';
import { CorpusError } from '../../model/errors.ts';
import type { UserEntry } from '../../segment/lexicon/user-dictionary.ts';
import { writing } from '../../write/output-error.ts';
import type { Settings } from '../settings.ts';
import { readStored, type StoredDocument, storedBytes } from './stored-document.ts';

/** The file that marks a folder as a cache of this program. */
export const cacheMark = 'cewen-cache.txt';
const markText =
  'A cache of cewen: annotated documents. It may be deleted at any time, or tidied by `cewen cache prune`.\n';

/** Where a cache is, and which code it is of, as `codeDigest` says. */
export interface CachePlace {
  readonly folder: string;
  readonly code: string;
}

/** The part of a cache that documents of this code are in. */
export function versionOf(code: string): string {
  return code.slice(0, 16);
}

/** Makes a folder a cache; refuses one that holds something else. Throws `output/…` errors. */
export function openCacheFolder(folder: string): void {
  writing(folder, () => {
    mkdirSync(folder, { recursive: true });
    if (existsSync(join(folder, cacheMark))) return;
    const [found] = readdirSync(folder).sort();
    if (found !== undefined) throw new CorpusError('output/not-a-cache', folder, { found });
    writeFileSync(join(folder, cacheMark), markText);
  });
}

/**
 * Segmented documents on disk. Their key is their content and the settings of the stages before tagging. What is segmented
 * also follows from the forms of the term lists, but only from those that stand in the text: a stored document is used where
 * none of the forms in which the lists differ does.
 */
export class DocumentCache {
  readonly #folder: string;
  readonly #code: string;
  readonly #settings: readonly unknown[];
  readonly #listed: readonly string[];
  /** Digest of the forms. */
  readonly #list: string;
  /** By the digest of another list, the forms that are in one of both only. */
  readonly #differences = new Map<string, readonly string[] | undefined>();

  /** `listed` are the forms of the term lists, normalised; the version of the engine tells which model it has. */
  constructor(
    { folder, code }: CachePlace,
    settings: Settings,
    listed: readonly string[],
    userWords: readonly UserEntry[],
    engineVersion: string,
  ) {
    this.#folder = join(folder, versionOf(code));
    this.#code = code;
    const { encoding, variant, widths, punctuation, policy_tokens, number_units } = settings;
    const engine = [settings.engine, settings.granularity, engineVersion];
    this.#settings = [encoding, variant, widths, punctuation, engine, policy_tokens, number_units, userWords];
    this.#listed = [...new Set(listed)].sort();
    const text = `${this.#listed.join('\n')}\n`;
    this.#list = hexDigest(text);
    writing(this.#folder, () => {
      mkdirSync(join(this.#folder, 'lists'), { recursive: true });
      this.#write(this.#listFile(this.#list), text);
    });
  }

  /** The document as it would come out of the segmenter; undefined where that is not known. */
  find(opened: OpenDocument, id: string): SegmentedDocument | undefined {
    const path = this.#path(opened);
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch {
      return undefined;
    }
    const stored = readStored(bytes);
    if (stored === undefined || !this.#isSame(stored)) return undefined;
    noteUse(path);
    return { ...stored.document, id, meta: opened.meta };
  }

  /** Keeps a document. Throws `output/…` errors. */
  store(opened: OpenDocument, document: SegmentedDocument): void {
    this.#write(this.#path(opened), storedBytes(document, this.#list));
  }

  #isSame({ document, listed }: { readonly document: StoredDocument; readonly listed: string }): boolean {
    if (listed === this.#list) return true;
    const forms = this.#differencesTo(listed);
    if (forms === undefined) return false;
    // A form may stand around a citation mark: 举国[3]体制.
    const texts = [document.text, withoutCitations(document)];
    return !forms.some((form) => texts.some((text) => text.includes(form)));
  }

  #differencesTo(list: string): readonly string[] | undefined {
    if (this.#differences.has(list)) return this.#differences.get(list);
    let forms: string[] | undefined;
    try {
      const other = new Set(readFileSync(this.#listFile(list), 'utf8').split('\n').slice(0, -1));
      const mine = new Set(this.#listed);
      forms = [...mine].filter((form) => !other.has(form)).concat([...other].filter((form) => !mine.has(form)));
    } catch {
      forms = undefined;
    }
    this.#differences.set(list, forms);
    return forms;
  }

  #listFile(list: string): string {
    return join(this.#folder, 'lists', list.slice(0, 32));
  }

  #path({ sha256, key }: OpenDocument): string {
    const name = hexDigest(JSON.stringify([this.#code, sha256, key, this.#settings]));
    return join(this.#folder, name.slice(0, 2), name.slice(2, 42));
  }

  /** The file appears whole or not at all, whoever else writes it. */
  #write(path: string, content: string | Uint8Array): void {
    const temporary = `${path}.${process.pid}-${threadId}`;
    writing(path, () => {
      if (!existsSync(join(path, '..'))) mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(temporary, content);
      renameSync(temporary, path);
    });
  }
}

/** For `cewen cache prune`, which goes by the last use; a cache that may only be read is of use, too. */
function noteUse(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {}
}

function withoutCitations({ text, citations }: Pick<CleanDocument, 'text' | 'citations'>): string {
  let rest = '';
  let from = 0;
  for (let i = 0; i < citations.start.length; i++) {
    rest += text.slice(from, citations.start[i]!);
    from = Math.max(from, citations.end[i]!);
  }
  return rest + text.slice(from);
}

function hexDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
