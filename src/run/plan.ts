import type { CorpusFile } from '../ingest/corpus.ts';
import { readDocument } from '../ingest/read-document.ts';
import type { CleanDocument, RawDocument, TaggedDocument } from '../model/document.ts';
import { CorpusError } from '../model/errors.ts';
import type { Stage } from '../model/stage.ts';
import type { Term } from '../model/term.ts';
import { createNormalise } from '../normalise/normalise.ts';
import { createRepair } from '../repair/repair.ts';
import { createTag } from '../tag/tag-terms.ts';
import { StageError } from './failed-document.ts';
import { formNormaliser } from './form-normaliser.ts';
import { segmenterWith } from './segmenter.ts';
import type { Settings } from './settings.ts';
import type { Stopwatch } from './stopwatch.ts';

/** The stages of a run in their order, which meet nowhere else. */
export interface Plan {
  /** Names and settings of the stages, for the manifest. Throws what kept the segmenter from starting. */
  stages(): Promise<readonly { readonly name: string; readonly settings: Readonly<Record<string, unknown>> }[]>;
  /**
   * Reads a document and takes it to the segmenter, which may work in a thread of its own while the next one is begun;
   * `pause` is waited for between the stages of a long one. Throws input errors, and StageError where a stage fails.
   */
  begin(
    file: CorpusFile,
    meta: Readonly<Record<string, string>>,
    watch: Stopwatch,
    pause?: () => Promise<void>,
  ): Promise<BegunDocument>;
}

/** A document on its way through the segmenter. */
export interface BegunDocument {
  /** Units of its text. */
  readonly length: number;
  /** The document as it comes out of the last stage. Throws StageError. */
  finish(): Promise<TaggedDocument>;
}

// Characters from which on a stage takes longer than a user who pressed Ctrl-C should wait.
const long = 1_000_000;

export function createPlan(settings: Settings, terms: readonly Term[]): Plan {
  const { variant, widths, punctuation, boundary, ignore_case: ignoreCase } = settings;
  const repair = createRepair();
  const normalise = createNormalise({ variant, widths, punctuation });
  const normaliseForm = formNormaliser(terms, { variant, widths, punctuation });
  const forms = terms.flatMap(({ term, variants }) => [term, ...variants]).map(normaliseForm);
  const segmenter = segmenterWith(settings.engine, forms, settings.workers);
  const tag = createTag(terms, { boundary, ignoreCase }, normaliseForm);
  return {
    async stages() {
      const segment = { name: 'segment', settings: await segmenter.settings() };
      return [repair, normalise, segment, tag].map((stage) => ({ name: stage.name, settings: stage.settings }));
    },
    async begin(file, meta, watch, pause) {
      const raw = watch.time('read', () => readDocument(file, meta, { encoding: settings.encoding }));
      const failed = (stage: string, cause: unknown) =>
        cause instanceof CorpusError ? cause : new StageError(stage, file.id, cause);
      const rest = async () => (raw.raw.length >= long ? pause?.() : undefined);
      const through = <In, Out>(stage: Stage<In, Out>, input: In): Out =>
        watch.time(stage.name, () => {
          try {
            return stage.run(input);
          } catch (cause) {
            throw failed(stage.name, cause);
          }
        });
      await rest();
      const repaired: CleanDocument = through(repair, raw);
      await rest();
      const clean: CleanDocument = through(normalise, repaired);
      await rest();
      const answer = segmenter.segment(clean);
      // Whoever finishes the document is told; until then a failure is no unhandled one.
      answer.catch(() => {});
      return {
        length: clean.text.length,
        async finish() {
          const { milliseconds, ...columns } = await answer.catch((cause) => Promise.reject(failed('segment', cause)));
          watch.add('segment', milliseconds);
          await rest();
          return through(tag, { ...clean, ...columns });
        },
      };
    },
  };
}

/** A document as `explain FILE` shows it. */
export function repairOnly(document: RawDocument): CleanDocument {
  return createRepair().run(document);
}
