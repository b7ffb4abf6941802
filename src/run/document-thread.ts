import { Worker } from 'node:worker_threads';
import type { CleanDocument, SegmentedDocument } from '../model/document.ts';
import { CorpusError, type ErrorKind } from '../model/errors.ts';
import type { EngineOptions } from './create-engine.ts';

/** What the thread is sent of a document: only what segmenting reads. */
export interface SegmentRequest {
  readonly document: CleanDocument;
}

/** What the thread adds to a document, and how long it took. */
export interface SegmentAnswer extends Pick<SegmentedDocument, 'tokens' | 'fineEnds' | 'sentences'> {
  readonly milliseconds: number;
}

/** An error that crosses to another thread: a CorpusError's parts, or a bug's message and stack. */
export type SegmentFailure =
  | {
      readonly code: `${ErrorKind}/${string}`;
      readonly place: string;
      readonly values: Readonly<Record<string, string | number>>;
    }
  | { readonly message: string; readonly stack: string };

interface FromThread {
  readonly ready?: Readonly<Record<string, unknown>>;
  readonly answer?: SegmentAnswer;
  readonly failure?: SegmentFailure;
  readonly fatal?: SegmentFailure;
}

interface Waiting {
  resolve(answer: SegmentAnswer): void;
  reject(error: unknown): void;
}

/**
 * The segment stage in a thread of its own, so that it works while the other stages do. Answers come in the
 * order of the requests. The thread does not keep the process alive unless something waits for it.
 */
export class SegmentThread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  readonly #ready: Promise<Readonly<Record<string, unknown>>>;
  #failed: unknown;

  constructor(options: EngineOptions) {
    this.#worker = new Worker(new URL('./segment-worker.js', import.meta.url), { workerData: options });
    this.#ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: FromThread) => {
        if (message.ready !== undefined) resolve(message.ready);
        else if (message.fatal !== undefined) this.#fail(errorOf(message.fatal));
        else if (message.answer !== undefined) this.#next()?.resolve(message.answer);
        else if (message.failure !== undefined) this.#next()?.reject(errorOf(message.failure));
        if (this.#failed !== undefined) reject(this.#failed);
      });
      this.#worker.on('error', (error) => {
        this.#fail(error);
        reject(error);
      });
      this.#worker.on('exit', (code) => {
        this.#fail(new Error(`the segmenter's thread ended with code ${code}`));
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

  /** The stage's settings for the manifest. Throws what kept the engine from starting. */
  settings(): Promise<Readonly<Record<string, unknown>>> {
    this.#worker.ref();
    return this.#ready.finally(() => this.#rest());
  }

  segment(document: CleanDocument): Promise<SegmentAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#failed !== undefined) return reject(this.#failed);
      this.#waiting.push({ resolve, reject });
      this.#worker.ref();
      const { text, blocks, citations } = document;
      const bare = blocks.map(({ kind, start, end }) => ({ kind, start, end }));
      this.#worker.postMessage({ document: { text, blocks: bare, citations } });
    });
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

function errorOf(failure: SegmentFailure): Error {
  if ('code' in failure) return new CorpusError(failure.code, failure.place, failure.values);
  const error = new Error(failure.message);
  error.stack = failure.stack;
  return error;
}
