/** Milliseconds that the documents in hand have to come to their end after a signal; then their threads are ended. */
export const graceAfterSignal = 5000;

/** A run that a signal ended; the output folder is as it was before. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly signal: 'SIGINT' | 'SIGTERM';
  readonly out: string;
  /** The folder in which what was done is kept for the next run; null where there is none, absent where there can be none. */
  readonly cache: string | null | undefined;

  constructor(signal: 'SIGINT' | 'SIGTERM', out: string, cache?: string | null) {
    super(`interrupted by ${signal}`);
    this.signal = signal;
    this.out = out;
    this.cache = cache;
  }

  /** 128 and the number of the signal, as shells have it. */
  get exitCode(): number {
    return this.signal === 'SIGINT' ? 130 : 143;
  }
}
