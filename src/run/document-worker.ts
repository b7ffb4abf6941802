import { parentPort, workerData } from 'node:worker_threads';
import { CorpusError } from '../model/errors.ts';
import { createSegment } from '../segment/segment.ts';
import { createEngine, type EngineOptions } from './create-engine.ts';
import type { SegmentAnswer, SegmentFailure, SegmentRequest } from './segment-thread.ts';

// The other side of segment-thread.ts: one engine for the thread's life, one document after another.

const port = parentPort!;

function failureOf(error: unknown): SegmentFailure {
  if (error instanceof CorpusError) return { code: error.code, place: error.place, values: error.values };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { message, stack: stack ?? '' };
}

try {
  const segment = createSegment(createEngine(workerData as EngineOptions));
  port.on('message', ({ document }: SegmentRequest) => {
    const start = performance.now();
    try {
      const { tokens, fineEnds, sentences } = segment.run(document);
      const answer: SegmentAnswer = { tokens, fineEnds, sentences, milliseconds: performance.now() - start };
      const columns = [tokens.start, tokens.end, tokens.type, tokens.tag, fineEnds, sentences.start, sentences.end];
      const buffers = [...columns, sentences.label].map(({ buffer }) => buffer as ArrayBuffer);
      port.postMessage({ answer }, [...new Set(buffers)]);
    } catch (error) {
      port.postMessage({ failure: failureOf(error) });
    }
  });
  port.postMessage({ ready: segment.settings });
} catch (error) {
  port.postMessage({ fatal: failureOf(error) });
}
