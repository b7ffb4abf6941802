import { citationsSchema } from '../../compare/citation-table.ts';
import { type Citation, type CitedDocument, CitedDocuments, citationsOf } from '../../compare/citations.ts';
import type { Cell } from '../../model/table.ts';
import { MatchPlaces } from '../query/match-place.ts';
import { namesOf } from './document-names.ts';
import type { FamilyKind } from './table-family.ts';

/** citations. */
export const citationTables: FamilyKind = {
  schemas: { citations: citationsSchema },
  create({ settings }) {
    const documents: CitedDocument[] = [];
    const named: {
      readonly id: string;
      readonly citation: Citation;
      readonly form: string;
      readonly cells: readonly Cell[];
    }[] = [];
    const context = { context: settings.context, contextUnit: 'characters' } as const;
    return {
      name: 'citations',
      messages: [],
      add(document) {
        const { id } = document;
        documents.push(namesOf(document));
        const places = new MatchPlaces(document, context);
        for (const citation of citationsOf(document)) {
          const { form, cells } = places.of(citation.span);
          named.push({ id, citation, form, cells });
        }
      },
      finish(emit) {
        const corpus = new CitedDocuments(documents);
        for (const { id, citation, form, cells } of named) {
          const cited = corpus.find(id, citation);
          const target = cited.length === 0 ? 'outside' : cited[0] === id ? 'self' : 'corpus';
          const ids = cited.length === 0 ? null : cited.join('; ');
          emit('citations', [id, citation.kind, form, citation.key, citation.number || null, target, ids, ...cells]);
        }
      },
    };
  },
};
