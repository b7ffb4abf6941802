/** A run that a signal ended; the output folder is as it was before. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly signal: 'SIGINT' | 'SIGTERM';
  readonly out: string;

  constructor(signal: 'SIGINT' | 'SIGTERM', out: string) {
    super(`interrupted by ${signal}`);
    this.signal = signal;
    this.out = out;
  }

  /** 128 and the number of the signal, as shells have it. */
  get exitCode(): number {
    return this.signal === 'SIGINT' ? 130 : 143;
  }
}
