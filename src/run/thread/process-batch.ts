import type { CorpusFile } from '../../ingest/corpus.ts';
import type { ResolvedCodes } from '../../query/coding/resolve-codes.ts';
import type { GradedEntry } from '../../query/grade/graded-entry.ts';
import { createPlan, type Plan, type PlanInput } from '../plan.ts';
import { formNormaliser } from '../resource/form-normaliser.ts';
import { type DocumentPlace, DocumentRenderer } from '../result/document-renderer.ts';
import type { DocumentRooms, RenderedDocument, SentDocuments } from '../result/rendered-document.ts';
import { Stopwatch } from '../stopwatch.ts';
import { CountPlan, type PartialTotal } from '../tables/count-plan.ts';

/** What is known of a document before it is read. */
export interface DocumentRequest extends DocumentPlace {
  readonly file: CorpusFile;
  readonly meta: Readonly<Record<string, string>>;
}

/** A document, or what was thrown on its way. */
export type DocumentResult = { readonly document: RenderedDocument } | { readonly error: unknown };

/** The results of a batch in the order of the requests, with milliseconds by stage. */
export interface BatchAnswer {
  readonly results: readonly DocumentResult[];
  readonly times: ReadonlyMap<string, number>;
  /** To be given back. */
  readonly rooms?: DocumentRooms;
}

/** What became of a batch; of a document without an error the rest is among the documents, in their order. */
export interface BatchOutcome {
  readonly errors: readonly ({ readonly error: unknown } | undefined)[];
  readonly documents: SentDocuments;
  readonly times: ReadonlyMap<string, number>;
}

/** What documents are made, counted and rendered with; it can be sent to another thread. */
export interface WorkInput extends PlanInput {
  readonly stopWords: ReadonlySet<string>;
  readonly rules: ResolvedCodes;
  readonly grades: readonly GradedEntry[];
  /** Columns of the metadata. */
  readonly metadata: readonly string[];
}

/** Takes documents from their files to their rows, and keeps a total of what it counted. */
export class BatchWork {
  readonly plan: Plan;
  readonly #counts: CountPlan;
  readonly #renderer: DocumentRenderer;
  readonly #watch: Stopwatch;

  constructor(input: WorkInput) {
    this.#watch = new Stopwatch();
    this.plan = createPlan(input);
    this.#counts = ownCounts(input, this.#watch);
    this.#renderer = new DocumentRenderer(input, this.#counts, this.#watch);
  }

  /**
   * Takes documents through the stages side by side: since the plan waits between two stages, each stage has all of them
   * before the next one has any.
   */
  async process(requests: readonly DocumentRequest[], pause?: () => Promise<void>): Promise<BatchOutcome> {
    const watch = this.#watch;
    const made = await Promise.all(
      requests.map(async ({ file, meta }) => {
        try {
          return { document: await this.plan.process(file, meta, watch, pause), failed: undefined };
        } catch (error) {
          return { document: undefined, failed: { error } };
        }
      }),
    );
    const errors: ({ readonly error: unknown } | undefined)[] = [];
    for (const [i, one] of made.entries()) {
      if (one.document !== undefined) {
        if (pause !== undefined && i > 0) await pause();
        this.#renderer.render(one.document, requests[i]!);
      }
      errors.push(one.failed);
    }
    return { errors, documents: this.#renderer.release(), times: watch.takeTimes() };
  }

  /** Takes rooms of earlier documents to use them again. */
  reuse(rooms: readonly ArrayBuffer[]): void {
    this.#renderer.rooms.give(rooms);
  }

  /** What was counted so far; counting begins anew. */
  takeTotal(): PartialTotal {
    return this.#counts.take();
  }
}

function ownCounts({ settings, terms, stopWords, rules, grades }: WorkInput, watch: Stopwatch): CountPlan {
  const hasCoding = rules.codes.length > 0 || grades.length > 0;
  const normalise = hasCoding ? formNormaliser(terms, settings) : (form: string) => form;
  return new CountPlan(
    settings,
    { terms, stopWords, coding: { rules, grades, normalise }, reference: undefined },
    watch,
  );
}
