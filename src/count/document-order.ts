import type { GrowingColumn } from './growing-column.ts';

/** Items of documents one after another: each document begins at its start and ends where the next one begins. */
interface DocumentColumns {
  readonly sizes: GrowingColumn;
  readonly starts: GrowingColumn;
  readonly item: GrowingColumn;
}

/** Puts the documents into another order: the first is the one that was at `order[0]`. `beside` goes with the items. */
export function orderDocuments(
  { sizes, starts, item }: DocumentColumns,
  beside: GrowingColumn,
  order: Uint32Array,
): void {
  const count = starts.length;
  const newSizes = new Uint32Array(count);
  const newStarts = new Uint32Array(count);
  const items = new Uint32Array(item.length);
  const others = new Uint32Array(item.length);
  let at = 0;
  for (let place = 0; place < count; place++) {
    const document = order[place]!;
    const from = starts.values[document]!;
    const to = document + 1 < count ? starts.values[document + 1]! : item.length;
    newSizes[place] = sizes.values[document]!;
    newStarts[place] = at;
    items.set(item.values.subarray(from, to), at);
    others.set(beside.values.subarray(from, to), at);
    at += to - from;
  }
  sizes.values = newSizes;
  starts.values = newStarts;
  item.values = items;
  beside.values = others;
}
