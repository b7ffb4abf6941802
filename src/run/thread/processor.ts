import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { createPlan, type PlanInput, type StageSettings } from '../plan.ts';
import { limitsOf } from './document-limits.ts';
import { DocumentThread } from './document-thread.ts';
import { GuardedThread } from './guarded-thread.ts';
import { type BatchAnswer, type DocumentRequest, processBatch } from './process-batch.ts';

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

// Enough to keep a thread busy, few enough to hold in memory.
const aheadOfThread = 2;

/**
 * Megabytes that the heap of a thread may have above what a document may take. Where a heap is full the whole program may
 * end; there must be time to end the thread before that.
 */
const headroom = 2048;

let last: { readonly key: string; readonly thread: GuardedThread } | undefined;

/**
 * A processor in a thread of its own where the settings ask for workers. The thread of the last run is used again where it
 * fits, because it has its dictionaries.
 */
export function createProcessor(input: PlanInput): Processor {
  // Straight from its sources (in tests) the program has no file that a thread could start from.
  if (input.settings.workers === 0 || /\.ts$/.test(import.meta.url)) return inThisThread(input);
  const key = JSON.stringify([input.settings, input.terms, input.userWords]);
  if (last?.key !== key || last.thread.isOver) last = { key, thread: startThread(input) };
  const { thread } = last;
  return {
    ahead: aheadOfThread,
    stages: () => thread.stages(),
    process: (requests) => thread.process(requests),
    stop: () => thread.stop(),
  };
}

function startThread(input: PlanInput): GuardedThread {
  const { settings, terms } = input;
  const ownLimit = getHeapStatistics().heap_size_limit / 2 ** 20;
  const maxOldGenerationSizeMb = Math.max(ownLimit, settings.document_memory + headroom);
  const file = new URL('./document-worker.js', import.meta.url);
  const start = () => new Worker(file, { workerData: input, resourceLimits: { maxOldGenerationSizeMb } });
  return new GuardedThread(
    () => new DocumentThread(start(), terms),
    (requests) => limitsOf(requests, settings),
  );
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
