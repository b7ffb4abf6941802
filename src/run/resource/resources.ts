import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readReferenceList } from '../../compare/read-reference-list.ts';
import type { ReferenceList } from '../../compare/reference.ts';
import { builtinStopWords, parseStopWords } from '../../count/stop-words.ts';
import { type Decoded, decode } from '../../ingest/encoding/decode.ts';
import { CorpusError } from '../../model/errors.ts';
import type { Message, PlacedMessage } from '../../model/message.ts';
import type { Term } from '../../model/term.ts';
import { parseUserDictionaries, type UserEntry } from '../../segment/lexicon/user-dictionary.ts';
import { mergeTermLists } from '../../tag/merge-term-lists.ts';
import { readTermList } from '../../tag/read-term-list.ts';
import type { TermList } from '../../tag/term-list.ts';
import { foldForm } from '../../tag/term-matcher.ts';
import { lastPart, type ManifestResource } from '../result/manifest.ts';
import { builtin, none, type Settings } from '../settings.ts';
import { type CodingLists, readCodingLists } from './coding-lists.ts';
import { formNormaliser } from './form-normaliser.ts';
import { listMessages } from './list-messages.ts';
import { isOutOfReach } from './nodejieba-engine.ts';
import { findPackageRoot } from './package-root.ts';
import { type HeldPipes, readGivenFile } from './read-given-file.ts';

/** Lists that a run uses beside the documents. `files` have the paths that they were read from. */
export interface Resources {
  /** The term lists one by one. */
  readonly lists: readonly TermList[];
  /** One list of them all. */
  readonly terms: readonly Term[];
  readonly stopWords: ReadonlySet<string>;
  /** Words for the segmenter, with their forms as the texts have them after normalising. */
  readonly userWords: readonly UserEntry[];
  /** What is coded and graded. */
  readonly coding: CodingLists;
  /** Frequencies of another corpus, to compare with. */
  readonly reference: ReferenceList | undefined;
  readonly files: readonly ManifestResource[];
  /** At the names of the lists. */
  readonly messages: readonly PlacedMessage[];
}

/**
 * Reads the term lists, the stop words, the user words and the digests of the metadata; `held` has what was read of pipes.
 * Throws resource errors.
 */
export function loadResources(
  settings: Settings,
  metadataPaths: readonly string[],
  held: HeldPipes = new Map(),
): Resources {
  const files: ManifestResource[] = [];
  const read = (kind: ManifestResource['kind'], path: string): Buffer => {
    const bytes = held.get(path) ?? readGivenFile(path, kind === 'metadata' ? 'metadata' : 'list');
    files.push({ kind, path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    return bytes;
  };
  const lexicon = join(findPackageRoot().folder, 'lexicon');

  const messages: Message[] = [];
  const decoded = (kind: ManifestResource['kind'], path: string): string => {
    const list = decodeList(read(kind, path), path);
    messages.push(...listMessages(list, lastPart(path)));
    return list.text;
  };
  const readFrequencies = (path: string) =>
    readReferenceList(decoded('reference_list', path), {
      name: lastPart(path),
      path,
      size: settings.reference_size,
      normaliser: (forms) => {
        const listed = forms.map((term) => ({ term, category: '', variants: [], notIn: [], note: '' }));
        return formNormaliser(listed, settings);
      },
    });
  const lists = settings.terms
    .filter((path) => path !== none)
    .map((given) => {
      const path = given === builtin ? join(lexicon, 'policy-terms.csv') : given;
      const list = readTermList(decoded('terms', path), lastPart(path), path);
      messages.push(...list.messages);
      return list;
    });
  const normaliseForm = formNormaliser(
    lists.flatMap((list) => list.terms),
    settings,
  );
  const merged = mergeTermLists(lists, (form) => foldForm(form, normaliseForm, settings.ignore_case));
  messages.push(...merged.messages);

  const stopWords = new Set<string>();
  for (const given of settings.stop_words.filter((path) => path !== none)) {
    const path = given === builtin ? join(lexicon, 'stop-words.txt') : given;
    const text = decoded('stop_words', path);
    for (const word of given === builtin ? builtinStopWords(text) : parseStopWords(text)) stopWords.add(word);
  }

  const dictionaries = settings.user_words
    .filter((path) => path !== none)
    .map((path) => ({ name: lastPart(path), content: decoded('user_words', path) }));
  const parsed = parseUserDictionaries(dictionaries, settings.engine === 'nodejieba' ? isOutOfReach : undefined);
  messages.push(...parsed.messages);
  const userWords = parsed.entries
    .map((entry) => ({ ...entry, form: normaliseForm(entry.form) }))
    .filter(({ form }) => form !== '');

  const coding = readCodingLists(settings, decoded, normaliseForm);
  const frequencies = settings.reference_list === null ? undefined : readFrequencies(settings.reference_list);
  messages.push(...(frequencies?.messages ?? []));

  if (settings.model !== null) read('model', settings.model);
  for (const path of metadataPaths) read('metadata', path);
  const placed = messages.map((message) => ({ document: String(message.values?.list ?? ''), message }));
  return {
    lists,
    terms: merged.terms,
    stopWords,
    userWords,
    coding,
    reference: frequencies?.list,
    files,
    messages: placed,
  };
}

/** A list as text, in whatever encoding texts may have. */
function decodeList(bytes: Buffer, path: string): Decoded {
  try {
    return decode(bytes, undefined, path);
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    throw new CorpusError('resource/not-a-list', path, error.values, error);
  }
}
