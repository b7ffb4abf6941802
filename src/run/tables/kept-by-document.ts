import type { ByteStore } from '../../count/byte-store.ts';
import { KeptBytes } from '../../count/kept-bytes.ts';
import type { PartOfTotal } from './held-total.ts';

/** What is held of each document as bytes, and goes where the store has room once it comes from elsewhere. */
export class KeptByDocument implements PartOfTotal {
  readonly isByDocument = true;
  readonly #store: ByteStore;
  #added: Uint8Array[] = [];
  #kept: KeptBytes;

  constructor(store: ByteStore) {
    this.#store = store;
    this.#kept = new KeptBytes(store);
  }

  get documents(): number {
    this.#pack();
    return this.#kept.documents;
  }

  add(bytes: Uint8Array): void {
    this.#added.push(bytes);
  }

  /** To be read at once and not changed. */
  read(document: number): Uint8Array {
    this.#pack();
    return this.#kept.read(document);
  }

  take(): Uint8Array[] {
    const all =
      this.#kept.documents === 0
        ? this.#added
        : Array.from({ length: this.documents }, (_, document) => this.read(document).slice());
    this.#added = [];
    this.#kept = new KeptBytes(this.#store);
    return all;
  }

  merge(other: unknown): void {
    this.#pack();
    this.#keep(other as readonly Uint8Array[]);
  }

  inOrder(order: Uint32Array): void {
    this.#pack();
    this.#kept.inOrder(order);
  }

  #pack(): void {
    this.#keep(this.#added);
    this.#added = [];
  }

  #keep(documents: readonly Uint8Array[]): void {
    if (documents.length === 0) return;
    const bytes = new Uint8Array(documents.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    const ends = documents.map((one) => {
      bytes.set(one, at);
      at += one.length;
      return at;
    });
    this.#kept.add(bytes, ends);
  }
}
