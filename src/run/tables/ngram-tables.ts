import { createNgrams, ngramRows } from '../../count/ngrams.ts';
import { ngramsSchema } from '../../count/tables.ts';
import type { FamilyKind } from './table-family.ts';

/** ngrams. */
export const ngramTables: FamilyKind = {
  schemas: { ngrams: ngramsSchema },
  create({ settings, words }) {
    const { lengths, min_frequency: minFrequency } = settings.ngrams;
    const ngrams = createNgrams({ ...words, lengths });
    const total = ngrams.empty();
    return {
      name: 'ngrams',
      messages: [],
      add: (document) => ngrams.add(total, document),
      finish(emit) {
        for (const row of ngramRows(total, minFrequency)) emit('ngrams', row);
      },
    };
  },
};
