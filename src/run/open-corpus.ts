import { type CorpusFile, listCorpus } from '../ingest/corpus.ts';
import { joinMetadata } from '../ingest/join-metadata.ts';
import type { Container } from '../ingest/list-members.ts';
import type { MetadataSource } from '../ingest/member-list.ts';
import { type Metadata, readMetadata } from '../ingest/metadata.ts';
import { CorpusError } from '../model/errors.ts';
import type { PlacedMessage } from '../model/message.ts';
import { checkGivenFiles } from './resource/check-given-files.ts';
import { type HeldPipes, readGivenFile } from './resource/read-given-file.ts';
import { builtin, none, type Settings } from './settings.ts';

/** The documents of a run and what is known of them before they are read. */
export interface OpenCorpus {
  readonly files: readonly CorpusFile[];
  /** Metadata of a document by its id; empty where there is none. */
  metadataOf(id: string): Readonly<Record<string, string>>;
  readonly metadataColumns: readonly string[];
  readonly metadataPaths: readonly string[];
  /** Files that hold documents and are none themselves. */
  readonly containers: readonly Container[];
  readonly messages: readonly PlacedMessage[];
}

/**
 * Lists the documents of the settings' paths, without the output, the lists and what is `ignored`, and joins their metadata; `held`
 * has what was read of a pipe. Throws input errors, and
 * those of lists that are not there.
 */
export function openCorpus(
  settings: Settings,
  ignored: readonly string[] = [],
  held: HeldPipes = new Map(),
): OpenCorpus {
  checkGivenFiles(settings, held);
  const given = settings.metadata === null ? [] : [settings.metadata];
  const bytes = given.map((path) => held.get(path) ?? readGivenFile(path, 'metadata'));
  // A list of terms among the texts would add one to the count of every term.
  const { terms, stop_words, user_words, rules, grades, reference_list, model } = settings;
  const named = [...terms, ...stop_words, ...user_words, ...rules, ...grades, reference_list ?? none, model ?? none];
  const lists = named.filter((path) => path !== builtin && path !== none);
  const corpus = listCorpus(
    settings.paths,
    [settings.out, ...(settings.cache === null ? [] : [settings.cache]), ...given, ...lists, ...ignored],
    {
      textColumn: settings.text_column ?? undefined,
      encoding: settings.encoding === 'auto' ? undefined : settings.encoding,
    },
  );
  const sources: readonly MetadataSource[] =
    given.length > 0 ? given.map((path, i) => ({ path, prefix: '', bytes: bytes[i]! })) : corpus.metadata;
  const onDisk = given.length > 0 ? sources : sources.filter(({ bytes }) => bytes === undefined);
  const messages: PlacedMessage[] = [];
  const tables = sources.flatMap((source): Metadata[] => {
    try {
      return [readMetadata(source.path, source.prefix, source.bytes)];
    } catch (error) {
      // A table in an archive may be of another kind than its name says; the user's own must be right.
      if (!(error instanceof CorpusError) || onDisk.includes(source)) throw error;
      const { code: rule, values } = error;
      messages.push({ document: source.path, message: { severity: 'warning', rule, values } });
      return [];
    }
  });
  const metadata = joinMetadata(corpus.files, tables);
  // Nobody expects the metadata of an archive to have rows for documents beside it.
  const scopes = onDisk.length > 0 ? [''] : sources.map(({ prefix }) => prefix);
  const joined = metadata.messages.filter(
    ({ document, message }) =>
      message.rule !== 'ingest/file-without-metadata' || scopes.some((prefix) => document.startsWith(prefix)),
  );
  return {
    files: corpus.files,
    metadataOf: (id) => metadata.rows.get(id) ?? {},
    metadataColumns: [...new Set([...metadata.columns, ...corpus.columns])],
    metadataPaths: onDisk.map(({ path }) => path),
    containers: corpus.containers,
    messages: [...corpus.messages, ...messages, ...joined],
  };
}
