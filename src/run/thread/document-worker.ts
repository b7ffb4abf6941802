import { parentPort, workerData } from 'node:worker_threads';
import { CorpusError } from '../../model/errors.ts';
import { buffersOf } from '../result/rendered-document.ts';
import type { FromThread, SentAnswer, SentError } from './document-thread.ts';
import { StageError } from './failed-document.ts';
import { packTotal } from './pack-total.ts';
import { BatchWork, type DocumentRequest, type WorkInput } from './process-batch.ts';
import { bytesCounted, mostBytesCounted } from './request-bytes.ts';
import { stackOf } from './stack-of.ts';

// The other side of document-thread.ts: one plan for the thread's life, one batch after another.

const port = parentPort!;
const post = (message: FromThread, buffers: ArrayBuffer[] = []) => port.postMessage(message, buffers);

function sent(error: unknown): SentError {
  if (error instanceof CorpusError) {
    const { code, place, values } = error;
    return { code, place, values, stack: stackOf(error) };
  }
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof StageError) return { stage: error.stage, document: error.document, cause: sent(error.cause) };
  return { message, stack };
}

function isRooms(
  message: readonly DocumentRequest[] | readonly ArrayBuffer[] | string,
): message is readonly ArrayBuffer[] {
  return message[0] instanceof ArrayBuffer;
}

try {
  const work = new BatchWork(workerData as WorkInput);
  let counted = 0;
  const handOver = (isAsked: boolean) => {
    counted = 0;
    const total = work.takeTotal();
    const buffers = packTotal(total);
    post({ total, isAsked }, buffers);
  };
  const answer = async (requests: readonly DocumentRequest[]) => {
    const { errors, documents, times } = await work.process(requests);
    const results = errors.map((failed) => (failed === undefined ? undefined : sent(failed.error)));
    post({ answer: { errors: results, documents, times } satisfies SentAnswer }, buffersOf(documents));
    counted += bytesCounted(requests);
    if (counted >= mostBytesCounted) handOver(false);
  };
  // Readers wait for libraries and files: without turns a batch of texts would be answered before the PDFs that were asked for first.
  let turn = Promise.resolve();
  port.on('message', (message: readonly DocumentRequest[] | readonly ArrayBuffer[] | 'hand over') => {
    if (isRooms(message)) return work.reuse(message);
    turn = turn.then(async () => {
      if (message === 'hand over') return handOver(true);
      try {
        await answer(message);
      } catch (error) {
        post({ broken: sent(error) });
      }
    });
  });
  post({ ready: work.plan.stages });
} catch (error) {
  post({ fatal: sent(error) });
}
