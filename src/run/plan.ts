import { createDescribe } from '../describe/describe.ts';
import type { CorpusFile } from '../ingest/corpus.ts';
import { readDocument } from '../ingest/read-document.ts';
import type { CleanDocument, DescribedDocument, RawDocument } from '../model/document.ts';
import { CorpusError } from '../model/errors.ts';
import type { Stage } from '../model/stage.ts';
import type { Term } from '../model/term.ts';
import { createNormalise } from '../normalise/normalise.ts';
import { createRepair } from '../repair/repair.ts';
import type { UserEntry } from '../segment/lexicon/user-dictionary.ts';
import { createSegment } from '../segment/segment.ts';
import { createTag } from '../tag/tag-terms.ts';
import { createEngine } from './resource/create-engine.ts';
import { formNormaliser } from './resource/form-normaliser.ts';
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
}

// Characters from which on a stage takes longer than a user who pressed Ctrl-C should wait.
const long = 1_000_000;

/** Throws what keeps the segmenter from starting. */
export function createPlan({ settings, terms, userWords, lexicon }: PlanInput): Plan {
  const { variant, widths, punctuation, boundary, ignore_case: ignoreCase, engine } = settings;
  const repair = createRepair();
  const normalise = createNormalise({ variant, widths, punctuation });
  const normaliseForm = formNormaliser(terms, { variant, widths, punctuation });
  const listed = terms.flatMap(({ term, variants }) => [term, ...variants]).map(normaliseForm);
  const segment = createSegment(createEngine({ engine, lexicon, listed, userWords }), {
    policyTokens: settings.policy_tokens,
    units: settings.number_units,
    listed: [...listed, ...userWords.map(({ form }) => form)],
  });
  const tag = createTag(terms, { boundary, ignoreCase }, normaliseForm);
  const describe = createDescribe();
  return {
    stages: [repair, normalise, segment, tag, describe].map((stage) => ({
      name: stage.name,
      settings: stage.settings,
    })),
    async process(file, meta, watch, pause) {
      const failed = (stage: string, cause: unknown) =>
        cause instanceof CorpusError ? cause : new StageError(stage, file.id, cause);
      const options = { encoding: settings.encoding };
      const raw = await watch.time('read', () =>
        readDocument(file, meta, options).catch((cause: unknown) => {
          throw failed('read', cause);
        }),
      );
      const through = async <In, Out>(stage: Stage<In, Out>, input: In): Promise<Out> => {
        if (raw.raw.length >= long) await pause?.();
        return watch.time(stage.name, () => {
          try {
            return stage.run(input);
          } catch (cause) {
            throw failed(stage.name, cause);
          }
        });
      };
      const clean: CleanDocument = await through(normalise, await through(repair, raw));
      return through(describe, await through(tag, await through(segment, clean)));
    },
  };
}

/** A document as `explain FILE` shows it. */
export function repairOnly(document: RawDocument): CleanDocument {
  return createRepair().run(document);
}
