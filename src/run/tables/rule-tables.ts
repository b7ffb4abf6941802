import { countTokens } from '../../count/counted-blocks.ts';
import { orderDocuments } from '../../count/document-order.ts';
import { perMillion } from '../../count/per-million.ts';
import { beginDocument, emptyPostings, mergePostings, post, totalItems } from '../../count/postings.ts';
import { significant } from '../../measure/significant.ts';
import { pathOf } from '../../query/coding/coding-rule.ts';
import { createFindCodes } from '../../query/coding/find-codes.ts';
import { codeOccurrencesSchema, codesByDocumentSchema, codesSchema } from '../../query/tables.ts';
import { TextView } from '../../query/text-view.ts';
import { MatchPlaces } from '../query/match-place.ts';
import { none } from '../settings.ts';
import { HeldTotal } from './held-total.ts';
import type { FamilyKind } from './table-family.ts';

/** codes, codes_by_document and code_occurrences, where coding rules are given. */
export const ruleTables: FamilyKind = {
  schemas: { codes: codesSchema, codes_by_document: codesByDocumentSchema, code_occurrences: codeOccurrencesSchema },
  isPossible: ({ rules }) => rules.some((path) => path !== none),
  create({ settings, terms, coding }) {
    const { codes } = coding.rules;
    const { boundary, ignore_case: ignoreCase } = settings;
    const findCodes = createFindCodes(coding.rules, terms, { boundary, ignoreCase, normalise: coding.normalise });
    const kinds = new Set(settings.count_kinds);
    const held = new HeldTotal({
      empty: emptyPostings,
      merge: (postings, other) => mergePostings(postings, other, (code) => code),
      inOrder: (postings, order) => orderDocuments(postings, postings.count, order),
    });
    const context = { context: settings.context, contextUnit: 'characters' } as const;
    const hasOccurrences = settings.tables.includes('code_occurrences');
    return {
      name: 'coding',
      messages: [],
      held: [held],
      add(document, emit) {
        const view = new TextView(document, kinds);
        const found = findCodes(view);
        const tokens = countTokens(view.blocks);
        const postings = held.value;
        beginDocument(postings, tokens);
        for (const [i, spans] of found.entries()) {
          if (spans.length === 0) continue;
          post(postings, i, spans.length);
          const { name, category } = codes[i]!;
          emit('codes_by_document', [document.id, name, category, spans.length, perMillion(spans.length, tokens)]);
        }
        if (!hasOccurrences) return;
        const places = new MatchPlaces(document, context);
        const all = found.flatMap((spans, code) => spans.map((span) => ({ span, code })));
        all.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || a.code - b.code);
        for (const { span, code } of all) {
          const { name, category } = codes[code]!;
          const { form, cells } = places.of(span);
          emit('code_occurrences', [document.id, name, category, form, ...cells]);
        }
      },
      finish(emit) {
        const { frequency, documents, dpNorm, tokens } = totalItems(held.value, codes.length);
        const paths = codes.map(pathOf);
        const order = codes.map((_, i) => i);
        order.sort((a, b) => frequency[b]! - frequency[a]! || (paths[a]! < paths[b]! ? -1 : 1));
        for (const i of order) {
          const { name, category } = codes[i]!;
          const count = frequency[i]!;
          emit('codes', [name, category, count, documents[i]!, perMillion(count, tokens), significant(dpNorm[i]!)]);
        }
      },
    };
  },
};
