import type { ByteStore } from '../../count/byte-store.ts';
import { KeptPostings, type PostingSource } from '../../count/kept-postings.ts';
import type { Postings } from '../../count/postings.ts';
import type { PartOfTotal } from './held-total.ts';

/** A total with postings, and how all beside them comes together. */
interface PostedKind<T extends { readonly postings: Postings }> {
  empty(): T;
  /** Puts in all but the postings, and gives the id here of an id there. */
  mergeRest(total: T, other: T): (id: number) => number;
}

/**
 * A total whose postings are packed, and go where the store has room, once they come from elsewhere: they grow with every document,
 * and nearly all that is said of them can be said while they are read one document at a time.
 */
export class PostedTotal<T extends { readonly postings: Postings }> implements PartOfTotal {
  readonly isByDocument = false;
  readonly #kind: PostedKind<T>;
  readonly #store: ByteStore;
  #value: T;
  #kept: KeptPostings;

  constructor(kind: PostedKind<T>, store: ByteStore) {
    this.#kind = kind;
    this.#store = store;
    this.#value = kind.empty();
    this.#kept = new KeptPostings(store);
  }

  /** What documents are counted into; its postings are not all that there are. */
  get value(): T {
    return this.#value;
  }

  take(): T {
    const value = this.whole();
    this.#value = this.#kind.empty();
    this.#kept = new KeptPostings(this.#store);
    return value;
  }

  merge(other: unknown): void {
    const part = other as T;
    const idOf = this.#kind.mergeRest(this.#value, part);
    this.#pack();
    this.#kept.add(part.postings, idOf);
  }

  inOrder(order: Uint32Array): void {
    this.#pack();
    this.#kept.inOrder(order);
  }

  /** All postings. */
  source(): PostingSource {
    this.#pack();
    return this.#kept;
  }

  /** The total with all postings in memory, for whoever compares documents. */
  whole(): T {
    if (this.#kept.documents === 0) return this.#value;
    this.#pack();
    return { ...this.#value, postings: this.#kept.unpacked() };
  }

  #pack(): void {
    const { postings } = this.#value;
    this.#kept.add(postings, (id) => id);
    for (const column of [postings.sizes, postings.starts, postings.item, postings.count]) column.length = 0;
  }
}
