import { corpusSize, deviationOfProportions, partDeviation } from '../measure/deviation-of-proportions.ts';
import { append, type GrowingColumn, growingColumn, push } from './growing-column.ts';

/**
 * How often each item (a word or a term, by id) is in each document: 8 bytes a pair that occurs, and 8 a document. They
 * are kept because a dispersion needs an item's shares of the whole, which are known at the end only.
 */
export interface Postings {
  /** Counted words of each document. */
  readonly sizes: GrowingColumn;
  /** Where the postings of each document begin. */
  readonly starts: GrowingColumn;
  readonly item: GrowingColumn;
  readonly count: GrowingColumn;
}

export function emptyPostings(): Postings {
  return { sizes: growingColumn(), starts: growingColumn(), item: growingColumn(), count: growingColumn() };
}

/** Begins the postings of a document of `size` counted words. */
export function beginDocument(postings: Postings, size: number): void {
  push(postings.sizes, size);
  push(postings.starts, postings.item.length);
}

/** Adds to the document begun last; the result is the posting's index. An item is posted once a document. */
export function post(postings: Postings, item: number, count: number): number {
  push(postings.item, item);
  push(postings.count, count);
  return postings.item.length - 1;
}

/** Puts the documents of `other` after those of `postings`; `item` gives the id here of an id there. */
export function mergePostings(postings: Postings, other: Postings, item: (id: number) => number): void {
  const before = postings.item.length;
  append(postings.sizes, other.sizes, (size) => size);
  append(postings.starts, other.starts, (start) => start + before);
  append(postings.item, other.item, item);
  append(postings.count, other.count, (count) => count);
}

/** Totals over all documents, one element an item. */
export interface ItemTotals {
  /** Counted words of all documents. */
  readonly tokens: number;
  readonly frequency: Float64Array;
  readonly documents: Uint32Array;
  /** NaN where it is not defined. */
  readonly dpNorm: Float64Array;
}

/** How often each of the items 0 to `items` − 1 occurs in all documents. */
export function itemFrequency({ item, count }: Postings, items: number): Float64Array {
  const frequency = new Float64Array(items);
  for (let i = 0; i < item.length; i++) frequency[item.values[i]!]! += count.values[i]!;
  return frequency;
}

/**
 * Frequency, document frequency and dispersion of items 0 to `items` − 1 over the documents, or over those that are
 * `wanted` by their number.
 */
export function totalItems(
  postings: Postings,
  items: number,
  wanted: (document: number) => boolean = () => true,
): ItemTotals {
  const { starts, item, count } = postings;
  const sizes = postings.sizes.values.slice(0, postings.sizes.length);
  const frequency = new Float64Array(items);
  const end = (document: number) => (document + 1 < starts.length ? starts.values[document + 1]! : item.length);
  for (let document = 0; document < starts.length; document++) {
    // A part without words is none.
    if (!wanted(document)) sizes[document] = 0;
    else for (let i = starts.values[document]!; i < end(document); i++) frequency[item.values[i]!]! += count.values[i]!;
  }
  const corpus = corpusSize(sizes);
  const documents = new Uint32Array(items);
  const sum = new Float64Array(items);
  const listed = new Float64Array(items);
  for (let document = 0; document < starts.length; document++) {
    if (!wanted(document)) continue;
    const size = sizes[document]!;
    for (let i = starts.values[document]!, last = end(document); i < last; i++) {
      const id = item.values[i]!;
      documents[id]!++;
      sum[id]! += partDeviation(count.values[i]!, size, frequency[id]!, corpus);
      listed[id]! += size;
    }
  }
  const dpNorm = new Float64Array(items);
  for (let id = 0; id < items; id++) {
    dpNorm[id] = deviationOfProportions(sum[id]!, listed[id]!, frequency[id]!, corpus).dp_norm;
  }
  return { tokens: corpus.total, frequency, documents, dpNorm };
}
