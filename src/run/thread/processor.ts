import { availableParallelism } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { createPlan, type PlanInput, type StageSettings } from '../plan.ts';
import type { Settings } from '../settings.ts';
import { limitsOf } from './document-limits.ts';
import { DocumentThread } from './document-thread.ts';
import { Gate } from './gate.ts';
import { GuardedThread } from './guarded-thread.ts';
import { type BatchAnswer, type DocumentRequest, processBatch } from './process-batch.ts';
import { ThreadPool } from './thread-pool.ts';

/** The plan, wherever it works. */
export interface Processor {
  /** How many batches may be asked for before the first is taken. */
  readonly ahead: number;
  /** For the manifest. Throws what kept the segmenter from starting. */
  stages(): Promise<readonly StageSettings[]>;
  /**
   * Documents from their files to their terms. The error of a document is an input error, or a StageError. In a thread of
   * its own one that takes more than the settings allow has an error, too.
   */
  process(requests: readonly DocumentRequest[], pause: () => Promise<void>): Promise<BatchAnswer>;
  /** Gives up what it is at. */
  stop(): void;
}

/**
 * Megabytes that the heap of a thread may have above what a document may take. Where a heap is full the whole program may
 * end; there must be time to end the thread before that.
 */
const headroom = 2048;

let last: { readonly key: string; readonly pool: ThreadPool } | undefined;

/**
 * A processor in threads of its own where the settings ask for workers. Those of the last run are used again where they
 * fit, because they have their dictionaries.
 */
export function createProcessor(input: PlanInput): Processor {
  // Straight from its sources (in tests) the program has no file that a thread could start from.
  if (input.settings.workers === 0 || /\.ts$/.test(import.meta.url)) return inThisThread(input);
  const key = JSON.stringify([input.settings, input.terms, input.userWords, input.cache]);
  if (last?.key !== key || last.pool.isOver) last = { key, pool: startPool(input) };
  const { pool } = last;
  return {
    ahead: pool.ahead,
    stages: () => pool.stages(),
    process: (requests) => pool.process(requests),
    stop: () => pool.stop(),
  };
}

function startPool(input: PlanInput): ThreadPool {
  const { settings, terms } = input;
  const ownLimit = getHeapStatistics().heap_size_limit / 2 ** 20;
  const maxOldGenerationSizeMb = Math.max(ownLimit, settings.document_memory + headroom);
  const file = new URL('./document-worker.js', import.meta.url);
  const start = () => new Worker(file, { workerData: input, resourceLimits: { maxOldGenerationSizeMb } });
  const gate = new Gate();
  const startGuarded = () =>
    new GuardedThread(
      () => new DocumentThread(start(), terms),
      (requests) => limitsOf(requests, settings),
      gate,
    );
  return new ThreadPool(startGuarded, workersOf(settings));
}

function inThisThread(input: PlanInput): Processor {
  const plan = createPlan(input);
  return {
    ahead: 1,
    stages: async () => plan.stages,
    process: (requests, pause) => processBatch(plan, requests, pause),
    stop() {},
  };
}

/** More threads than processors gain nothing, and each takes memory for its dictionaries. */
const mostByItself = 8;

function workersOf({ workers }: Settings): number {
  return workers === 'auto' ? Math.min(availableParallelism(), mostByItself) : workers;
}
