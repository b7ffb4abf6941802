import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { DocumentThread } from '../../../src/run/thread/document-thread.ts';
import { Gate } from '../../../src/run/thread/gate.ts';
import { GuardedThread } from '../../../src/run/thread/guarded-thread.ts';
import { ThreadPool } from '../../../src/run/thread/thread-pool.ts';
import { request } from './strange-thread.ts';

/**
 * Speaks as document-worker.ts does and counts: its total is the list of the documents that came out. `throw` ends it, `full` makes
 * it hand over by itself, `worn` ends it when another document has been there before, `changed` is another one each time.
 */
const script = `
const { parentPort, workerData } = require('node:worker_threads');
let counted = [];
let times = 0;
const handOver = (isAsked) => {
  parentPort.postMessage({ total: { counts: counted, documents: [] }, isAsked });
  counted = [];
};
parentPort.on('message', (message) => {
  if (message === 'hand over') return handOver(true);
  const heads = message.map(({ file: { id } }) => {
    if (id.startsWith('throw') || (id.startsWith('worn') && times > 0)) throw new Error('a bug');
    times++;
    counted.push(id);
    const sha256 = id.startsWith('changed') ? String(Atomics.add(workerData, 0, 1)) : id;
    return { place: 0, id, bytes: 0, sha256, messages: [], tokens: 0, termOccurrences: 0 };
  });
  const none = { bytes: new Uint8Array(0), ends: [] };
  const documents = { heads, tables: [], text: none, forms: [] };
  parentPort.postMessage({ answer: { errors: heads.map(() => undefined), documents, times: new Map() } });
  if (message.some(({ file }) => file.id.startsWith('full'))) handOver(false);
});
parentPort.postMessage({ ready: [{ name: 'repair', settings: {} }] });
`;

let pools: ThreadPool[] = [];
afterEach(() => {
  for (const pool of pools) pool.stop();
  pools = [];
});

function pooled(most: number) {
  const totals: unknown[] = [];
  const shared = new Int32Array(new SharedArrayBuffer(4));
  const gate = new Gate();
  const start = () =>
    new DocumentThread(new Worker(script, { eval: true, workerData: shared }), ({ counts }) => totals.push(...counts));
  const pool = new ThreadPool(() => new GuardedThread(start, () => ({ seconds: 60, megabytes: 5000 }), gate), most);
  pools.push(pool);
  return { pool, totals };
}

test('every document that comes out is counted once, whatever ends the threads', async () => {
  const kind = fc.constantFrom('a', 'a', 'a', 'throw', 'full', 'worn');
  const batches = fc.array(fc.array(kind, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(batches, fc.integer({ min: 1, max: 3 }), async (kinds, most) => {
      const { pool, totals } = pooled(most);
      const names = kinds.map((batch, i) => batch.map((kind, j) => `${kind} ${i}.${j}`));
      const answers = await Promise.all(names.map((batch) => pool.process(batch.map(request))));
      await pool.handOver();
      pool.stop();
      const came = answers.flatMap(({ results }) =>
        results.flatMap((one) => ('document' in one ? one.document.id : [])),
      );
      expect(came.sort()).toEqual(
        names
          .flat()
          .filter((name) => !name.startsWith('throw'))
          .sort(),
      );
      expect([...totals].sort()).toEqual(came);
    }),
    { numRuns: 8, seed: 7 },
  );
});

test('documents that no thread can bear together are each counted once', async () => {
  const { pool, totals } = pooled(1);
  const names = ['worn 1', 'worn 2', 'a', 'worn 3'];
  for (const name of names) await pool.process([request(name)]);
  await pool.handOver();
  expect([...totals].sort()).toEqual([...names].sort());
});

test('what was counted before is counted again when a later document ends the thread', async () => {
  const { pool, totals } = pooled(1);
  await pool.process(['a', 'b'].map(request));
  await pool.process([request('throw')]);
  expect(totals).toEqual([]);
  await pool.handOver();
  expect([...totals].sort()).toEqual(['a', 'b']);
  await pool.handOver();
  expect(totals).toHaveLength(2);
});

test('a document that is another one when it is counted again ends the run', async () => {
  const { pool } = pooled(1);
  await pool.process(['changed', 'a'].map(request));
  await pool.process([request('throw')]);
  await expect(pool.handOver()).rejects.toMatchObject({ code: 'input/changed-while-read', place: 'changed' });
});
