import { availableParallelism } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { StageSettings } from '../plan.ts';
import { roomsOf, unpackDocuments } from '../result/rendered-document.ts';
import type { Settings } from '../settings.ts';
import type { CountPlan, PartialTotal } from '../tables/count-plan.ts';
import { limitsOf } from './document-limits.ts';
import { DocumentThread } from './document-thread.ts';
import { Gate } from './gate.ts';
import { GuardedThread } from './guarded-thread.ts';
import { type BatchAnswer, BatchWork, type DocumentRequest, type WorkInput } from './process-batch.ts';
import { bytesCounted, mostBytesCounted } from './request-bytes.ts';
import { ThreadPool } from './thread-pool.ts';

/** The work on documents, wherever it is done. */
export interface Processor {
  /** How many batches may be asked for before the first is taken. */
  readonly ahead: number;
  /** For the manifest. Throws what kept the segmenter from starting. */
  stages(): Promise<readonly StageSettings[]>;
  /**
   * Documents from their files to their rows, in the order of the requests. The error of a document is an input error, or a StageError. In a thread of
   * its own one that takes more than the settings allow has an error, too.
   */
  process(requests: readonly DocumentRequest[], pause: () => Promise<void>): Promise<BatchAnswer>;
  /** Puts what was counted so far into the counts of the run, as far as it has come. Throws CorpusError, as counting does. */
  mergeCounts(): void;
  /** Puts all that was counted into the counts of the run; to be asked when all batches are answered. */
  finishCounts(): Promise<void>;
  /** Takes back what the rows of a batch were in. */
  reuse(rooms: readonly ArrayBuffer[]): void;
  /** Gives up what it is at. */
  stop(): void;
}

/**
 * Megabytes that the heap of a thread may have above what a document may take. Where a heap is full the whole program may
 * end; there must be time to end the thread before that.
 */
const headroom = 2048;

interface StartedPool {
  readonly key: string;
  readonly pool: ThreadPool;
  readonly totals: PartialTotal[];
  readonly spareRooms: ArrayBuffer[];
}

let last: StartedPool | undefined;

/**
 * A processor in threads of its own where the settings ask for workers. Those of the last run are used again where they
 * fit, because they have their dictionaries.
 */
export function createProcessor(input: WorkInput, counts: CountPlan): Processor {
  // Straight from its sources (in tests) the program has no file that a thread could start from.
  if (input.settings.workers === 0 || /\.ts$/.test(import.meta.url)) return inThisThread(input, counts);
  const { lexicon: _lexicon, stopWords, ...others } = input;
  const key = JSON.stringify({ ...others, stopWords: [...stopWords] });
  if (last?.key !== key || last.pool.isOver) {
    const totals: PartialTotal[] = [];
    const spareRooms: ArrayBuffer[] = [];
    last = { key, pool: startPool(input, (total) => totals.push(total), spareRooms), totals, spareRooms };
  }
  const { pool, totals, spareRooms } = last;
  const mergeCounts = () => {
    for (const total of totals.splice(0)) counts.merge(total);
  };
  return {
    ahead: pool.ahead,
    stages: () => pool.stages(),
    process: (requests) => pool.process(requests),
    mergeCounts,
    async finishCounts() {
      await pool.handOver();
      mergeCounts();
    },
    reuse: (rooms) => void spareRooms.push(...rooms.filter(({ byteLength }) => byteLength > 0)),
    stop: () => pool.stop(),
  };
}

function startPool(input: WorkInput, receive: (total: PartialTotal) => void, spareRooms: ArrayBuffer[]): ThreadPool {
  const { settings } = input;
  const ownLimit = getHeapStatistics().heap_size_limit / 2 ** 20;
  const maxOldGenerationSizeMb = Math.max(ownLimit, settings.document_memory + headroom);
  const file = new URL('./document-worker.js', import.meta.url);
  const start = () => new Worker(file, { workerData: input, resourceLimits: { maxOldGenerationSizeMb } });
  const gate = new Gate();
  const startGuarded = () =>
    new GuardedThread(
      () => new DocumentThread(start(), receive, spareRooms),
      (requests) => limitsOf(requests, settings),
      gate,
    );
  return new ThreadPool(startGuarded, workersOf(settings));
}

function inThisThread(input: WorkInput, counts: CountPlan): Processor {
  const work = new BatchWork(input);
  let counted = 0;
  const merge = () => {
    counted = 0;
    counts.merge(work.takeTotal());
  };
  return {
    ahead: 1,
    stages: async () => work.plan.stages,
    async process(requests, pause) {
      const { errors, documents, times } = await work.process(requests, pause);
      counted += bytesCounted(requests);
      const sound = unpackDocuments(documents).values();
      const results = errors.map((failed) => failed ?? { document: sound.next().value! });
      return { results, times, rooms: roomsOf(documents) };
    },
    reuse: (rooms) => work.reuse(rooms),
    mergeCounts() {
      if (counted >= mostBytesCounted) merge();
    },
    async finishCounts() {
      merge();
    },
    stop() {},
  };
}

/** More threads than processors gain nothing, and each takes memory for its dictionaries. */
const mostByItself = 8;

function workersOf({ workers }: Settings): number {
  return workers === 'auto' ? Math.min(availableParallelism(), mostByItself) : workers;
}
