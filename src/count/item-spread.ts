import { corpusSize, deviationOfProportions, partDeviation } from '../measure/deviation-of-proportions.ts';
import { type Evenness, EvennessSums } from '../measure/evenness.ts';
import type { PostingSource } from './kept-postings.ts';
import type { ItemTotals } from './postings.ts';

/** Totals over all documents, with how evenly each item is spread over them. */
export interface ItemSpread extends ItemTotals {
  evennessOf(item: number): Evenness;
}

/** The totals of items 0 to `items` − 1. Documents are read twice, one at a time, so that not all have to be in memory. */
export function itemSpread(source: PostingSource, items: number): ItemSpread {
  const sizes = new Uint32Array(source.documents);
  for (let document = 0; document < sizes.length; document++) sizes[document] = source.sizeOf(document);
  const corpus = corpusSize(sizes);
  const sums = new EvennessSums(items, corpus);
  for (let document = 0; document < sizes.length; document++) {
    const size = sizes[document]!;
    const { length, items: own, counts } = source.read(document);
    for (let i = 0; i < length; i++) sums.note(own[i]!, counts[i]!, size);
  }
  const { frequency, range } = sums;
  const deviation = new Float64Array(items);
  const listed = new Float64Array(items);
  for (let document = 0; document < sizes.length; document++) {
    const size = sizes[document]!;
    const { length, items: own, counts } = source.read(document);
    for (let i = 0; i < length; i++) {
      const item = own[i]!;
      sums.add(item, counts[i]!, size);
      deviation[item]! += partDeviation(counts[i]!, size, frequency[item]!, corpus);
      listed[item]! += size;
    }
  }
  const dpNorm = new Float64Array(items);
  for (let item = 0; item < items; item++) {
    dpNorm[item] = deviationOfProportions(deviation[item]!, listed[item]!, frequency[item]!, corpus).dp_norm;
  }
  return { tokens: corpus.total, frequency, documents: range, dpNorm, evennessOf: (item) => sums.of(item) };
}
