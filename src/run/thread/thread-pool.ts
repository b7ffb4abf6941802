import type { StageSettings } from '../plan.ts';
import type { GuardedThread } from './guarded-thread.ts';
import type { BatchAnswer, DocumentRequest } from './process-batch.ts';

/** Batches that a thread has at most: one that it is at, and one that it goes on with. */
const ofOneThread = 2;

interface Asked {
  readonly requests: readonly DocumentRequest[];
  resolve(answer: Promise<BatchAnswer>): void;
}

/**
 * Threads of the stages that share the batches: each goes to the thread that has least to do, so that a long document
 * holds up nothing but its own batch. Threads start as they are needed.
 */
export class ThreadPool {
  readonly #start: () => GuardedThread;
  readonly #most: number;
  readonly #threads: { readonly thread: GuardedThread; asked: number }[] = [];
  readonly #waiting: Asked[] = [];

  /** At most so many threads; the first starts now. */
  constructor(start: () => GuardedThread, most: number) {
    this.#start = start;
    this.#most = most;
    this.#add();
  }

  /** How many batches keep all threads busy, also where one of them waits for a long document. */
  get ahead(): number {
    return this.#most === 1 ? ofOneThread : 2 * ofOneThread * this.#most;
  }

  /** Whether it can take no more documents. */
  get isOver(): boolean {
    return this.#threads.some(({ thread }) => thread.isOver);
  }

  /** Throws what kept the plan from being made. */
  stages(): Promise<readonly StageSettings[]> {
    return this.#threads[0]!.thread.stages();
  }

  process(requests: readonly DocumentRequest[]): Promise<BatchAnswer> {
    return new Promise((resolve) => {
      this.#waiting.push({ requests, resolve });
      this.#handOut();
    });
  }

  /** Hands over what was counted of all documents; to be asked when all batches are answered. */
  async handOver(): Promise<void> {
    await Promise.all(this.#threads.map(({ thread }) => thread.handOver()));
  }

  stop(): void {
    for (const { thread } of this.#threads) thread.stop();
  }

  #handOut(): void {
    for (;;) {
      if (this.#waiting.length === 0) return;
      let least = this.#threads.reduce((a, b) => (b.asked < a.asked ? b : a));
      if (least.asked >= ofOneThread && this.#threads.length < this.#most) least = this.#add();
      if (least.asked >= ofOneThread) return;
      const { requests, resolve } = this.#waiting.shift()!;
      least.asked++;
      const answer = least.thread.process(requests);
      const done = () => {
        least.asked--;
        this.#handOut();
      };
      answer.then(done, done);
      resolve(answer);
    }
  }

  #add() {
    const added = { thread: this.#start(), asked: 0 };
    this.#threads.push(added);
    return added;
  }
}
