import { significant } from '../measure/significant.ts';
import type { SegmentedDocument } from '../model/document.ts';
import type { Aggregate } from '../model/stage.ts';
import type { Cell } from '../model/table.ts';
import { countedBlocks, countTokens, countTypes } from './counted-blocks.ts';
import { documentDispersion } from './document-dispersion.ts';
import { itemSpread } from './item-spread.ts';
import { type PostingSource, postingSource } from './kept-postings.ts';
import type { WordSettings } from './listed-form.ts';
import { listedTypes } from './listed-types.ts';
import { perMillion } from './per-million.ts';
import { beginDocument, emptyPostings, itemFrequency, mergePostings, type Postings, post } from './postings.ts';
import { adoptAll, emptyVocabulary, usualTags, type Vocabulary } from './vocabulary.ts';

/** Words of a corpus. Plain data: it may be posted to another thread as it is. */
export interface WordTotal {
  readonly vocabulary: Vocabulary;
  readonly postings: Postings;
}

/**
 * Counts words. Use: `const words = createWordFrequency(settings)`, one `total = words.empty()` a worker, `words.add(total,
 * document)` in document order, `words.merge(total, later)` with the total of the documents after them, `wordRows(total)`.
 */
export function createWordFrequency(settings: WordSettings): Aggregate<SegmentedDocument, WordTotal> {
  const kinds = new Set(settings.countKinds);
  const typeIds = listedTypes(settings, true);
  return {
    empty: emptyWordTotal,
    add({ vocabulary, postings }, document) {
      const blocks = countedBlocks(document, kinds);
      const counts = countTypes(document, blocks);
      // Only stems and parts of speech by context bring several types of a document under one form.
      const places =
        settings.stemLatin || document.tokens.universal !== undefined ? new Map<number, number>() : undefined;
      beginDocument(postings, countTokens(blocks));
      const ids = typeIds(vocabulary, document.tokens, counts);
      for (let type = 0; type < ids.length; type++) {
        const id = ids[type]!;
        if (id < 0) continue;
        const place = places?.get(id);
        if (place !== undefined) postings.count.values[place]! += counts[type]!;
        else {
          const posting = post(postings, id, counts[type]!);
          places?.set(id, posting);
        }
      }
    },
    merge: mergeWordTotals,
  };
}

export function emptyWordTotal(): WordTotal {
  return { vocabulary: emptyVocabulary(), postings: emptyPostings() };
}

/** Puts the documents of `other` after those of `total`. */
export function mergeWordTotals(total: WordTotal, other: WordTotal): void {
  const ids = adoptAll(total.vocabulary, other.vocabulary);
  mergePostings(total.postings, other.postings, (id) => ids[id]!);
}

/** Rows of words.csv: words of at least `minFrequency` occurrences, the most frequent first, then by code unit. */
export function wordRows(
  { vocabulary, postings }: WordTotal,
  minFrequency = 1,
  stopWords: ReadonlySet<string> = new Set(),
): Generator<readonly Cell[]> {
  return sourceWordRows(vocabulary, postingSource(postings), minFrequency, stopWords);
}

/** As `wordRows`, of postings that need not be in memory. */
export function* sourceWordRows(
  vocabulary: Vocabulary,
  source: PostingSource,
  minFrequency: number,
  stopWords: ReadonlySet<string>,
): Generator<readonly Cell[]> {
  const { forms } = vocabulary;
  const tags = usualTags(vocabulary);
  const { tokens, frequency, documents, dpNorm, evennessOf } = itemSpread(source, forms.length);
  for (const id of byFrequency(forms, frequency)) {
    const count = frequency[id]!;
    if (count < minFrequency) return;
    const form = forms[id]!;
    const stop = stopWords.has(form) ? 1 : 0;
    const spread = [significant(dpNorm[id]!), ...documentDispersion(evennessOf(id))];
    yield [form, tags[id]!, count, documents[id]!, perMillion(count, tokens), ...spread, stop];
  }
}

/** Rows of words_by_document.csv for one document, in the order of `wordRows`. */
export function* wordsByDocumentRows(
  document: SegmentedDocument,
  words: Aggregate<SegmentedDocument, WordTotal>,
): Generator<readonly Cell[]> {
  const total = words.empty();
  words.add(total, document);
  const { forms } = total.vocabulary;
  const frequency = itemFrequency(total.postings, forms.length);
  for (const id of byFrequency(forms, frequency)) yield [document.id, forms[id]!, frequency[id]!];
}

/** Ids of forms, the most frequent first, then by code unit. */
export function byFrequency(forms: readonly string[], frequency: Float64Array): Uint32Array {
  const order = Uint32Array.from(forms, (_, id) => id);
  return order.sort((a, b) => frequency[b]! - frequency[a]! || (forms[a]! < forms[b]! ? -1 : 1));
}
