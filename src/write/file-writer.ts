import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { ByteSink } from './byte-buffer.ts';
import { mostUnitBytes } from './cell-bytes.ts';
import { writing } from './output-error.ts';

/** Size in bytes and SHA-256 (hexadecimal) of a written file. */
export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

// Bytes held back before they go to the disk: large enough that a call costs nothing, small beside a document.
const roomBytes = 1 << 18;

/** Appends text to a new file in large batches and keeps its digest. Throws `output/…` errors. */
export class FileWriter implements ByteSink {
  readonly path: string;
  readonly #hash = createHash('sha256');
  #file: number | undefined;
  readonly #waiting = Buffer.allocUnsafe(roomBytes);
  #used = 0;
  #bytes = 0;

  /** The file must not exist yet. */
  constructor(path: string) {
    this.path = path;
    this.#file = writing(path, () => openSync(path, 'wx'));
  }

  write(text: string): void {
    if (text.length * mostUnitBytes > roomBytes - this.#used) {
      this.#flush();
      if (text.length * mostUnitBytes > roomBytes) {
        this.#append(Buffer.from(text, 'utf8'));
        return;
      }
    }
    this.#used += this.#waiting.write(text, this.#used, 'utf8');
  }

  /** Appends bytes, which may be used again afterwards. */
  append(bytes: Uint8Array): void {
    if (bytes.length > roomBytes - this.#used) this.#flush();
    if (bytes.length > roomBytes) this.#append(bytes);
    else {
      this.#waiting.set(bytes, this.#used);
      this.#used += bytes.length;
    }
  }

  /** Where in its room the next byte goes. */
  get used(): number {
    return this.#used;
  }

  /** The room that holds bytes back, with at least so many free from `used` on; undefined where it never has so many. */
  room(bytes: number): Uint8Array | undefined {
    if (bytes > roomBytes) return undefined;
    if (bytes > roomBytes - this.#used) this.#flush();
    return this.#waiting;
  }

  /** Takes in what was put into the room, up to `end`. */
  take(end: number): void {
    this.#used = end;
  }

  /** Writes what is left, waits until the disk has it, and closes the file. */
  close(): FileDigest {
    this.#flush();
    const file = this.#file as number;
    this.#file = undefined;
    writing(this.path, () => {
      try {
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    });
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  /** Closes the file as it is; for a run that is given up. */
  abandon(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #flush(): void {
    if (this.#used > 0) this.#append(this.#waiting.subarray(0, this.#used));
    this.#used = 0;
  }

  #append(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    writing(this.path, () => {
      let at = 0;
      while (at < bytes.length) at += writeSync(this.#file as number, bytes, at);
    });
  }
}
