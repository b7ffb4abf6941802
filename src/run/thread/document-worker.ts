import { parentPort, workerData } from 'node:worker_threads';
import { CorpusError } from '../../model/errors.ts';
import { createPlan, type PlanInput } from '../plan.ts';
import type { SentAnswer, SentError, SentResult } from './document-thread.ts';
import { DocumentSender } from './document-transfer.ts';
import { StageError } from './failed-document.ts';
import { type DocumentRequest, processBatch } from './process-batch.ts';
import { stackOf } from './stack-of.ts';

// The other side of document-thread.ts: one plan for the thread's life, one batch after another.

const port = parentPort!;

function sent(error: unknown): SentError {
  if (error instanceof CorpusError) {
    const { code, place, values } = error;
    return { code, place, values, stack: stackOf(error) };
  }
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof StageError) return { stage: error.stage, document: error.document, cause: sent(error.cause) };
  return { message, stack };
}

try {
  const input = workerData as PlanInput;
  const plan = createPlan(input);
  const sender = new DocumentSender(input.settings.tables.includes('breaks'));
  const answer = async (requests: readonly DocumentRequest[]) => {
    const { results, times } = await processBatch(plan, requests);
    const buffers: ArrayBuffer[] = [];
    const packed = results.map((result): SentResult => {
      if ('error' in result) return { error: sent(result.error) };
      const document = sender.pack(result.document);
      for (const buffer of document.buffers) buffers.push(buffer);
      return { document: document.sent };
    });
    port.postMessage({ answer: { results: packed, times } satisfies SentAnswer }, buffers);
  };
  // Readers wait for libraries and files: without turns a batch of texts would be answered before the PDFs that were asked for first.
  let turn = Promise.resolve();
  port.on('message', (requests: readonly DocumentRequest[]) => {
    turn = turn.then(() => answer(requests));
  });
  port.postMessage({ ready: plan.stages });
} catch (error) {
  port.postMessage({ fatal: sent(error) });
}
