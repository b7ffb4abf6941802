import type { ByteStore } from './byte-store.ts';
import { type GrowingColumn, growingColumn, push } from './growing-column.ts';
import { KeptBytes } from './kept-bytes.ts';
import { beginDocument, emptyPostings, type Postings, post } from './postings.ts';

/** The postings of one document. */
export interface DocumentPostings {
  readonly length: number;
  readonly items: Uint32Array;
  readonly counts: Uint32Array;
}

/** Postings that are read document by document. */
export interface PostingSource {
  readonly documents: number;
  /** Counted words of a document. */
  sizeOf(document: number): number;
  /** Valid until the next call. */
  read(document: number): DocumentPostings;
}

/** Bytes that an item and its count need at most: seven bits a byte. */
const mostPostingBytes = 10;

/**
 * Postings packed as numbers of seven bits a byte: some three bytes each in place of eight. They are in a store, which may be on the
 * disk.
 */
export class KeptPostings implements PostingSource {
  readonly #kept: KeptBytes;
  #sizes: GrowingColumn = growingColumn();
  #room = new Uint8Array(0);
  #items = new Uint32Array(0);
  #counts = new Uint32Array(0);

  constructor(store: ByteStore) {
    this.#kept = new KeptBytes(store);
  }

  get documents(): number {
    return this.#kept.documents;
  }

  /** Puts the documents of `postings` after those that are there; `item` gives the id here of an id there. */
  add({ sizes, starts, item, count }: Postings, idOf: (id: number) => number): void {
    if (starts.length === 0) return;
    const needed = item.length * mostPostingBytes;
    if (this.#room.length < needed) this.#room = new Uint8Array(needed);
    const room = this.#room;
    const ends = new Uint32Array(starts.length);
    let at = 0;
    for (let document = 0; document < starts.length; document++) {
      push(this.#sizes, sizes.values[document]!);
      const end = document + 1 < starts.length ? starts.values[document + 1]! : item.length;
      for (let i = starts.values[document]!; i < end; i++) {
        at = putNumber(room, at, idOf(item.values[i]!));
        at = putNumber(room, at, count.values[i]!);
      }
      ends[document] = at;
    }
    this.#kept.add(room.slice(0, at), ends);
  }

  sizeOf(document: number): number {
    return this.#sizes.values[document]!;
  }

  read(document: number): DocumentPostings {
    const bytes = this.#kept.read(document);
    // Each takes at least two bytes.
    if (this.#items.length < bytes.length / 2) {
      this.#items = new Uint32Array(bytes.length);
      this.#counts = new Uint32Array(bytes.length);
    }
    const items = this.#items;
    const counts = this.#counts;
    let length = 0;
    for (let at = 0; at < bytes.length; length++) {
      let value = 0;
      let shift = 0;
      let byte = bytes[at++]!;
      for (; byte > 0x7f; shift += 7, byte = bytes[at++]!) value |= (byte & 0x7f) << shift;
      items[length] = value | (byte << shift);
      value = shift = 0;
      byte = bytes[at++]!;
      for (; byte > 0x7f; shift += 7, byte = bytes[at++]!) value |= (byte & 0x7f) << shift;
      counts[length] = value | (byte << shift);
    }
    return { length, items, counts };
  }

  inOrder(order: Uint32Array): void {
    this.#kept.inOrder(order);
    const { values } = this.#sizes;
    this.#sizes = { values: Uint32Array.from(order, (document) => values[document]!), length: order.length };
  }

  /** All of them in memory. */
  unpacked(): Postings {
    const postings = emptyPostings();
    for (let document = 0; document < this.documents; document++) {
      beginDocument(postings, this.sizeOf(document));
      const { length, items, counts } = this.read(document);
      for (let i = 0; i < length; i++) post(postings, items[i]!, counts[i]!);
    }
    return postings;
  }
}

/** Postings in memory as a source. */
export function postingSource({ sizes, starts, item, count }: Postings): PostingSource {
  return {
    documents: starts.length,
    sizeOf: (document) => sizes.values[document]!,
    read(document) {
      const start = starts.values[document]!;
      const end = document + 1 < starts.length ? starts.values[document + 1]! : item.length;
      const items = item.values.subarray(start, end);
      return { length: items.length, items, counts: count.values.subarray(start, end) };
    },
  };
}

/** Puts a number below 2^32 at `at` and gives where the next one goes. */
function putNumber(bytes: Uint8Array, at: number, value: number): number {
  let place = at;
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes[place++] = (rest & 0x7f) | 0x80;
  bytes[place++] = rest;
  return place;
}
