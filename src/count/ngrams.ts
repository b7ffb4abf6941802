import { ngrams } from 'natural/lib/natural/ngrams/ngrams_zh.js';
import type { SegmentedDocument } from '../model/document.ts';
import type { Aggregate } from '../model/stage.ts';
import type { Cell } from '../model/table.ts';
import { adjacentWords } from './adjacent-words.ts';
import { countedBlocks, countTokens } from './counted-blocks.ts';
import { listedForm, type WordSettings } from './listed-form.ts';
import { beginDocument, post, totalItems } from './postings.ts';
import { adopt } from './vocabulary.ts';
import { byFrequency, emptyWordTotal, mergeWordTotals, type WordTotal } from './word-frequency.ts';

export interface NgramSettings extends WordSettings {
  /** Numbers of words, 2 or more. */
  readonly lengths: readonly number[];
}

/** N-grams of each length, rising; a form is the words joined by a space. Plain data, for any thread. */
export type NgramTotal = readonly { readonly n: number; readonly total: WordTotal }[];

/**
 * Counts runs of n neighbouring words (see `adjacentWords`). A word that the settings leave out parts its neighbours.
 * Use: as `createWordFrequency`, and `ngramRows(total)` at the end.
 */
export function createNgrams(settings: NgramSettings): Aggregate<SegmentedDocument, NgramTotal> {
  const kinds = new Set(settings.countKinds);
  const listed = listedForm(settings);
  const lengths = [...new Set(settings.lengths)].sort((a, b) => a - b);
  return {
    empty: () => lengths.map((n) => ({ n, total: emptyWordTotal() })),
    add(totals, document) {
      const { types, tag, tags } = document.tokens;
      const blocks = countedBlocks(document, kinds);
      const forms = types.map((form, type) => listed(form, tags[tag[type]!]!));
      const runs = [...adjacentWords(document, blocks, forms)];
      for (const { n, total } of totals) {
        const counts = new Map<string, number>();
        for (const run of runs) {
          for (const words of ngrams(run, n)) {
            const form = words.join(' ');
            counts.set(form, (counts.get(form) ?? 0) + 1);
          }
        }
        beginDocument(total.postings, countTokens(blocks));
        for (const [form, count] of counts) post(total.postings, adopt(total.vocabulary, form, ''), count);
      }
    },
    merge(totals, other) {
      totals.forEach(({ total }, i) => {
        mergeWordTotals(total, other[i]!.total);
      });
    },
  };
}

/** Rows of ngrams.csv: by length, then the most frequent first, then by code unit; of at least `minFrequency` occurrences. */
export function* ngramRows(totals: NgramTotal, minFrequency = 1): Generator<readonly Cell[]> {
  for (const { n, total } of totals) {
    const { forms } = total.vocabulary;
    const { frequency, documents } = totalItems(total.postings, forms.length);
    for (const id of byFrequency(forms, frequency)) {
      if (frequency[id]! < minFrequency) break;
      yield [n, forms[id]!, frequency[id]!, documents[id]!];
    }
  }
}
