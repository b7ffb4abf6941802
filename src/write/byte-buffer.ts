import { mostUnitBytes } from './cell-bytes.ts';

/** Where rows and texts go, piece by piece: a file, or a room in memory. */
export interface ByteSink {
  write(text: string): void;
  /** Where in its room the next byte goes. */
  readonly used: number;
  /** The room, with at least so many bytes free from `used` on; undefined where it never has so many. */
  room(bytes: number): Uint8Array | undefined;
  /** Takes in what was put into the room, up to `end`. */
  take(end: number): void;
}

/** Bytes in memory, as many as are put in. */
export class ByteBuffer implements ByteSink {
  #room = Buffer.allocUnsafeSlow(1 << 12);
  #used = 0;

  get used(): number {
    return this.#used;
  }

  write(text: string): void {
    this.room(text.length * mostUnitBytes);
    this.#used += this.#room.write(text, this.#used, 'utf8');
  }

  room(bytes: number): Uint8Array {
    const needed = this.#used + bytes;
    if (needed > this.#room.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#room.length));
      grown.set(this.#room.subarray(0, this.#used));
      this.#room = grown;
    }
    return this.#room;
  }

  /** Also takes back what was put in after `end`. */
  take(end: number): void {
    this.#used = end;
  }

  /** A copy of all that was put in; the buffer is empty again. */
  release(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#used);
    bytes.set(this.#room.subarray(0, this.#used));
    this.#used = 0;
    return bytes;
  }
}
