import { StageError } from '../../../src/run/thread/failed-document.ts';
import type { BatchAnswer, DocumentRequest } from '../../../src/run/thread/process-batch.ts';

/** Speaks as document-worker.ts does. What a document does is its name; a sound one comes back as an error with its name. */
export const script = `
const { parentPort, workerData } = require('node:worker_threads');
let left = false;
const does = {
  hang() { for (;;); },
  exit() { process.exit(3); },
  throw() { throw new Error('a bug'); },
  swell() { for (const held = [];;) { held.push(Buffer.alloc(2 ** 22, 1)); Atomics.wait(workerData, 0, 0, 1); } },
  leave() { left = true; },
  rest() { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300); },
};
parentPort.on('message', async (requests) => {
  const results = requests.map(({ file }) => {
    if (left) throw new Error('left behind');
    does[file.id.split(' ')[0]]?.();
    return { message: file.id, stack: '' };
  });
  parentPort.postMessage({ answer: { errors: results, times: new Map([['read', requests.length]]) } });
  Atomics.add(workerData, 0, 1);
  Atomics.notify(workerData, 0);
});
parentPort.postMessage({ ready: [{ name: 'repair', settings: {} }] });
`;

export const request = (id: string): DocumentRequest => ({
  file: { id, path: `/nowhere/${id}`, format: 'text' },
  meta: {},
  place: 0,
  forms: [],
});
export const errors = ({ results }: BatchAnswer) =>
  results.map((result) => ('error' in result ? result.error : undefined));
export const told = async (answer: Promise<BatchAnswer>) =>
  errors(await answer).map((error) => {
    if (error instanceof StageError) return (error.cause as Error).message;
    return (error as { code?: string }).code ?? (error as Error).message;
  });
