import { type CorpusFile, listCorpus } from '../ingest/corpus.ts';
import { encodingNamed } from '../ingest/encodings.ts';
import { joinMetadata } from '../ingest/join-metadata.ts';
import { readMetadata } from '../ingest/metadata.ts';
import type { PlacedMessage } from '../model/message.ts';
import type { Settings } from './settings.ts';

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
 * Lists the documents of the settings' paths, without the output and what is `ignored`, and joins their metadata. Throws
 * input and usage errors.
 */
export function openCorpus(settings: Settings, ignored: readonly string[] = []): OpenCorpus {
  // Told once and before anything is done, not at every document.
  if (settings.encoding !== 'auto') encodingNamed(settings.encoding);
  const given = settings.metadata === null ? [] : [settings.metadata];
  const corpus = listCorpus(settings.paths, [settings.out, ...given, ...ignored]);
  const sources = given.length > 0 ? given.map((path) => ({ path, prefix: '' })) : corpus.metadata;
  const metadata = joinMetadata(
    corpus.files,
    sources.map(({ path, prefix }) => readMetadata(path, prefix)),
  );
  return {
    files: corpus.files,
    metadataOf: (id) => metadata.rows.get(id) ?? {},
    metadataColumns: metadata.columns,
    metadataPaths: sources.map(({ path }) => path),
    messages: [...corpus.messages, ...metadata.messages],
  };
}
