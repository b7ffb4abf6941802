import type { CorpusFile } from '../../ingest/corpus.ts';
import type { DescribedDocument } from '../../model/document.ts';
import type { Plan } from '../plan.ts';
import { Stopwatch } from '../stopwatch.ts';

/** What is known of a document before it is read. */
export interface DocumentRequest {
  readonly file: CorpusFile;
  readonly meta: Readonly<Record<string, string>>;
}

/** A document, or what was thrown on its way. */
export type DocumentResult = { readonly document: DescribedDocument } | { readonly error: unknown };

/** The results of a batch in the order of the requests, with milliseconds by stage. */
export interface BatchAnswer {
  readonly results: readonly DocumentResult[];
  readonly times: ReadonlyMap<string, number>;
}

/**
 * Takes documents through the stages side by side: since the plan waits between two stages, each stage has all of them
 * before the next one has any.
 */
export async function processBatch(
  plan: Plan,
  requests: readonly DocumentRequest[],
  pause?: () => Promise<void>,
): Promise<BatchAnswer> {
  const watch = new Stopwatch();
  const results = requests.map(async ({ file, meta }): Promise<DocumentResult> => {
    try {
      return { document: await plan.process(file, meta, watch, pause) };
    } catch (error) {
      return { error };
    }
  });
  return { results: await Promise.all(results), times: watch.times };
}
