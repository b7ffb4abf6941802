import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtinStopWords, parseStopWords } from '../count/stop-words.ts';
import { decode } from '../ingest/decode.ts';
import { CorpusError } from '../model/errors.ts';
import type { Message } from '../model/message.ts';
import type { Term } from '../model/term.ts';
import { mergeTermLists } from '../tag/merge-term-lists.ts';
import { parseTermList } from '../tag/term-list.ts';
import { lastPart, type ManifestResource } from './manifest.ts';
import { findPackageRoot } from './package-root.ts';
import { builtin, none, type Settings } from './settings.ts';

/** Lists that a run uses beside the documents. `files` have the paths that they were read from. */
export interface Resources {
  readonly terms: readonly Term[];
  readonly stopWords: ReadonlySet<string>;
  readonly files: readonly ManifestResource[];
  readonly messages: readonly Message[];
}

/** Reads the term lists, the stop words and the digests of the metadata. Throws resource errors. */
export function loadResources(settings: Settings, metadataPaths: readonly string[]): Resources {
  const files: ManifestResource[] = [];
  const read = (kind: ManifestResource['kind'], path: string): Buffer => {
    const bytes = readResource(path);
    files.push({ kind, path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    return bytes;
  };
  const lexicon = join(findPackageRoot().folder, 'lexicon');

  const lists = settings.terms
    .filter((path) => path !== none)
    .map((given) => {
      const path = given === builtin ? join(lexicon, 'policy-terms.csv') : given;
      return parseTermList(textOf(read('terms', path), path), lastPart(path));
    });
  const { terms, messages } = mergeTermLists(lists);

  const stopWords = new Set<string>();
  for (const given of settings.stop_words.filter((path) => path !== none)) {
    const path = given === builtin ? join(lexicon, 'stop-words.txt') : given;
    const text = textOf(read('stop_words', path), path);
    for (const word of given === builtin ? builtinStopWords(text) : parseStopWords(text)) stopWords.add(word);
  }

  for (const path of metadataPaths) read('metadata', path);
  return { terms, stopWords, files, messages: [...lists.flatMap((list) => list.messages), ...messages] };
}

function readResource(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = String((error as NodeJS.ErrnoException).code);
    throw new CorpusError(reason === 'ENOENT' ? 'resource/not-found' : 'resource/unreadable', path, { reason }, error);
  }
}

/** A list as text, in whatever encoding texts may have. */
function textOf(bytes: Buffer, path: string): string {
  try {
    return decode(bytes, undefined, path).text;
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    throw new CorpusError('resource/not-a-list', path, error.values, error);
  }
}
