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
  /** Reads a document and takes it through all stages. Throws input errors, and StageError where a stage fails. */
  run(file: CorpusFile, meta: Readonly<Record<string, string>>, watch: Stopwatch): TaggedDocument;
}

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
    run(file, meta, watch) {
      const raw = watch.time('read', () => readDocument(file, meta, { encoding: settings.encoding }));
      const through = <In, Out>(stage: Stage<In, Out>, input: In): Out =>
        watch.time(stage.name, () => {
          try {
            return stage.run(input);
          } catch (cause) {
            throw new StageError(stage.name, file.id, cause);
          }
        });
      const repaired: CleanDocument = through(repair, raw);
      const clean: CleanDocument = through(normalise, repaired);
      const segmented: SegmentedDocument = through(segment, clean);
      return through(tag, segmented);
    },
  };
}

/** A document as `explain FILE` shows it. */
export function repairOnly(document: RawDocument): CleanDocument {
  return createRepair().run(document);
}
