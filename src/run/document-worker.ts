import { parentPort, workerData } from 'node:worker_threads';
import { CorpusError } from '../model/errors.ts';
import type { DocumentRequest, SentAnswer, SentError } from './document-thread.ts';
import { DocumentSender } from './document-transfer.ts';
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

try {
  const input = workerData as PlanInput;
  const plan = createPlan(input);
  const sender = new DocumentSender(input.settings.tables.includes('breaks'));
  port.on('message', async ({ file, meta }: DocumentRequest) => {
    const watch = new Stopwatch();
    try {
      const document = await plan.process(file, meta, watch);
      const { sent: packed, buffers } = sender.pack(document);
      port.postMessage({ answer: { document: packed, times: watch.times } satisfies SentAnswer }, buffers);
    } catch (error) {
      port.postMessage({ failure: sent(error) });
    }
  });
  port.postMessage({ ready: plan.stages });
} catch (error) {
  port.postMessage({ fatal: sent(error) });
}
