import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { writing } from './output-error.ts';

interface Kept {
  /** In memory, or where in the file. */
  readonly bytes: Uint8Array | undefined;
  readonly place: number;
}

/** Keeps bytes in memory up to a limit, and in a file beyond. Throws `output/…` errors. */
export class SpilledBytes {
  readonly #limit: number;
  readonly #pathOf: () => string;
  readonly #kept: Kept[] = [];
  #held = 0;
  #file: { readonly path: string; readonly descriptor: number; length: number } | undefined;
  #room = new Uint8Array(0);

  /** The file is made at the path that `pathOf` gives when it is needed first; it must not exist yet. */
  constructor(limit: number, pathOf: () => string) {
    this.#limit = limit;
    this.#pathOf = pathOf;
  }

  /** Whether there is a file. */
  get hasSpilled(): boolean {
    return this.#file !== undefined;
  }

  keep(bytes: Uint8Array): number {
    if (this.#held + bytes.length <= this.#limit) {
      this.#held += bytes.length;
      return this.#kept.push({ bytes, place: 0 }) - 1;
    }
    const file = this.#opened();
    const place = file.length;
    writing(file.path, () => {
      for (let at = 0; at < bytes.length; ) at += writeSync(file.descriptor, bytes, at, bytes.length - at, place + at);
    });
    file.length += bytes.length;
    return this.#kept.push({ bytes: undefined, place }) - 1;
  }

  read(number: number, from: number, to: number): Uint8Array {
    const { bytes, place } = this.#kept[number]!;
    if (bytes !== undefined) return bytes.subarray(from, to);
    const length = to - from;
    if (this.#room.length < length) this.#room = new Uint8Array(2 * length);
    const room = this.#room;
    const { path, descriptor } = this.#file!;
    writing(path, () => {
      for (let at = 0; at < length; ) {
        const read = readSync(descriptor, room, at, length - at, place + from + at);
        if (read === 0) throw new Error(`${path} has lost its end`);
        at += read;
      }
    });
    return room.subarray(0, length);
  }

  /** Removes the file; what is in it cannot be read any more. */
  close(): void {
    if (this.#file === undefined) return;
    const { path, descriptor } = this.#file;
    this.#file = undefined;
    closeSync(descriptor);
    rmSync(path, { force: true });
  }

  #opened() {
    if (this.#file === undefined) {
      const path = this.#pathOf();
      this.#file = { path, descriptor: writing(path, () => openSync(path, 'wx+')), length: 0 };
    }
    return this.#file;
  }
}
