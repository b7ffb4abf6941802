import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { writing } from './output-error.ts';

/** Size in bytes and SHA-256 (hexadecimal) of a written file. */
export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

// Characters held back before they go to the disk: large enough that a call costs nothing, small beside a document.
const batch = 1 << 18;

/** Appends text to a new file in large batches and keeps its digest. Throws `output/…` errors. */
export class FileWriter {
  readonly path: string;
  readonly #hash = createHash('sha256');
  #file: number | undefined;
  #parts: string[] = [];
  #waiting = 0;
  #bytes = 0;

  /** The file must not exist yet. */
  constructor(path: string) {
    this.path = path;
    this.#file = writing(path, () => openSync(path, 'wx'));
  }

  write(text: string): void {
    this.#parts.push(text);
    this.#waiting += text.length;
    if (this.#waiting >= batch) this.#flush();
  }

  /** Writes what is left and closes the file; `durable` waits until the disk has it. */
  close(durable = true): FileDigest {
    this.#flush();
    const file = this.#file as number;
    this.#file = undefined;
    writing(this.path, () => {
      try {
        if (durable) fsyncSync(file);
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
    if (this.#parts.length === 0) return;
    const bytes = Buffer.from(this.#parts.join(''), 'utf8');
    this.#parts = [];
    this.#waiting = 0;
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    writing(this.path, () => {
      let at = 0;
      while (at < bytes.length) at += writeSync(this.#file as number, bytes, at);
    });
  }
}
