import { comparedText } from '../../compare/reuse/compared-text.ts';
import { type ComparedDocument, findReuse, type ReusedPassage } from '../../compare/reuse/find-reuse.ts';
import { isFormula } from '../../compare/reuse/is-formula.ts';
import { isHistory } from '../../compare/reuse/is-history.ts';
import { reuseSchema } from '../../compare/reuse/reuse-table.ts';
import { titleKey } from '../../compare/title-key.ts';
import { significant } from '../../measure/significant.ts';
import type { DescribedDocument } from '../../model/document.ts';
import type { Cell } from '../../model/table.ts';
import { DocumentIndex } from '../result/document-index.ts';
import { Places, rawSpan } from '../result/places.ts';
import { titlesOf } from './document-names.ts';
import { heldByDocument } from './held-total.ts';
import type { FamilyKind } from './table-family.ts';

/** What stays of a document until the end of the run: its texts, but neither words nor layers. */
interface KeptDocument extends Pick<DescribedDocument, 'id' | 'text' | 'raw' | 'map' | 'blocks' | 'layout'> {
  readonly compared: ComparedDocument;
}

const noSentences = { start: new Uint32Array(0), end: new Uint32Array(0), label: new Uint32Array(0), labels: [] };

/** reuse. */
export const reuseTables: FamilyKind = {
  schemas: { reuse: reuseSchema },
  create({ settings }) {
    const kinds = new Set(settings.count_kinds);
    const held = heldByDocument<KeptDocument>();
    return {
      name: 'reuse',
      messages: [],
      held: [held],
      add(document) {
        const { id, text, raw, map, blocks, layout, citations } = document;
        const counted = blocks.filter(({ kind }) => kind !== 'furniture' && kinds.has(kind));
        const kept = { id, text, raw, map, blocks, ...(layout === undefined ? {} : { layout }) };
        const titles = titlesOf(document).map(titleKey);
        held.value.push({ ...kept, compared: { ...comparedText(text, counted, citations), titles } });
      },
      finish(emit) {
        const {
          min_length: minLength,
          min_identity: minIdentity,
          shingle,
          max_gap: maxGap,
          boilerplate,
        } = settings.reuse;
        const documents = held.value;
        const texts = documents.map(({ compared }) => compared);
        const placed = new Map<number, PlacedDocument>();
        const placedOf = (index: number): PlacedDocument => {
          let one = placed.get(index);
          if (one === undefined) {
            one = new PlacedDocument(documents[index]!);
            placed.set(index, one);
          }
          return one;
        };
        for (const passage of findReuse(texts, { minLength, minIdentity, shingle, maxGap, boilerplate })) {
          const a = placedOf(passage.a);
          const b = placedOf(passage.b);
          const sideA = a.side(passage.startA, passage.endA);
          const sideB = b.side(passage.startB, passage.endB);
          emit('reuse', [
            ...sideA.cells,
            ...sideB.cells,
            passage.same,
            passage.endA - passage.startA,
            passage.endB - passage.startB,
            significant(passage.identity),
            passage.documents,
            labelOf(passage, sideA.text, sideB.text),
            passage.cluster,
            sideA.text,
            sideB.text,
          ]);
        }
      },
    };
  },
};

function labelOf({ isBoilerplate, isVersion }: ReusedPassage, textA: string, textB: string): string {
  if (isBoilerplate || (isHistory(textA) && isHistory(textB))) return 'boilerplate';
  if (isVersion) return 'version';
  // Two versions of a law may well be compared clause by clause; of others a formula says nothing.
  return isFormula(textA) && isFormula(textB) ? 'boilerplate' : 'shared';
}

/** Says where passages of one document stand. */
class PlacedDocument {
  readonly document: KeptDocument;
  readonly #places: Places;
  readonly #index: DocumentIndex;

  constructor(document: KeptDocument) {
    this.document = document;
    this.#places = new Places(document);
    this.#index = new DocumentIndex({ blocks: document.blocks, sentences: noSentences });
  }

  /** The cells of one side of a passage, and its text. */
  side(from: number, to: number): { readonly cells: readonly Cell[]; readonly text: string } {
    const { id, text, compared } = this.document;
    const start = compared.offsets[from]!;
    const end = compared.offsets[to - 1]! + 1;
    const raw = rawSpan(this.document, start, end);
    const places = this.#places;
    const cells = [
      id,
      this.#index.block(start),
      places.text.toCodePoints(start),
      places.text.toCodePoints(end),
      places.raw.toCodePoints(raw.start),
      places.raw.toCodePoints(raw.end),
      places.page(raw.start),
      places.line(raw.start),
    ];
    return { cells, text: text.slice(start, end) };
  }
}
