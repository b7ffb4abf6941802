import type { CorpusFile } from '../ingest/corpus.ts';
import { readDocument } from '../ingest/read-document.ts';
import type { CleanDocument, RawDocument, SegmentedDocument, TaggedDocument } from '../model/document.ts';
import type { Stage } from '../model/stage.ts';
import type { Term } from '../model/term.ts';
import { createNormalise } from '../normalise/normalise.ts';
import { createRepair } from '../repair/repair.ts';
import { createSegment } from '../segment/segment.ts';
import { createTag } from '../tag/tag-terms.ts';
import { engineWith } from './engine-cache.ts';
import { StageError } from './failed-document.ts';
import { formNormaliser } from './form-normaliser.ts';
import type { Settings } from './settings.ts';
import type { Stopwatch } from './stopwatch.ts';

/** The stages of a run in their order, which meet nowhere else. */
export interface Plan {
  readonly stages: readonly Pick<Stage<never, unknown>, 'name' | 'settings'>[];
  /**
   * Reads a document and takes it through all stages; `pause` is waited for between the stages of a long one. Throws input
   * errors, and StageError where a stage fails.
   */
  run(
    file: CorpusFile,
    meta: Readonly<Record<string, string>>,
    watch: Stopwatch,
    pause?: () => Promise<void>,
  ): Promise<TaggedDocument>;
}

// Characters from which on a stage takes longer than a user who pressed Ctrl-C should wait.
const long = 1_000_000;

export function createPlan(settings: Settings, terms: readonly Term[]): Plan {
  const { variant, widths, punctuation, boundary, ignore_case: ignoreCase } = settings;
  const repair = createRepair();
  const normalise = createNormalise({ variant, widths, punctuation });
  const normaliseForm = formNormaliser(terms, { variant, widths, punctuation });
  const forms = terms.flatMap(({ term, variants }) => [term, ...variants]).map(normaliseForm);
  const segment = createSegment(engineWith(forms));
  const tag = createTag(terms, { boundary, ignoreCase }, normaliseForm);
  return {
    stages: [repair, normalise, segment, tag],
    async run(file, meta, watch, pause) {
      const raw = watch.time('read', () => readDocument(file, meta, { encoding: settings.encoding }));
      const through = async <In, Out>(stage: Stage<In, Out>, input: In): Promise<Out> => {
        if (pause !== undefined && raw.raw.length >= long) await pause();
        return watch.time(stage.name, () => {
          try {
            return stage.run(input);
          } catch (cause) {
            throw new StageError(stage.name, file.id, cause);
          }
        });
      };
      const repaired: CleanDocument = await through(repair, raw);
      const clean: CleanDocument = await through(normalise, repaired);
      const segmented: SegmentedDocument = await through(segment, clean);
      return through(tag, segmented);
    },
  };
}

/** A document as `explain FILE` shows it. */
export function repairOnly(document: RawDocument): CleanDocument {
  return createRepair().run(document);
}
