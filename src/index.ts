// The public entry: the core, and what reads files, runs and writes results.

export * from './core.ts';
export { type Corpus, type CorpusFile, listCorpus } from './ingest/corpus.ts';
export { type Decoded, decode } from './ingest/encoding/decode.ts';
export { type ReadOptions, readDocument } from './ingest/read-document.ts';
export { type Annotator, createAnnotator, type GivenText, type StreamedDocument } from './run/annotator.ts';
export { createNodejiebaEngine } from './run/resource/nodejieba-engine.ts';
export { type Box, Boxes } from './run/result/boxes.ts';
export type { Manifest, ManifestFile } from './run/result/manifest.ts';
export type { RunResult } from './run/result/run-result.ts';
export { run } from './run/run.ts';
export type { RunHooks } from './run/run-hooks.ts';
export { defaultSettings, type Settings, type SettingsInput, settingsSchema } from './run/settings.ts';
export type { TableName } from './run/table-names.ts';
export type { Cause } from './run/verify/cause.ts';
export { type Verification, verify } from './run/verify/verify.ts';
export { type Language, say } from './run/wording/wording.ts';
