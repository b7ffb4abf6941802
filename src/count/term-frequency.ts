import { significant } from '../measure/significant.ts';
import type { BlockKind, TaggedDocument } from '../model/document.ts';
import type { Aggregate } from '../model/stage.ts';
import type { Cell } from '../model/table.ts';
import type { Term } from '../model/term.ts';
import { countedBlocks, countedTerms, countTokens } from './counted-blocks.ts';
import { documentDispersion } from './document-dispersion.ts';
import { itemSpread } from './item-spread.ts';
import { type PostingSource, postingSource } from './kept-postings.ts';
import { perMillion } from './per-million.ts';
import { beginDocument, emptyPostings, itemFrequency, mergePostings, type Postings, post } from './postings.ts';

/** Terms of a corpus; an item is the index of an entry in the term list. Plain data, for any thread. */
export interface TermTotal {
  readonly postings: Postings;
  /** Occurrences of each entry outside every longer listed term. */
  readonly independent: Float64Array;
}

/** Counts listed terms, entry by entry. Use: as `createWordFrequency`, and `termRows(total, terms)` at the end. */
export function createTermFrequency(
  terms: readonly Term[],
  settings: { readonly countKinds: readonly BlockKind[] },
): Aggregate<TaggedDocument, TermTotal> {
  const kinds = new Set(settings.countKinds);
  // Where an entry was posted last, in whatever total: most documents have few of the entries.
  const places = new Uint32Array(terms.length);
  return {
    empty: () => ({ postings: emptyPostings(), independent: new Float64Array(terms.length) }),
    add({ postings, independent }, document) {
      const { label } = document.terms;
      const blocks = countedBlocks(document, kinds);
      const { item, count } = postings;
      const first = item.length;
      beginDocument(postings, countTokens(blocks));
      for (const i of countedTerms(document, blocks)) {
        const entry = label[i]!;
        const place = places[entry]!;
        if (place >= first && place < item.length && item.values[place] === entry) count.values[place]!++;
        else places[entry] = post(postings, entry, 1);
        if (document.nested[i] === 0) independent[entry]!++;
      }
    },
    merge(total, other) {
      mergePostings(total.postings, other.postings, (entry) => entry);
      for (let entry = 0; entry < terms.length; entry++) total.independent[entry]! += other.independent[entry]!;
    },
  };
}

/** Rows of terms.csv: every entry, also one that does not occur; the most frequent first, then by term and category. */
export function termRows({ postings, independent }: TermTotal, terms: readonly Term[]): Generator<readonly Cell[]> {
  return sourceTermRows(independent, postingSource(postings), terms);
}

/** As `termRows`, of postings that need not be in memory. */
export function* sourceTermRows(
  independent: Float64Array,
  source: PostingSource,
  terms: readonly Term[],
): Generator<readonly Cell[]> {
  const { tokens, frequency, documents, dpNorm, evennessOf } = itemSpread(source, terms.length);
  for (const entry of byFrequency([...terms.keys()], terms, frequency)) {
    const { term, category } = terms[entry]!;
    const count = frequency[entry]!;
    const rate = perMillion(count, tokens);
    const spread = [significant(dpNorm[entry]!), ...documentDispersion(evennessOf(entry))];
    yield [term, category, count, independent[entry]!, documents[entry]!, rate, ...spread];
  }
}

/** Rows of terms_by_document.csv for one document: entries that occur in it, in the order of `termRows`. */
export function* termsByDocumentRows(
  document: TaggedDocument,
  terms: readonly Term[],
  counter: Aggregate<TaggedDocument, TermTotal>,
): Generator<readonly Cell[]> {
  const total = counter.empty();
  counter.add(total, document);
  const { sizes, item } = total.postings;
  const frequency = itemFrequency(total.postings, terms.length);
  for (const entry of byFrequency([...item.values.subarray(0, item.length)], terms, frequency)) {
    const count = frequency[entry]!;
    const { term, category } = terms[entry]!;
    yield [document.id, term, category, count, total.independent[entry]!, perMillion(count, sizes.values[0]!)];
  }
}

/** These entries in the order of the tables. */
function byFrequency(entries: number[], terms: readonly Term[], frequency: Float64Array): number[] {
  return entries.sort((a, b) => frequency[b]! - frequency[a]! || compare(terms[a]!, terms[b]!) || a - b);
}

function compare(a: Term, b: Term): number {
  if (a.term !== b.term) return a.term < b.term ? -1 : 1;
  if (a.category !== b.category) return a.category < b.category ? -1 : 1;
  return 0;
}
