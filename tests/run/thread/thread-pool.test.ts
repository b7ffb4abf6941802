import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { DocumentThread } from '../../../src/run/thread/document-thread.ts';
import { Gate } from '../../../src/run/thread/gate.ts';
import { GuardedThread } from '../../../src/run/thread/guarded-thread.ts';
import { ThreadPool } from '../../../src/run/thread/thread-pool.ts';
import { request, script, told } from './strange-thread.ts';

let pools: ThreadPool[] = [];
afterEach(() => {
  for (const pool of pools) pool.stop();
  pools = [];
});

function pooled(most: number, limits = {}) {
  let started = 0;
  const gate = new Gate();
  const start = () => {
    started++;
    const workerData = new Int32Array(new SharedArrayBuffer(4));
    return new DocumentThread(new Worker(script, { eval: true, workerData }), () => {});
  };
  const guarded = () => new GuardedThread(start, () => ({ seconds: 60, megabytes: 5000, ...limits }), gate);
  const pool = new ThreadPool(guarded, most);
  pools.push(pool);
  return { pool, started: () => started };
}

const ask = (pool: ThreadPool, ...ids: string[]) => told(pool.process(ids.map(request)));

describe('threads that share the documents', () => {
  test.each([1, 2, 3])('%i of them give every batch its own answer, and the bad documents theirs', async (most) => {
    const { pool, started } = pooled(most);
    const names = Array.from({ length: 40 }, (_, i) =>
      i % 7 === 3 ? `throw ${i}` : i % 11 === 5 ? `exit ${i}` : `${i}`,
    );
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => ask(pool, ...names.slice(2 * i, 2 * i + 2))),
    );
    expect(answers.flat()).toEqual(
      names.map((name) => {
        if (name.startsWith('throw')) return 'a bug';
        return name.startsWith('exit') ? 'the thread of the stages ended with code 3' : name;
      }),
    );
    expect(started()).toBeGreaterThanOrEqual(most);
  });

  test('start only when there is work for them', async () => {
    const { pool, started } = pooled(3);
    for (let i = 0; i < 10; i++) expect(await ask(pool, `${i}`)).toEqual([`${i}`]);
    expect(started()).toBe(1);
    await Promise.all(Array.from({ length: 10 }, (_, i) => ask(pool, `${i}`)));
    expect(started()).toBe(3);
  });

  test('a document without end holds up no other batch than the one behind it', async () => {
    const { pool } = pooled(2);
    const endless = ask(pool, 'hang');
    const others = Array.from({ length: 12 }, (_, i) => ask(pool, `${i}`));
    await Promise.any([Promise.all(others.slice(0, 1).concat(others.slice(2))), Promise.all(others.slice(1))]);
    pool.stop();
    await expect(endless).rejects.toThrow('stopped');
  });

  test('the one that takes the memory is blamed, not those beside it', async () => {
    const { pool } = pooled(2, { megabytes: 150 });
    const names = ['a', 'rest 1', 'swell', 'rest 2', 'b', 'rest 3', 'c', 'rest 4'];
    const answers = await Promise.all(names.map((name) => ask(pool, name)));
    expect(answers.flat()).toEqual(names.map((name) => (name === 'swell' ? 'input/too-much-memory' : name)));
  });

  test('who waits is told when they are stopped', async () => {
    const { pool } = pooled(2);
    await pool.stages();
    const answers = Array.from({ length: 8 }, () => ask(pool, 'hang'));
    const results = Promise.allSettled(answers);
    pool.stop();
    expect((await results).map(({ status }) => status)).toEqual(answers.map(() => 'rejected'));
    expect(pool.isOver).toBe(true);
  });
});
