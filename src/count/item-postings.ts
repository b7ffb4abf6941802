import type { Postings } from './postings.ts';

/** Postings item by item: those of item i from `starts[i]` to before `starts[i + 1]`, documents rising. */
export interface ItemPostings {
  readonly starts: Uint32Array;
  readonly document: Uint32Array;
  readonly count: Uint32Array;
}

/** The postings of items 0 to `items` − 1. */
export function postingsByItem({ starts, item, count }: Postings, items: number): ItemPostings {
  const bounds = new Uint32Array(items + 1);
  for (let i = 0; i < item.length; i++) bounds[item.values[i]! + 1]!++;
  for (let id = 0; id < items; id++) bounds[id + 1]! += bounds[id]!;
  const next = bounds.slice(0, items);
  const documents = new Uint32Array(item.length);
  const counts = new Uint32Array(item.length);
  for (let document = 0; document < starts.length; document++) {
    const end = document + 1 < starts.length ? starts.values[document + 1]! : item.length;
    for (let i = starts.values[document]!; i < end; i++) {
      const place = next[item.values[i]!]!++;
      documents[place] = document;
      counts[place] = count.values[i]!;
    }
  }
  return { starts: bounds, document: documents, count: counts };
}
