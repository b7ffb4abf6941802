import { mostUnitBytes } from './cell-bytes.ts';
import { SpareRooms } from './spare-rooms.ts';

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
  readonly #spare: SpareRooms;
  #room = Buffer.alloc(0);
  #used = 0;
  #usedLast = 0;

  constructor(spare = new SpareRooms()) {
    this.#spare = spare;
  }

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
      const old = this.#room;
      this.#room = Buffer.from(this.#spare.take(Math.max(needed, 2 * old.length, this.#usedLast)));
      this.#room.set(old.subarray(0, this.#used));
      this.#spare.give([old.buffer as ArrayBuffer]);
    }
    return this.#room;
  }

  /** Also takes back what was put in after `end`. */
  take(end: number): void {
    this.#used = end;
  }

  /** All that was put in, with the room that it is in, which may come back to the spare ones; the buffer is empty again. */
  handOver(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#room.buffer as ArrayBuffer, 0, this.#used);
    this.#usedLast = this.#used;
    this.#used = 0;
    this.#room = Buffer.alloc(0);
    return bytes;
  }
}
