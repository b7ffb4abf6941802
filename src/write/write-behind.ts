import { writeFile } from 'node:fs';
import { outputError } from './output-error.ts';

/**
 * Writes small whole files while the program goes on: making a file takes longer than filling it, a millisecond or more
 * on a busy or distant disk.
 */
export class WriteBehind {
  #pending = 0;
  #error: unknown;
  #wake: (() => void) | undefined;

  /** Starts to write a new file. A failure is thrown by the next `settle`. */
  write(path: string, bytes: Uint8Array): void {
    this.#pending++;
    writeFile(path, bytes, { flag: 'wx' }, (error) => {
      this.#pending--;
      if (error !== null) this.#error ??= outputError(error, path);
      this.#wake?.();
    });
  }

  /** Waits until at most `limit` files are being written. Throws `output/…` errors. */
  async settle(limit = 0): Promise<void> {
    while (this.#pending > limit && this.#error === undefined) await this.#next();
    if (this.#error !== undefined) throw this.#error;
  }

  /** Waits until no file is being written, whatever became of them. */
  async end(): Promise<void> {
    while (this.#pending > 0) await this.#next();
  }

  #next(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
