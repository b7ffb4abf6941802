import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import type { WorkLimits } from '../../../src/run/thread/document-limits.ts';
import { DocumentThread } from '../../../src/run/thread/document-thread.ts';
import { Gate } from '../../../src/run/thread/gate.ts';
import { GuardedThread } from '../../../src/run/thread/guarded-thread.ts';
import { errors, request, script, told } from './strange-thread.ts';

const patient: WorkLimits = { seconds: 60, megabytes: 5000 };
let guards: GuardedThread[] = [];
afterEach(() => {
  for (const guard of guards) guard.stop();
  guards = [];
});

function guarded(limits: Partial<WorkLimits> = {}, code = script) {
  const answered = new Int32Array(new SharedArrayBuffer(4));
  let started = 0;
  const start = () => {
    started++;
    return new DocumentThread(new Worker(code, { eval: true, workerData: answered }), () => {});
  };
  const guard = new GuardedThread(start, () => ({ ...patient, ...limits }), new Gate());
  guards.push(guard);
  return { guard, answered, started: () => started };
}

const ask = (guard: GuardedThread, ...ids: string[]) => guard.process(ids.map(request));

describe('a document that ends its thread', () => {
  test.each([
    ['takes too long', 'hang', { seconds: 0.5 }, 'input/too-slow'],
    ['needs too much memory', 'swell', { megabytes: 100 }, 'input/too-much-memory'],
    ['throws where nothing catches it', 'throw', {}, 'a bug'],
    ['ends the thread itself', 'exit', {}, 'the thread of the stages ended with code 3'],
  ])('because it %s is told, and the others beside it come out', async (_, bad, limits, expected) => {
    const { guard } = guarded(limits);
    const first = ask(guard, 'a', bad, 'b');
    const second = ask(guard, 'c', 'd');
    expect(await told(second)).toEqual(['c', 'd']);
    expect(await told(first)).toEqual(['a', expected, 'b']);
    expect(await told(ask(guard, 'e'))).toEqual(['e']);
  });

  test('has the limit and its name in what is told', async () => {
    const { guard } = guarded({ seconds: 0.3 });
    expect(errors(await ask(guard, 'hang'))).toMatchObject([{ place: 'hang', values: { seconds: 0.3 } }]);
  });

  test('is not blamed for what an earlier one left behind', async () => {
    const { guard } = guarded();
    expect(await told(ask(guard, 'leave', 'a', 'b'))).toEqual(['leave', 'a', 'b']);
    const { guard: other } = guarded();
    await ask(other, 'leave');
    expect(await told(ask(other, 'a'))).toEqual(['a']);
  });
});

test('each document has its own answer, however many are bad and wherever they stand', async () => {
  const { guard, started } = guarded();
  const names = ['a', 'throw 1', 'throw 2', 'b', 'exit 3', 'c', 'd', 'throw 4', 'e'];
  for (const size of [1, 2, 4, 9]) {
    const batches = names.flatMap((_, i) => (i % size === 0 ? [names.slice(i, i + size)] : []));
    // All at once, as a run asks for some before it takes the first.
    const answers = await Promise.all(batches.map((batch) => told(ask(guard, ...batch))));
    expect(answers.flat()).toEqual(
      names.map((name) => {
        if (name.startsWith('throw')) return 'a bug';
        return name.startsWith('exit') ? 'the thread of the stages ended with code 3' : name;
      }),
    );
  }
  expect(started()).toBeGreaterThan(8);
});

test('documents that together take longer than one may are not to blame', async () => {
  const { guard, started } = guarded({ seconds: 1 });
  expect(await told(ask(guard, 'rest 1', 'rest 2', 'rest 3', 'rest 4', 'a'))).toEqual([
    'rest 1',
    'rest 2',
    'rest 3',
    'rest 4',
    'a',
  ]);
  expect(started()).toBe(2);
});

test('a thread that goes well is never replaced', async () => {
  const { guard, started } = guarded();
  for (let i = 0; i < 50; i++) expect(await told(ask(guard, `${i}`))).toEqual([`${i}`]);
  expect(started()).toBe(1);
});

test('a document is not blamed for the time that this thread was too busy to hear of it', async () => {
  const { guard, answered } = guarded({ seconds: 0.2 });
  await guard.stages();
  const answer = ask(guard, 'a');
  expect(Atomics.wait(answered, 0, 0, 30_000)).not.toBe('timed-out');
  const until = Date.now() + 300;
  while (Date.now() < until);
  expect(await told(answer)).toEqual(['a']);
});

test('a thread that cannot start is told once and not tried again', async () => {
  const { guard, started } = guarded({}, "throw new Error('no dictionary')");
  await expect(guard.stages()).rejects.toThrow('no dictionary');
  await expect(ask(guard, 'a')).rejects.toThrow('no dictionary');
  expect(started()).toBe(1);
});

test('who waits for a thread that is stopped is told', async () => {
  const { guard } = guarded();
  await guard.stages();
  const answers = [ask(guard, 'hang'), ask(guard, 'a')];
  guard.stop();
  for (const answer of answers) await expect(answer).rejects.toThrow('stopped');
  await expect(ask(guard, 'a')).rejects.toThrow('stopped');
});

test('a document is told although the error of its thread overtakes the message that the thread is ready', async () => {
  /** Fails at its first document, with what it says in that order. */
  class Hasty extends EventEmitter {
    ref(): void {}
    unref(): void {}
    async terminate(): Promise<number> {
      return 1;
    }
    postMessage(): void {
      setImmediate(() => {
        this.emit('error', new Error('a bug'));
        this.emit('message', { ready: [] });
        this.emit('exit', 1);
      });
    }
  }
  const start = () => new DocumentThread(new Hasty() as unknown as Worker, () => {});
  const guard = new GuardedThread(start, () => patient, new Gate());
  guards.push(guard);
  expect(await told(ask(guard, 'a'))).toEqual(['a bug']);
});
