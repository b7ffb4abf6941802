import { createDescribe } from '../describe/describe.ts';
import type { CorpusFile } from '../ingest/corpus.ts';
import { openDocument } from '../ingest/read-document.ts';
import type { CleanDocument, DescribedDocument, RawDocument, SegmentedDocument } from '../model/document.ts';
import { CorpusError } from '../model/errors.ts';
import type { Stage } from '../model/stage.ts';
import type { Term } from '../model/term.ts';
import { createNormalise } from '../normalise/normalise.ts';
import { createRepair } from '../repair/repair.ts';
import type { UserEntry } from '../segment/lexicon/user-dictionary.ts';
import { createSegment } from '../segment/segment.ts';
import { createTag } from '../tag/tag-terms.ts';
import { type CachePlace, DocumentCache } from './cache/document-cache.ts';
import { createEngine } from './resource/create-engine.ts';
import { formNormaliser } from './resource/form-normaliser.ts';
import { loadTagger } from './resource/load-tagger.ts';
import type { Settings } from './settings.ts';
import type { Stopwatch } from './stopwatch.ts';
import { StageError } from './thread/failed-document.ts';

/** What the stages are made of; it can be sent to another thread. */
export interface PlanInput {
  readonly settings: Settings;
  readonly terms: readonly Term[];
  readonly userWords: readonly UserEntry[];
  /** The bytes of `loadLexicon`. */
  readonly lexicon: SharedArrayBuffer;
  /** Absent where nothing is to be kept. */
  readonly cache?: CachePlace;
}

/** Name and settings of a stage, for the manifest. */
export type StageSettings = Pick<Stage<unknown, unknown>, 'name' | 'settings'>;

/** The stages of a run in their order, which meet nowhere else. */
export interface Plan {
  readonly stages: readonly StageSettings[];
  /**
   * Reads a document and takes it through all stages; `pause` is waited for between the stages of a long one. Throws input
   * errors, and StageError where a stage fails.
   */
  process(
    file: CorpusFile,
    meta: Readonly<Record<string, string>>,
    watch: Stopwatch,
    pause?: () => Promise<void>,
  ): Promise<DescribedDocument>;
  /** Takes a document that was read through all stages. Throws StageError where one fails. */
  annotate(document: RawDocument, watch: Stopwatch): Promise<DescribedDocument>;
}

// Characters from which on a stage takes longer than a user who pressed Ctrl-C should wait.
const long = 1_000_000;

/** Throws what keeps the segmenter from starting. */
export function createPlan({ settings, terms, userWords, lexicon, cache: place }: PlanInput): Plan {
  const { variant, widths, punctuation, boundary, ignore_case: ignoreCase, engine: name } = settings;
  const repair = createRepair();
  const normalise = createNormalise({ variant, widths, punctuation });
  const normaliseForm = formNormaliser(terms, { variant, widths, punctuation });
  const listed = terms.flatMap(({ term, variants }) => [term, ...variants]).map(normaliseForm);
  const { granularity, model } = settings;
  const engine = createEngine({ engine: name, lexicon, listed, userWords, granularity, model });
  const segment = createSegment(engine, {
    policyTokens: settings.policy_tokens,
    units: settings.number_units,
    listed: [...listed, ...userWords.map(({ form }) => form)],
  });
  const tagger = settings.tagger === 'context' ? loadTagger() : undefined;
  const tag = createTag(terms, { boundary, ignoreCase }, normaliseForm);
  const describe = createDescribe();
  const cache = place === undefined ? undefined : new DocumentCache(place, settings, listed, userWords, engine.version);
  /** The stages for one document. */
  const stagesFor = (id: string, watch: Stopwatch, pause?: () => Promise<void>) => {
    const failed = (stage: string, cause: unknown) =>
      cause instanceof CorpusError ? cause : new StageError(stage, id, cause);
    const reading = async <T>(action: () => T | Promise<T>) => {
      try {
        return await watch.time('read', action);
      } catch (cause) {
        throw failed('read', cause);
      }
    };
    let isLong = false;
    const through = async <In, Out>(stage: Stage<In, Out>, input: In): Promise<Out> => {
      if (isLong) await pause?.();
      return watch.time(stage.name, () => {
        try {
          return stage.run(input);
        } catch (cause) {
          throw failed(stage.name, cause);
        }
      });
    };
    return {
      reading,
      async segmented(raw: RawDocument): Promise<SegmentedDocument> {
        isLong = raw.raw.length >= long;
        return through(segment, await through(normalise, await through(repair, raw)));
      },
      async described(document: SegmentedDocument): Promise<DescribedDocument> {
        isLong = document.raw.length >= long;
        const inContext = tagger === undefined ? document : await through(tagger, document);
        return through(describe, await through(tag, inContext));
      },
    };
  };
  return {
    stages: [repair, normalise, segment, ...(tagger === undefined ? [] : [tagger]), tag, describe].map((stage) => ({
      name: stage.name,
      settings: stage.settings,
    })),
    async process(file, meta, watch, pause) {
      const { reading, segmented, described } = stagesFor(file.id, watch, pause);
      const opened = await reading(() => openDocument(file, meta, { encoding: settings.encoding }));
      const known = cache && watch.time('cache', () => cache.find(opened, file.id));
      const document = known ?? (await segmented(await reading(() => opened.read())));
      if (cache !== undefined && known === undefined) watch.time('cache', () => cache.store(opened, document));
      return described(document);
    },
    async annotate(document, watch) {
      const { segmented, described } = stagesFor(document.id, watch);
      return described(await segmented(document));
    },
  };
}

/** A document as `explain FILE` shows it. */
export function repairOnly(document: RawDocument): CleanDocument {
  return createRepair().run(document);
}
