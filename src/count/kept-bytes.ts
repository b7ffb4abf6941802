import type { ByteStore } from './byte-store.ts';
import { type GrowingColumn, growingColumn, push } from './growing-column.ts';

/** Bytes of each document, kept in a store; in memory stays where they are, 12 bytes a document. */
export class KeptBytes {
  readonly #store: ByteStore;
  #number: GrowingColumn = growingColumn();
  #from: GrowingColumn = growingColumn();
  #to: GrowingColumn = growingColumn();

  constructor(store: ByteStore) {
    this.#store = store;
  }

  get documents(): number {
    return this.#number.length;
  }

  /** Puts documents after those that are there: their bytes one after another, and where each ends. Nobody changes the bytes afterwards. */
  add(bytes: Uint8Array, ends: ArrayLike<number>): void {
    const number = this.#store.keep(bytes);
    for (let i = 0; i < ends.length; i++) {
      push(this.#number, number);
      push(this.#from, i === 0 ? 0 : ends[i - 1]!);
      push(this.#to, ends[i]!);
    }
  }

  /** The bytes of a document; to be read at once and not changed. */
  read(document: number): Uint8Array {
    return this.#store.read(this.#number.values[document]!, this.#from.values[document]!, this.#to.values[document]!);
  }

  /** Puts the documents into another order: the first is the one that was at `order[0]`. */
  inOrder(order: Uint32Array): void {
    const ordered = ({ values }: GrowingColumn) => ({
      values: Uint32Array.from(order, (document) => values[document]!),
      length: order.length,
    });
    this.#number = ordered(this.#number);
    this.#from = ordered(this.#from);
    this.#to = ordered(this.#to);
  }
}
