import { type CorpusFile, listCorpus } from '../ingest/corpus.ts';
import { joinMetadata } from '../ingest/join-metadata.ts';
import { readMetadata } from '../ingest/metadata.ts';
import type { PlacedMessage } from '../model/message.ts';
import { type HeldPipes, readGivenFile } from './read-given-file.ts';
import { builtin, none, type Settings } from './settings.ts';

/** The documents of a run and what is known of them before they are read. */
export interface OpenCorpus {
  readonly files: readonly CorpusFile[];
  /** Metadata of a document by its id; empty where there is none. */
  metadataOf(id: string): Readonly<Record<string, string>>;
  readonly metadataColumns: readonly string[];
  readonly metadataPaths: readonly string[];
  readonly messages: readonly PlacedMessage[];
}

/**
 * Lists the documents of the settings' paths, without the output, the lists and what is `ignored`, and joins their metadata; `held`
 * has what was read of a pipe. Throws input errors.
 */
export function openCorpus(
  settings: Settings,
  ignored: readonly string[] = [],
  held: HeldPipes = new Map(),
): OpenCorpus {
  const given = settings.metadata === null ? [] : [settings.metadata];
  // Asked for by the user, so that it is told as missing or no file before the texts are looked at.
  const bytes = given.map((path) => held.get(path) ?? readGivenFile(path, 'metadata'));
  // A list of terms among the texts would add one to the count of every term.
  const { terms, stop_words, user_words } = settings;
  const lists = [...terms, ...stop_words, ...user_words].filter((path) => path !== builtin && path !== none);
  const corpus = listCorpus(settings.paths, [settings.out, ...given, ...lists, ...ignored]);
  const sources = given.length > 0 ? given.map((path) => ({ path, prefix: '' })) : corpus.metadata;
  const metadata = joinMetadata(
    corpus.files,
    sources.map(({ path, prefix }, i) => readMetadata(path, prefix, bytes[i])),
  );
  return {
    files: corpus.files,
    metadataOf: (id) => metadata.rows.get(id) ?? {},
    metadataColumns: metadata.columns,
    metadataPaths: sources.map(({ path }) => path),
    messages: [...corpus.messages, ...metadata.messages],
  };
}
