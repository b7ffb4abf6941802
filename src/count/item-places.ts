import type { BlockKind, SegmentedDocument, TaggedDocument } from '../model/document.ts';
import type { Aggregate } from '../model/stage.ts';
import { countedBlocks, countedTerms, countTokens, countTypes } from './counted-blocks.ts';
import { append, type GrowingColumn, growingColumn, push } from './growing-column.ts';
import type { WordSettings } from './listed-form.ts';
import { listedTypes } from './listed-types.ts';
import { adoptAll, emptyVocabulary, type Vocabulary } from './vocabulary.ts';

/** Each occurrence of each item, document by document: 8 bytes an occurrence. */
export interface Places {
  /** Counted words of each document, and where its occurrences begin. */
  readonly sizes: GrowingColumn;
  readonly starts: GrowingColumn;
  readonly item: GrowingColumn;
  /** Place among the counted words of the document, from 0; of a term that of the word in which it begins. */
  readonly position: GrowingColumn;
}

/** Words of a corpus with the places of each. Plain data, for any thread. */
export interface WordPlaces {
  readonly vocabulary: Vocabulary;
  readonly places: Places;
}

function emptyPlaces(): Places {
  return { sizes: growingColumn(), starts: growingColumn(), item: growingColumn(), position: growingColumn() };
}

function beginPlaces({ sizes, starts, item }: Places, size: number): void {
  push(sizes, size);
  push(starts, item.length);
}

function mergePlaces(places: Places, other: Places, item: (id: number) => number): void {
  const before = places.item.length;
  append(places.sizes, other.sizes, (size) => size);
  append(places.starts, other.starts, (start) => start + before);
  append(places.item, other.item, item);
  append(places.position, other.position, (position) => position);
}

/** Notes where each word stands. Use: as `createWordFrequency`. */
export function createWordPlaces(settings: WordSettings): Aggregate<SegmentedDocument, WordPlaces> {
  const kinds = new Set(settings.countKinds);
  const typeIds = listedTypes(settings, true);
  return {
    empty: () => ({ vocabulary: emptyVocabulary(), places: emptyPlaces() }),
    add({ vocabulary, places }, document) {
      const blocks = countedBlocks(document, kinds);
      const ids = typeIds(vocabulary, document.tokens, countTypes(document, blocks));
      beginPlaces(places, countTokens(blocks));
      const { type } = document.tokens;
      let position = 0;
      for (const { firstToken, endToken } of blocks) {
        for (let i = firstToken; i < endToken; i++, position++) {
          const id = ids[type[i]!]!;
          if (id < 0) continue;
          push(places.item, id);
          push(places.position, position);
        }
      }
    },
    merge(total, other) {
      const ids = adoptAll(total.vocabulary, other.vocabulary);
      mergePlaces(total.places, other.places, (id) => ids[id]!);
    },
  };
}

/** Notes where each term of the list begins; an item is the index of an entry. Use: as `createTermFrequency`. */
export function createTermPlaces(settings: {
  readonly countKinds: readonly BlockKind[];
}): Aggregate<TaggedDocument, Places> {
  const kinds = new Set(settings.countKinds);
  return {
    empty: emptyPlaces,
    add(places, document) {
      const blocks = countedBlocks(document, kinds);
      const size = countTokens(blocks);
      const { end } = document.tokens;
      beginPlaces(places, size);
      let block = 0;
      let token = blocks[0]?.firstToken ?? 0;
      let position = 0;
      for (const i of countedTerms(document, blocks)) {
        const start = document.terms.start[i]!;
        while (block < blocks.length && (token >= blocks[block]!.endToken || end[token]! <= start)) {
          if (token < blocks[block]!.endToken) {
            token++;
            position++;
          } else if (++block < blocks.length) token = blocks[block]!.firstToken;
        }
        push(places.item, document.terms.label[i]!);
        // A term of nothing but punctuation may stand after the last word.
        push(places.position, Math.max(0, Math.min(position, size - 1)));
      }
    },
    merge: (places, other) => mergePlaces(places, other, (entry) => entry),
  };
}
