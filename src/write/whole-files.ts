import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs';
import type { FileDigest } from './file-writer.ts';
import { outputError } from './output-error.ts';

/**
 * Small files that are written beside the work. None waits until the disk has it: at every text that would take longer than
 * all the rest, and the manifest's digests tell a lost one.
 */
export class WholeFiles {
  readonly #onTheWay = new Set<Promise<void>>();
  #failure: unknown;

  /** Begins to write a file that must not exist yet; `settle` tells its failure. */
  write(path: string, content: string | Uint8Array): FileDigest {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const written = new Promise<void>((resolve) => {
      writeFile(path, bytes, { flag: 'wx' }, (error) => {
        if (error !== null) this.#failure ??= outputError(error, path);
        this.#onTheWay.delete(written);
        resolve();
      });
    });
    this.#onTheWay.add(written);
    return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  /** Waits until no more than `left` files are on their way. Throws what one of them met. */
  async settle(left: number): Promise<void> {
    while (this.#onTheWay.size > left) await Promise.race(this.#onTheWay);
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Waits until none is on its way, whatever they meet. */
  async end(): Promise<void> {
    await Promise.all(this.#onTheWay);
  }
}
