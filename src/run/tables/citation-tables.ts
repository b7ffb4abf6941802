import { citationsSchema } from '../../compare/citation-table.ts';
import { type Citation, type CitedDocument, CitedDocuments, citationsOf } from '../../compare/citations.ts';
import type { Cell } from '../../model/table.ts';
import { MatchPlaces } from '../query/match-place.ts';
import { namesOf } from './document-names.ts';
import { heldByDocument } from './held-total.ts';
import type { FamilyKind } from './table-family.ts';

/** What a document is called, and what it names. */
interface CitingDocument {
  readonly names: CitedDocument;
  readonly citations: readonly {
    readonly citation: Citation;
    readonly form: string;
    readonly cells: readonly Cell[];
  }[];
}

/** citations. */
export const citationTables: FamilyKind = {
  schemas: { citations: citationsSchema },
  create({ settings }) {
    const held = heldByDocument<CitingDocument>();
    const context = { context: settings.context, contextUnit: 'characters' } as const;
    return {
      name: 'citations',
      messages: [],
      held: [held],
      add(document) {
        const places = new MatchPlaces(document, context);
        const citations = citationsOf(document).map((citation) => {
          const { form, cells } = places.of(citation.span);
          return { citation, form, cells };
        });
        held.value.push({ names: namesOf(document), citations });
      },
      finish(emit) {
        const corpus = new CitedDocuments(held.value.map(({ names }) => names));
        for (const { names, citations } of held.value) {
          const { id } = names;
          for (const { citation, form, cells } of citations) {
            const cited = corpus.find(id, citation);
            const target = cited.length === 0 ? 'outside' : cited[0] === id ? 'self' : 'corpus';
            const ids = cited.length === 0 ? null : cited.join('; ');
            emit('citations', [id, citation.kind, form, citation.key, citation.number || null, target, ids, ...cells]);
          }
        }
      },
    };
  },
};
