import { parentPort, workerData } from 'node:worker_threads';
import type { TaggedDocument } from '../model/document.ts';
import { CorpusError } from '../model/errors.ts';
import type { DocumentAnswer, DocumentRequest, SentError } from './document-thread.ts';
import { StageError } from './failed-document.ts';
import { createPlan, type PlanInput } from './plan.ts';
import { Stopwatch } from './stopwatch.ts';

// The other side of document-thread.ts: one plan for the thread's life, one document after another.

const port = parentPort!;

function sent(error: unknown): SentError {
  if (error instanceof CorpusError) return { code: error.code, place: error.place, values: error.values };
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof StageError) return { stage: error.stage, document: error.document, cause: sent(error.cause) };
  return { message, stack };
}

/** The buffers of a document's columns, which are handed over and not copied. */
function buffersOf({ map, removed, citations, tokens, fineEnds, sentences, terms, nested, mentions }: TaggedDocument) {
  const layers = [removed, citations, sentences, terms, mentions].flatMap(({ start, end, label }) => [start, end, label]);
  const columns = [map.source, map.target, map.kept, tokens.start, tokens.end, tokens.type, tokens.tag, fineEnds, nested];
  return [...new Set([...layers, ...columns].map(({ buffer }) => buffer as ArrayBuffer))];
}

try {
  const plan = createPlan(workerData as PlanInput);
  port.on('message', async ({ file, meta }: DocumentRequest) => {
    const watch = new Stopwatch();
    try {
      const document = await plan.process(file, meta, watch);
      const answer: DocumentAnswer = { document: { ...document, terms: { ...document.terms, labels: [] } }, times: watch.times };
      port.postMessage({ answer }, buffersOf(document));
    } catch (error) {
      port.postMessage({ failure: sent(error) });
    }
  });
  port.postMessage({ ready: plan.stages });
} catch (error) {
  port.postMessage({ fatal: sent(error) });
}
