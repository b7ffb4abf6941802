import { Worker } from 'node:worker_threads';
import { CorpusError, type ErrorKind } from '../model/errors.ts';
import { DocumentReceiver, type SentDocument } from './document-transfer.ts';
import { StageError } from './failed-document.ts';
import type { PlanInput, StageSettings } from './plan.ts';
import type { BatchAnswer, DocumentRequest } from './process-batch.ts';

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
    }
  | { readonly stage: string; readonly document: string; readonly cause: SentError }
  | { readonly message: string; readonly stack: string };

interface FromThread {
  readonly ready?: readonly StageSettings[];
  readonly answer?: SentAnswer;
  readonly fatal?: SentError;
}

interface Waiting {
  resolve(answer: BatchAnswer): void;
  reject(error: unknown): void;
}

/**
 * The plan in a thread of its own, so that documents go through the stages while others are counted and written. Answers
 * come in the order of the requests. The thread does not keep the process alive unless something waits for it.
 */
export class DocumentThread {
  readonly #worker: Worker;
  readonly #receiver: DocumentReceiver;
  readonly #waiting: Waiting[] = [];
  readonly #ready: Promise<readonly StageSettings[]>;
  #failed: unknown;

  constructor(input: PlanInput) {
    this.#receiver = new DocumentReceiver(input.terms);
    this.#worker = new Worker(new URL('./document-worker.js', import.meta.url), { workerData: input });
    this.#ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: FromThread) => {
        if (message.ready !== undefined) resolve(message.ready);
        else if (message.fatal !== undefined) this.#fail(errorOf(message.fatal));
        else if (message.answer !== undefined) this.#answer(message.answer);
        if (this.#failed !== undefined) reject(this.#failed);
      });
      this.#worker.on('error', (error) => {
        this.#fail(error);
        reject(error);
      });
      this.#worker.on('exit', (code) => {
        this.#fail(new Error(`the thread of the stages ended with code ${code}`));
        reject(this.#failed);
      });
    });
    this.#ready.catch(() => {});
    this.#worker.unref();
  }

  /** Whether it can take no more documents. */
  get failed(): boolean {
    return this.#failed !== undefined;
  }

  /** Throws what kept the plan from being made. */
  stages(): Promise<readonly StageSettings[]> {
    this.#worker.ref();
    return this.#ready.finally(() => this.#rest());
  }

  /** The thread reads the files itself. */
  process(requests: readonly DocumentRequest[]): Promise<BatchAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#failed !== undefined) return reject(this.#failed);
      this.#waiting.push({ resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage(requests);
    });
  }

  /** Ends the thread, in the middle of a document if need be; who waits for one is told. */
  stop(): void {
    this.#fail(new Error('the thread of the stages was stopped'));
    this.#worker.terminate();
  }

  #answer({ results, times }: SentAnswer): void {
    // In their order: a document has the forms of all before it.
    const unpacked = results.map((result) =>
      'error' in result ? { error: errorOf(result.error) } : { document: this.#receiver.unpack(result.document) },
    );
    this.#next()?.resolve({ results: unpacked, times });
  }

  #next(): Waiting | undefined {
    const first = this.#waiting.shift();
    this.#rest();
    return first;
  }

  #rest(): void {
    if (this.#waiting.length === 0) this.#worker.unref();
  }

  #fail(error: unknown): void {
    this.#failed ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failed);
  }
}

function errorOf(sent: SentError): Error {
  if ('code' in sent) return new CorpusError(sent.code, sent.place, sent.values);
  if ('stage' in sent) return new StageError(sent.stage, sent.document, errorOf(sent.cause));
  const error = new Error(sent.message);
  error.stack = sent.stack;
  return error;
}
