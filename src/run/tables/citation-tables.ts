import { citationsSchema } from '../../compare/citation-table.ts';
import { type Citation, type CitedDocument, CitedDocuments, citationsOf } from '../../compare/citations.ts';
import type { Cell } from '../../model/table.ts';
import { MatchPlaces } from '../query/match-place.ts';
import { namesOf } from './document-names.ts';
import { KeptByDocument } from './kept-by-document.ts';
import type { FamilyKind } from './table-family.ts';

/** What a document is called, and what it names. */
interface CitingDocument {
  readonly names: CitedDocument;
  readonly citations: readonly {
    readonly citation: Omit<Citation, 'span'>;
    readonly form: string;
    readonly cells: readonly Cell[];
  }[];
}

/** citations. */
export const citationTables: FamilyKind = {
  schemas: { citations: citationsSchema },
  create({ settings, store }) {
    const held = new KeptByDocument(store);
    const each = function* () {
      for (let document = 0; document < held.documents; document++) {
        yield JSON.parse(Buffer.from(held.read(document)).toString()) as CitingDocument;
      }
    };
    const names = function* () {
      for (const citing of each()) yield citing.names;
    };
    const context = { context: settings.context, contextUnit: 'characters' } as const;
    return {
      name: 'citations',
      messages: [],
      held: [held],
      add(document) {
        const places = new MatchPlaces(document, context);
        const citations = citationsOf(document).map(({ span, ...citation }) => ({ citation, ...places.of(span) }));
        const citing: CitingDocument = { names: namesOf(document), citations };
        held.add(new Uint8Array(Buffer.from(JSON.stringify(citing))));
      },
      finish(emit) {
        const corpus = new CitedDocuments(names());
        for (const { names, citations } of each()) {
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
