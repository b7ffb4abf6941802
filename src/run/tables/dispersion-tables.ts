import { groupBy } from '../../compare/groups.ts';
import { dispersionRows, type PlacedItems } from '../../count/dispersion-rows.ts';
import { dispersionSchema } from '../../count/dispersion-table.ts';
import { orderDocuments } from '../../count/document-order.ts';
import { createTermPlaces, createWordPlaces } from '../../count/item-places.ts';
import { type Division, divide } from '../../count/parts.ts';
import { usualTags } from '../../count/vocabulary.ts';
import type { Message } from '../../model/message.ts';
import { groupValue } from './group-value.ts';
import { HeldTotal, heldByDocument } from './held-total.ts';
import type { FamilyKind } from './table-family.ts';

/** dispersion. */
export const dispersionTables: FamilyKind = {
  schemas: { dispersion: dispersionSchema },
  create({ settings, terms, words, allWords }) {
    const { parts: by, chunks, min_frequency: minFrequency } = settings.dispersion;
    const termPlaces = createTermPlaces(words);
    const wordPlaces = createWordPlaces(allWords);
    const heldTerms = new HeldTotal({
      ...termPlaces,
      inOrder: (places, order) => orderDocuments(places, places.position, order),
    });
    const heldWords = new HeldTotal({
      ...wordPlaces,
      inOrder: ({ places }, order) => orderDocuments(places, places.position, order),
    });
    const heldValues = heldByDocument<string | undefined>();
    const messages: Message[] = [];
    const division = (): Division => {
      if (by === 'documents') return { kind: 'documents' };
      if (by === 'chunks') return { kind: 'chunks', chunks };
      const { names, of } = groupBy(heldValues.value);
      const without = of.reduce((count, group) => count + Number(group < 0), 0);
      if (without > 0) {
        messages.push({ severity: 'warning', rule: 'count/without-part', values: { by, count: without } });
      }
      return { kind: 'groups', of, groups: names.length };
    };
    return {
      name: 'dispersion',
      messages,
      held: [heldTerms, heldWords, heldValues],
      add(document) {
        termPlaces.add(heldTerms.value, document);
        wordPlaces.add(heldWords.value, document);
        if (by !== 'documents' && by !== 'chunks') heldValues.value.push(groupValue(document, by));
      },
      finish(emit) {
        const { vocabulary, places } = heldWords.value;
        const parts = divide(places.sizes.values.subarray(0, places.sizes.length), division());
        const filled = parts.sizes.reduce((count, size) => count + Number(size > 0), 0);
        if (filled < 2) messages.push({ severity: 'warning', rule: 'count/few-parts', values: { by, count: filled } });
        const items: readonly PlacedItems[] = [
          {
            unit: 'term',
            forms: terms.map(({ term }) => term),
            labels: terms.map(({ category }) => category),
            places: heldTerms.value,
          },
          { unit: 'word', forms: vocabulary.forms, labels: usualTags(vocabulary), places },
        ];
        for (const one of items) for (const row of dispersionRows(one, parts, minFrequency)) emit('dispersion', row);
      },
    };
  },
};
