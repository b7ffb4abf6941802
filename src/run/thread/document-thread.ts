import type { Worker } from 'node:worker_threads';
import { CorpusError, type ErrorKind } from '../../model/errors.ts';
import type { Term } from '../../model/term.ts';
import type { StageSettings } from '../plan.ts';
import type { WorkLimits } from './document-limits.ts';
import { DocumentReceiver, type SentDocument } from './document-transfer.ts';
import { StageError } from './failed-document.ts';
import type { BatchAnswer, DocumentRequest } from './process-batch.ts';
import { type ThreadEnd, ThreadEnded } from './thread-ended.ts';
import { WorkWatch } from './work-watch.ts';

/** The result of a document on its way. */
export type SentResult = { readonly document: SentDocument } | { readonly error: SentError };

export interface SentAnswer extends Pick<BatchAnswer, 'times'> {
  readonly results: readonly SentResult[];
}

/** An error that crosses to another thread: a CorpusError's or a StageError's parts, or a bug's message and stack. */
export type SentError =
  | {
      readonly code: `${ErrorKind}/${string}`;
      readonly place: string;
      readonly values: Readonly<Record<string, string | number>>;
      /** With that of its cause, for the run log. */
      readonly stack: string;
    }
  | { readonly stage: string; readonly document: string; readonly cause: SentError }
  | { readonly message: string; readonly stack: string };

interface FromThread {
  readonly ready?: readonly StageSettings[];
  readonly answer?: SentAnswer;
  readonly fatal?: SentError;
}

interface Waiting {
  readonly limits: WorkLimits;
  resolve(answer: BatchAnswer): void;
  reject(error: unknown): void;
}

/**
 * The plan in a thread of its own, so that documents go through the stages while others are counted and written. Answers
 * come in the order of the requests. The thread does not keep the process alive unless something waits for it. It ends
 * where its work takes more than it may: then all who wait are told by ThreadEnded.
 */
export class DocumentThread {
  readonly #worker: Worker;
  readonly #receiver: DocumentReceiver;
  readonly #waiting: Waiting[] = [];
  readonly #ready: Promise<readonly StageSettings[]>;
  readonly #watch = new WorkWatch((over) => this.#end(over, undefined));
  #isReady = false;
  #isFresh = true;
  #failed: ((inHand: boolean) => unknown) | undefined;

  /** `worker` speaks as document-worker.ts does, and has just been started. */
  constructor(worker: Worker, terms: readonly Term[]) {
    this.#receiver = new DocumentReceiver(terms);
    this.#worker = worker;
    this.#ready = new Promise((resolve, reject) => {
      const failed = (error: unknown) => {
        // One that cannot even start would not start the next time either.
        if (this.#isReady) this.#end(isOutOfMemory(error) ? 'memory' : 'fault', error);
        else this.#fail(() => error);
        reject(error);
      };
      worker.on('message', (message: FromThread) => {
        if (message.ready !== undefined) {
          this.#isReady = true;
          this.#watchFirst();
          resolve(message.ready);
        } else if (message.fatal !== undefined) failed(errorOf(message.fatal));
        else if (message.answer !== undefined) this.#answer(message.answer);
      });
      worker.on('error', failed);
      worker.on('messageerror', failed);
      worker.on('exit', (code) => failed(new Error(`the thread of the stages ended with code ${code}`)));
    });
    this.#ready.catch(() => {});
    worker.unref();
  }

  /** Whether it can take no more documents. */
  get failed(): boolean {
    return this.#failed !== undefined;
  }

  /** Whether its plan was made. */
  get hasStarted(): boolean {
    return this.#isReady;
  }

  /** Whether nothing was asked of it yet, so that what it fails at is nothing that an earlier document left behind. */
  get isFresh(): boolean {
    return this.#isFresh;
  }

  /** Throws what kept the plan from being made. */
  stages(): Promise<readonly StageSettings[]> {
    this.#worker.ref();
    return this.#ready.finally(() => this.#rest());
  }

  /** The thread reads the files itself. Throws ThreadEnded where the thread is ended by these or earlier documents. */
  process(requests: readonly DocumentRequest[], limits: WorkLimits): Promise<BatchAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#failed !== undefined) return reject(this.#failed(false));
      this.#isFresh = false;
      if (this.#waiting.push({ resolve, reject, limits }) === 1) this.#watchFirst();
      this.#worker.ref();
      this.#worker.postMessage(requests);
    });
  }

  /** Ends the thread, in the middle of a document if need be; who waits for one is told. */
  stop(): void {
    this.#fail(() => new Error('the thread of the stages was stopped'));
  }

  /** The clock of a document starts when the thread comes to it. */
  #watchFirst(): void {
    const first = this.#waiting[0];
    if (first === undefined || !this.#isReady) this.#watch.end();
    else this.#watch.begin(first.limits);
  }

  #answer({ results, times }: SentAnswer): void {
    // In their order: a document has the forms of all before it.
    const unpacked = results.map((result) =>
      'error' in result ? { error: errorOf(result.error) } : { document: this.#receiver.unpack(result.document) },
    );
    const first = this.#waiting.shift();
    this.#watchFirst();
    this.#rest();
    first?.resolve({ results: unpacked, times });
  }

  #rest(): void {
    if (this.#waiting.length === 0) this.#worker.unref();
  }

  #end(end: ThreadEnd, cause: unknown): void {
    this.#fail((inHand) => new ThreadEnded(end, inHand, cause));
  }

  #fail(error: (inHand: boolean) => unknown): void {
    this.#watch.end();
    this.#failed ??= error;
    for (const [i, { reject }] of this.#waiting.splice(0).entries()) reject(this.#failed(i === 0));
    this.#worker.unref();
    this.#worker.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function errorOf(sent: SentError): Error {
  if ('stage' in sent) return new StageError(sent.stage, sent.document, errorOf(sent.cause));
  const error = 'code' in sent ? new CorpusError(sent.code, sent.place, sent.values) : new Error(sent.message);
  error.stack = sent.stack;
  return error;
}
