import { z } from 'zod';
import { documentMeasures } from '../compare/similarity.ts';
import { similarities } from '../cooccur/network.ts';
import { defaultMeasures, type PairMeasure, pairMeasures } from '../cooccur/pair-measures.ts';
import { unitKinds } from '../cooccur/units.ts';
import { linkages } from '../measure/hierarchical-clustering.ts';
import { blockKinds } from '../model/document.ts';
import { granularities } from '../segment/hybrid/hybrid-engine.ts';
import { encodingFault } from './command/encoding-fault.ts';
import { formatNames, formatsOf } from './format-names.ts';
import { isSize } from './memory-size.ts';
import { engineNames } from './resource/create-engine.ts';
import { tableNames, tablesOf } from './table-names.ts';

/** Stands for the list that comes with the program, in place of a path. */
export const builtin = 'builtin';
/** Stands for an empty list of files on the command line. */
export const none = 'none';

const text = z.string().min(1);

/** Groups on one side of a comparison. A single name, or null for none, are what earlier results have. */
const sides = z
  .union([text, z.array(text)])
  .nullable()
  .default([])
  .transform((given) => (given === null ? [] : typeof given === 'string' ? [given] : given));

/**
 * All settings of a run. The names are the keys of cewen.yaml; on the command line `count_kinds` is `--count-kinds` and
 * `cooccurrence: { window }` is `--cooccurrence-window`.
 */
export const settingsSchema = z.strictObject({
  paths: z.array(text).default([]),
  out: text.default('output'),
  metadata: text.nullable().default(null),
  text_column: text.nullable().default(null),
  terms: z.array(text).default([builtin]),
  encoding: text.refine((name) => encodingFault(name, '') === undefined).default('auto'),
  variant: z.enum(['auto', 'none', 't', 'tw', 'hk', 'twp']).default('auto'),
  widths: z.boolean().default(true),
  punctuation: z.boolean().default(true),
  engine: z.enum(engineNames).default('lattice'),
  granularity: z.enum(granularities).default('standard'),
  model: text.nullable().default(null),
  user_words: z.array(text).default([]),
  policy_tokens: z.boolean().default(true),
  number_units: z.enum(['apart', 'glued']).default('apart'),
  tagger: z.enum(['dictionary', 'context']).default('dictionary'),
  boundary: z.enum(['word', 'any']).default('word'),
  ignore_case: z.boolean().default(false),
  count_kinds: z
    .array(z.enum(blockKinds.filter((kind) => kind !== 'furniture')))
    .default(['title', 'heading', 'paragraph', 'list', 'table', 'caption']),
  tables: z
    .array(z.enum([...tableNames, 'default', 'all']))
    .default(['default'])
    .transform(tablesOf),
  by: text.nullable().default(null),
  by_separators: z.string().default(';；|、'),
  target: sides,
  reference: sides,
  reference_list: text.nullable().default(null),
  reference_size: z.int().min(0).default(0),
  comparison: z
    .strictObject({
      min_frequency: z.int().min(1).default(5),
      max_rows: z.int().min(0).default(500),
    })
    .prefault({}),
  dispersion: z
    .strictObject({
      parts: text.default('documents'),
      chunks: z.int().min(2).max(100_000).default(10),
      min_frequency: z.int().min(1).default(1),
    })
    .prefault({}),
  cooccurrence: z
    .strictObject({
      of: z.enum(['terms', 'words']).default('terms'),
      units: z.array(z.enum(unitKinds)).default(['sentence', 'paragraph', 'document']),
      window: z.int().min(2).max(1000).default(10),
      left: z.int().min(0).max(1000).default(5),
      right: z.int().min(0).max(1000).default(5),
      within: z.enum(['paragraph', 'sentence']).default('paragraph'),
      count: z.enum(['presence', 'all']).default('presence'),
      min_joint: z.int().min(1).default(1),
      min_frequency: z.int().min(1).default(5),
      max_words: z.int().min(2).max(20_000).default(2000),
      measures: z
        .array(z.enum([...pairMeasures, 'default', 'all']))
        .default(['default'])
        .transform(measuresOf),
      max_rows: z.int().min(0).default(20_000),
      max_pairs: z.int().min(0).max(500_000_000).default(20_000_000),
    })
    .prefault({}),
  network: z
    .strictObject({
      unit: z.enum(['sentence', 'paragraph', 'document', 'window']).default('sentence'),
      nodes: z.int().min(2).max(2000).default(100),
      min_joint: z.int().min(1).default(2),
      similarity: z.enum(similarities).default('ochiai'),
      linkage: z.enum(linkages).default('average'),
      clusters: z.int().min(1).max(2000).default(8),
      resolution: z.number().min(0.01).max(100).default(1),
      seed: z.int().min(0).max(0xffffffff).default(1),
      matrices: z.boolean().default(false),
    })
    .prefault({}),
  similarity: z
    .strictObject({
      of: z.enum(['words', 'terms']).default('words'),
      measure: z.enum(documentMeasures).default('cosine'),
      min_documents: z.int().min(1).default(2),
      features: z.int().min(2).max(100_000).default(2000),
      shingle: z.int().min(2).max(50).default(8),
      nearest: z.int().min(1).max(1000).default(5),
      linkage: z.enum(linkages).default('average'),
      clusters: z.int().min(1).max(2000).default(5),
      max_rows: z.int().min(0).default(20_000),
      max_documents: z.int().min(2).max(5000).default(1000),
      matrix: z.boolean().default(false),
    })
    .prefault({}),
  stop_words: z.array(text).default([builtin]),
  tags: z.array(text).default([]),
  min_length: z.int().min(1).max(20).default(1),
  stem_latin: z.boolean().default(false),
  ngrams: z
    .strictObject({
      lengths: z.array(z.int().min(2).max(10)).default([2, 3]),
      min_frequency: z.int().min(1).default(2),
    })
    .prefault({}),
  reuse: z
    .strictObject({
      min_length: z.int().min(8).max(100_000).default(30),
      min_identity: z.number().min(0.5).max(1).default(0.8),
      shingle: z.int().min(4).max(50).default(8),
      max_gap: z.int().min(0).max(1000).default(20),
      boilerplate: z.int().min(1).max(1_000_000).default(5),
    })
    .prefault({}),
  rules: z.array(text).default([]),
  grades: z.array(text).default([]),
  scores: z
    .strictObject({
      modifiers: z.boolean().default(true),
      scope: z.int().min(1).max(20).default(2),
    })
    .prefault({}),
  context: z.int().min(0).max(1000).default(20),
  formats: z
    .array(z.enum([...formatNames, 'all']))
    .default(['csv'])
    .transform(formatsOf),
  report: z.boolean().default(true),
  excel: z.boolean().default(false),
  strict: z.boolean().default(false),
  document_seconds: z.number().min(0.001).max(1_000_000).default(300),
  document_memory: z.int().min(1).max(1_000_000).default(6000),
  memory: z.coerce.string<string | number>().refine(isSize).default('16MB'),
  cache: z
    .union([text, z.literal(false)])
    .nullable()
    .default(null)
    .transform((folder) => (folder === false ? null : folder)),
  workers: z.union([z.int().min(0).max(256), z.literal('auto')]).default('auto'),
  lang: z.enum(['en', 'zh']).nullable().default(null),
});

/** All settings of a run, checked and with their defaults. */
export type Settings = z.infer<typeof settingsSchema>;

/** Settings as a configuration file or a caller gives them: whatever is left out has its default. */
export type SettingsInput = z.input<typeof settingsSchema>;

/** The settings of a run for which nothing is given. */
export function defaultSettings(): Settings {
  return settingsSchema.parse({});
}

/** In the order in which they are asked for. */
function measuresOf(names: readonly (PairMeasure | 'default' | 'all')[]): PairMeasure[] {
  return [
    ...new Set(names.flatMap((name) => (name === 'default' ? defaultMeasures : name === 'all' ? pairMeasures : name))),
  ];
}
