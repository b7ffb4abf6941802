import type { Worker } from 'node:worker_threads';
import { CorpusError, type ErrorKind } from '../../model/errors.ts';
import type { StageSettings } from '../plan.ts';
import { roomsOf, type SentDocuments, unpackDocuments } from '../result/rendered-document.ts';
import type { PartialTotal } from '../tables/count-plan.ts';
import type { WorkLimits } from './document-limits.ts';
import { StageError } from './failed-document.ts';
import type { BatchAnswer, DocumentRequest } from './process-batch.ts';
import { type ThreadEnd, ThreadEnded } from './thread-ended.ts';
import { WorkWatch } from './work-watch.ts';

/** A batch on its way; a document without an error is the next of the documents. */
export interface SentAnswer extends Pick<BatchAnswer, 'times'> {
  readonly errors: readonly (SentError | undefined)[];
  /** Absent where there is none. */
  readonly documents?: SentDocuments;
}

/** A document that was counted, and what it was then. */
export interface CountedDocument {
  readonly request: DocumentRequest;
  readonly sha256: string;
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

/** What a thread tells, one at a time. */
export interface FromThread {
  readonly ready?: readonly StageSettings[];
  readonly answer?: SentAnswer;
  /** The counts of all documents that were answered since the last total, asked for or not. */
  readonly total?: PartialTotal;
  readonly isAsked?: boolean;
  /** A batch ended in what is no fault of a document. */
  readonly broken?: SentError;
  readonly fatal?: SentError;
}

// What the rows of two batches are in, of which every table has one; what one thread has too many, another lacks.
const mostRoomsAtOnce = 40;

interface Waiting {
  readonly requests: readonly DocumentRequest[];
  readonly limits: WorkLimits;
  resolve(answer: BatchAnswer): void;
  reject(error: unknown): void;
}

/**
 * The work in a thread of its own: documents go through the stages, are counted and rendered while others are written. Answers
 * come in the order of the requests. The thread does not keep the process alive unless something waits for it. It ends
 * where its work takes more than it may: then all who wait are told by ThreadEnded.
 */
export class DocumentThread {
  readonly #worker: Worker;
  readonly #receive: (total: PartialTotal) => void;
  readonly #spareRooms: ArrayBuffer[];
  /** What the thread has counted and not handed over. */
  #counted: CountedDocument[] = [];
  #handing: { resolve(): void; reject(error: unknown): void } | undefined;
  readonly #waiting: Waiting[] = [];
  readonly #ready: Promise<readonly StageSettings[]>;
  readonly #watch = new WorkWatch((over) => this.#end(over, undefined));
  #isReady = false;
  #isFresh = true;
  #failed: ((inHand: boolean) => unknown) | undefined;

  /**
   * `worker` speaks as document-worker.ts does, and has just been started; `receive` gets the totals that it hands over; what is in
   * `spareRooms` when documents are asked for, the thread takes for their rows.
   */
  constructor(worker: Worker, receive: (total: PartialTotal) => void, spareRooms: ArrayBuffer[] = []) {
    this.#receive = receive;
    this.#spareRooms = spareRooms;
    this.#worker = worker;
    this.#ready = new Promise((resolve, reject) => {
      const failed = (error: unknown) => {
        // One that cannot even start would not start the next time either.
        if (this.#isReady) this.#end(isOutOfMemory(error) ? 'memory' : 'fault', error);
        else this.#fail(() => error);
        reject(error);
      };
      worker.on('message', (message: FromThread) => {
        // What it had counted is counted by another thread then.
        if (this.#failed !== undefined) return;
        if (message.ready !== undefined) {
          this.#isReady = true;
          this.#watchFirst();
          resolve(message.ready);
        } else if (message.fatal !== undefined) failed(errorOf(message.fatal));
        else if (message.broken !== undefined) this.#fail(() => errorOf(message.broken!));
        else if (message.total !== undefined) this.#take(message.total, message.isAsked === true);
        else if (message.answer !== undefined) this.#answer(message.answer);
      });
      // An error may overtake the message that the thread is ready; by the end of the thread all its messages have come.
      let early: unknown;
      worker.on('error', (error) => {
        if (this.#isReady) failed(error);
        else early = error;
      });
      worker.on('messageerror', failed);
      worker.on('exit', (code) => failed(early ?? new Error(`the thread of the stages ended with code ${code}`)));
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
      if (this.#waiting.push({ requests, resolve, reject, limits }) === 1) this.#watchFirst();
      this.#worker.ref();
      const rooms = this.#spareRooms.splice(0, mostRoomsAtOnce);
      if (rooms.length > 0) this.#worker.postMessage(rooms, rooms);
      this.#worker.postMessage(requests);
    });
  }

  /** Hands over what it has counted. Throws ThreadEnded where the thread is ended before it has. */
  handOver(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#failed !== undefined) return reject(this.#failed(false));
      if (this.#counted.length === 0) return resolve();
      this.#handing = { resolve, reject };
      this.#worker.ref();
      this.#worker.postMessage('hand over');
    });
  }

  /** The documents whose counts were lost with it, where it has ended; told once. */
  takeLost(): CountedDocument[] {
    return this.#counted.splice(0);
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

  #answer({ errors, documents, times }: SentAnswer): void {
    const first = this.#waiting.shift();
    this.#watchFirst();
    const sound = documents === undefined ? [] : unpackDocuments(documents);
    let next = 0;
    const results = errors.map((error, i) => {
      if (error !== undefined) return { error: errorOf(error) };
      const document = sound[next++]!;
      if (first !== undefined) this.#counted.push({ request: first.requests[i]!, sha256: document.sha256 });
      return { document };
    });
    this.#rest();
    first?.resolve({ results, times, ...(documents === undefined ? {} : { rooms: roomsOf(documents) }) });
  }

  #take(total: PartialTotal, isAsked: boolean): void {
    this.#counted = [];
    this.#receive(total);
    if (!isAsked) return;
    this.#handing?.resolve();
    this.#handing = undefined;
    this.#rest();
  }

  #rest(): void {
    if (this.#waiting.length === 0 && this.#handing === undefined) this.#worker.unref();
  }

  #end(end: ThreadEnd, cause: unknown): void {
    this.#fail((inHand) => new ThreadEnded(end, inHand, cause));
  }

  #fail(error: (inHand: boolean) => unknown): void {
    this.#watch.end();
    this.#failed ??= error;
    for (const [i, { reject }] of this.#waiting.splice(0).entries()) reject(this.#failed(i === 0));
    this.#handing?.reject(this.#failed(false));
    this.#handing = undefined;
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
