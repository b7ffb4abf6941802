import { CorpusError } from '../../model/errors.ts';
import type { StageSettings } from '../plan.ts';
import { errorOfEnd, type WorkLimits } from './document-limits.ts';
import type { CountedDocument, DocumentThread } from './document-thread.ts';
import type { Gate } from './gate.ts';
import type { BatchAnswer, DocumentRequest, DocumentResult } from './process-batch.ts';
import { ThreadEnded } from './thread-ended.ts';

/** Documents that are counted again at once, as a batch is. */
const againAtOnce = 16;
/** Threads that may end while they do nothing but hand over. */
const mostFailures = 5;

/**
 * A thread of the stages that is replaced when a document ends it. The documents of the batch that it was at then go one
 * at a time, and while no other thread has any, so that the one that is to blame is known and the others come out as if it
 * were not there.
 */
export class GuardedThread {
  readonly #start: () => DocumentThread;
  readonly #limitsOf: (requests: readonly DocumentRequest[]) => WorkLimits;
  readonly #stages: Promise<readonly StageSettings[]>;
  readonly #gate: Gate;
  #thread: DocumentThread;
  /** Settled when all that was asked for so far is answered. */
  #before: Promise<void> = Promise.resolve();
  /** Documents that came out whose counts went down with their thread. */
  #lost: CountedDocument[] = [];
  #isStopped = false;

  /** All threads of a pool have the same gate. */
  constructor(start: () => DocumentThread, limitsOf: (requests: readonly DocumentRequest[]) => WorkLimits, gate: Gate) {
    this.#start = start;
    this.#gate = gate;
    this.#limitsOf = limitsOf;
    this.#thread = start();
    this.#stages = this.#thread.stages();
    this.#stages.catch(() => {});
  }

  /** Whether it can take no more documents: it was stopped, or its first thread could not start. */
  get isOver(): boolean {
    return this.#isStopped || (this.#thread.failed && !this.#thread.hasStarted);
  }

  /** Throws what kept the plan from being made. */
  stages(): Promise<readonly StageSettings[]> {
    return this.#stages;
  }

  /** Answers come in the order of the requests. A document that ends its thread has an error as its result. */
  process(requests: readonly DocumentRequest[]): Promise<BatchAnswer> {
    const answer = this.#inTurn(requests, this.#before);
    const done = () => {};
    this.#before = answer.then(done, done);
    return answer;
  }

  /**
   * Hands over what was counted of all documents that came out. What was lost with a thread is counted again first. Throws where a
   * document does not come out again as it did.
   */
  async handOver(): Promise<void> {
    for (let failures = 0; ; ) {
      await this.#before;
      this.#living();
      const again = this.#lost.splice(0, againAtOnce);
      if (again.length > 0) await this.#countAgain(again);
      try {
        // At once, so that what is counted again is not lost again: with each turn there is less of it.
        await this.#living().handOver();
        if (this.#lost.length === 0) return;
      } catch (error) {
        this.#endOf(error);
        if (++failures >= mostFailures) throw error;
      }
    }
  }

  /** Ends the thread in the middle of a document; who waits for one is told. */
  stop(): void {
    this.#isStopped = true;
    this.#thread.stop();
  }

  async #countAgain(lost: readonly CountedDocument[]): Promise<void> {
    const { results } = await this.process(lost.map(({ request }) => request));
    for (const [i, result] of results.entries()) {
      if ('error' in result) throw result.error;
      const { request, sha256 } = lost[i]!;
      if (result.document.sha256 !== sha256) throw new CorpusError('input/changed-while-read', request.file.id);
    }
  }

  async #inTurn(requests: readonly DocumentRequest[], before: Promise<void>): Promise<BatchAnswer> {
    for (;;) {
      try {
        return await this.#gate.together(() => this.#living().process(requests, this.#limitsOf(requests)));
      } catch (error) {
        const ended = this.#endOf(error);
        await before;
        if (!ended.inHand) continue;
        if (requests.length === 1 && ended.end === 'time') return this.#failed(requests[0]!, ended);
        return this.#apart(requests);
      }
    }
  }

  async #apart(requests: readonly DocumentRequest[]): Promise<BatchAnswer> {
    const results: DocumentResult[] = [];
    const times = new Map<string, number>();
    for (const request of requests) {
      const answer = await this.#gate.alone(() => this.#alone(request));
      results.push(...answer.results);
      for (const [stage, time] of answer.times) times.set(stage, (times.get(stage) ?? 0) + time);
    }
    return { results, times };
  }

  async #alone(request: DocumentRequest): Promise<BatchAnswer> {
    for (;;) {
      const thread = this.#living();
      const { isFresh } = thread;
      try {
        return await thread.process([request], this.#limitsOf([request]));
      } catch (error) {
        const ended = this.#endOf(error);
        // An earlier document may have left behind what ended a thread that is not fresh.
        if (isFresh || ended.end === 'time') return this.#failed(request, ended);
      }
    }
  }

  #failed(request: DocumentRequest, ended: ThreadEnded): BatchAnswer {
    return { results: [{ error: errorOfEnd(request, ended, this.#limitsOf([request])) }], times: new Map() };
  }

  #living(): DocumentThread {
    if (this.#thread.failed && !this.isOver) {
      for (const counted of this.#thread.takeLost()) this.#lost.push(counted);
      this.#thread = this.#start();
    }
    return this.#thread;
  }

  /** Throws whatever is no end that can be mended. */
  #endOf(error: unknown): ThreadEnded {
    if (error instanceof ThreadEnded && !this.#isStopped) return error;
    throw error;
  }
}
