import type { Container } from '../../ingest/list-members.ts';
import type { manifestFormat } from '../../write/folder.ts';
import { jsonPieces } from '../../write/json-pieces.ts';
import type { Settings } from '../settings.ts';

/** A file by its name relative to the input or output folder, with `/`. */
export interface ManifestFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A list or table that a run read beside the documents. */
export interface ManifestResource extends ManifestFile {
  readonly kind: 'terms' | 'stop_words' | 'user_words' | 'rules' | 'grades' | 'metadata' | 'reference_list' | 'model';
}

/**
 * Settings that can change a result: where things lie, what is kept where, who works and what language is spoken do not. Nor do the limits of a
 * document, but where one is ended, and then the message says which limit that was.
 */
export type ManifestSettings = Omit<
  Settings,
  'paths' | 'out' | 'cache' | 'workers' | 'lang' | 'document_seconds' | 'document_memory' | 'memory'
>;

/** Everything that a result follows from, and the digests of the result: no clock, no absolute path, no worker count. */
export interface Manifest {
  readonly format: typeof manifestFormat;
  readonly tool: { readonly name: 'cewen'; readonly version: string };
  readonly runtime: { readonly node: string; readonly unicode: string; readonly icu: string };
  readonly offset_unit: 'code point';
  readonly settings: ManifestSettings;
  readonly stages: readonly { readonly name: string; readonly settings: Readonly<Record<string, unknown>> }[];
  readonly resources: readonly ManifestResource[];
  /** Last parts of the input paths where there are several: the first parts of the documents' names. */
  readonly input_roots: readonly string[];
  readonly inputs: readonly ManifestFile[];
  readonly messages: Readonly<Record<string, number>>;
  readonly outputs: readonly ManifestFile[];
}

/** The text of manifest.json, in pieces. */
export function manifestPieces(manifest: Manifest): Iterable<string> {
  return jsonPieces({ ...manifest });
}

/** Settings as the manifest keeps them: files by the last part of their names. */
export function manifestSettings(settings: Settings): ManifestSettings {
  const { paths: _paths, out: _out, cache: _cache, workers: _workers, lang: _lang, ...others } = settings;
  const { document_seconds: _seconds, document_memory: _megabytes, memory: _memory, ...rest } = others;
  return {
    ...rest,
    metadata: rest.metadata === null ? null : lastPart(rest.metadata),
    terms: rest.terms.map(lastPart),
    stop_words: rest.stop_words.map(lastPart),
    user_words: rest.user_words.map(lastPart),
    rules: rest.rules.map(lastPart),
    grades: rest.grades.map(lastPart),
    reference_list: rest.reference_list === null ? null : lastPart(rest.reference_list),
    model: rest.model === null ? null : lastPart(rest.model),
  };
}

/** The files that a result comes from, in the order of their names. */
export function sortedInputs(containers: readonly Container[], documents: readonly ManifestFile[]): ManifestFile[] {
  const files = [...containers.map(({ id, bytes, sha256 }) => ({ path: id, bytes, sha256 })), ...documents];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Numbers by rule, in the order of code units. */
export function sortedCounts(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** The runtime as the manifest names it. */
export function runtime(): Manifest['runtime'] {
  const { node, unicode, icu } = process.versions;
  return { node, unicode: unicode ?? '', icu: icu ?? '' };
}

/** The last part of a path of either system. */
export function lastPart(path: string): string {
  return (
    path
      .split(/[/\\]/)
      .filter((part) => part !== '')
      .at(-1) ?? path
  );
}
