/** How totals begin, come together and are put into the order of documents. */
interface TotalKind<T> {
  empty(): T;
  /** Puts the documents of `other` after those of `total`. Forms are adopted by what they are, never by their ids. */
  merge(total: T, other: T): void;
  /** Left out where the order of documents changes nothing. The first document is the one that was at `order[0]`. */
  inOrder?(total: T, order: Uint32Array): void;
}

/** What the totals of a run are made of: it may be taken out, sent to another thread or kept on disk, and put into another of the same place. */
export interface PartOfTotal {
  /** Whether it has something of each document, and no columns of counts: what is in it may belong to the document. */
  readonly isByDocument: boolean;
  /** What was counted so far, as plain data; counting begins anew. */
  take(): unknown;
  /** Puts in what `take` gave elsewhere, which may be changed by it. */
  merge(other: unknown): void;
  /** Puts the documents into another order: the first is the one that was at `order[0]`. */
  inOrder(order: Uint32Array): void;
}

/** A total of a family: plain data that may be taken out, sent to another thread or kept on disk, and put into another. */
export class HeldTotal<T> implements PartOfTotal {
  value: T;
  readonly isByDocument: boolean;
  readonly #kind: TotalKind<T>;

  constructor(kind: TotalKind<T>, isByDocument = false) {
    this.#kind = kind;
    this.isByDocument = isByDocument;
    this.value = kind.empty();
  }

  take(): T {
    const { value } = this;
    this.value = this.#kind.empty();
    return value;
  }

  merge(other: unknown): void {
    this.#kind.merge(this.value, other as T);
  }

  inOrder(order: Uint32Array): void {
    this.#kind.inOrder?.(this.value, order);
  }
}

/** A total of one thing for each document. */
export function heldByDocument<T>(): HeldTotal<T[]> {
  const kind: TotalKind<T[]> = {
    empty: () => [],
    merge(total, other) {
      for (const one of other) total.push(one);
    },
    inOrder(total, order) {
      const sorted = Array.from(order, (place) => total[place]!);
      for (let i = 0; i < sorted.length; i++) total[i] = sorted[i]!;
    },
  };
  return new HeldTotal(kind, true);
}
