import { createNgrams, ngramRows } from '../../count/ngrams.ts';
import { ngramsSchema } from '../../count/tables.ts';
import { HeldTotal } from './held-total.ts';
import type { FamilyKind } from './table-family.ts';

/** ngrams. */
export const ngramTables: FamilyKind = {
  schemas: { ngrams: ngramsSchema },
  create({ settings, words }) {
    const { lengths, min_frequency: minFrequency } = settings.ngrams;
    const ngrams = createNgrams({ ...words, lengths });
    const held = new HeldTotal(ngrams);
    return {
      name: 'ngrams',
      messages: [],
      held: [held],
      add: (document) => ngrams.add(held.value, document),
      finish(emit) {
        for (const row of ngramRows(held.value, minFrequency)) emit('ngrams', row);
      },
    };
  },
};
