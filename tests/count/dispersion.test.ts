import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dispersionRows } from '../../src/count/dispersion-rows.ts';
import { dispersionSchema } from '../../src/count/dispersion-table.ts';
import { createTermPlaces, createWordPlaces, type WordPlaces } from '../../src/count/item-places.ts';
import { divide } from '../../src/count/parts.ts';
import { createWordFrequency, wordRows } from '../../src/count/word-frequency.ts';
import { dispersion } from '../../src/measure/dispersion.ts';
import type { TaggedDocument } from '../../src/model/document.ts';
import { checkAggregate } from './aggregate-laws.ts';
import { exampleCorpus } from './example-document.ts';

const countKinds = ['title', 'heading', 'paragraph', 'list', 'table', 'caption'] as const;
const settings = { countKinds: [...countKinds] };
const words = createWordPlaces(settings);
const terms = createTermPlaces(settings);

function wordTotal(corpus: readonly TaggedDocument[]): WordPlaces {
  const total = words.empty();
  for (const document of corpus) words.add(total, document);
  return total;
}

const sizesOf = ({ places }: Pick<WordPlaces, 'places'>) => places.sizes.values.subarray(0, places.sizes.length);
const items = ({ vocabulary, places }: WordPlaces) =>
  ({ unit: 'word', forms: vocabulary.forms, labels: vocabulary.tags, places }) as const;
const named = (rows: Iterable<readonly unknown[]>) =>
  [...rows].map((row) => {
    expect(row).toHaveLength(dispersionSchema.columns.length);
    return Object.fromEntries(dispersionSchema.columns.map(({ name }, i) => [name, row[i]]));
  });

describe('dispersion.csv', () => {
  test('is the same however the corpus is counted', () => {
    checkAggregate(words, (total) =>
      dispersionRows(items(total), divide(sizesOf(total), { kind: 'chunks', chunks: 3 }), 1),
    );
    checkAggregate(terms, (places) => [
      places.sizes.values.slice(0, places.sizes.length),
      places.item.values.slice(0, places.item.length),
      places.position.values.slice(0, places.position.length),
    ]);
  });

  test('over documents has the frequencies, ranges and measures of words.csv', () => {
    fc.assert(
      fc.property(exampleCorpus, (corpus) => {
        const total = wordTotal(corpus);
        const rows = named(dispersionRows(items(total), divide(sizesOf(total), { kind: 'documents' }), 1));
        const counter = createWordFrequency(settings);
        const counted = counter.empty();
        for (const document of corpus) counter.add(counted, document);
        const expected = [...wordRows(counted)];
        expect(rows.map(({ item, frequency, range }) => [item, frequency, range])).toEqual(
          expected.map(([word, , frequency, documents]) => [word, frequency, documents]),
        );
        for (const [i, row] of rows.entries()) {
          const [dpNorm, d, d2, s, kld] = expected[i]!.slice(5, 10);
          for (const [one, other] of [
            [row.dp_norm, dpNorm],
            [row.juilland_d, d],
            [row.carroll_d2, d2],
            [row.rosengren_s, s],
            [row.kld, kld],
          ]) {
            if (other === null) expect(one).toBeNull();
            else expect(one).toBeCloseTo(other as number, 8);
          }
        }
      }),
    );
  });

  test('over chunks counts each occurrence in the chunk of its word', () => {
    fc.assert(
      fc.property(exampleCorpus, fc.integer({ min: 2, max: 7 }), (corpus, chunks) => {
        const total = wordTotal(corpus);
        const parts = divide(sizesOf(total), { kind: 'chunks', chunks });
        // All words of the corpus in a row, by the tables' own numbers.
        const { sizes, starts, item, position } = total.places;
        const text: number[] = [];
        for (let document = 0, begin = 0; document < sizes.length; begin += sizes.values[document++]!) {
          const end = document + 1 < starts.length ? starts.values[document + 1]! : item.length;
          for (let i = starts.values[document]!; i < end; i++) text[begin + position.values[i]!] = item.values[i]!;
        }
        const length = text.length;
        for (const row of named(dispersionRows(items(total), parts, 1))) {
          const id = total.vocabulary.ids.get(row.item as string)!;
          const counts = new Array<number>(chunks).fill(0);
          const own = new Array<number>(chunks).fill(0);
          const positions: number[] = [];
          text.forEach((other, place) => {
            const chunk = Math.floor((place * chunks) / length);
            own[chunk]!++;
            if (other !== id) return;
            counts[chunk]!++;
            positions.push(place);
          });
          const expected = dispersion({ counts, sizes: own, positions, length });
          expect(row.range).toBe(expected.range);
          for (const name of ['dp', 'd_a', 'arf', 'ald', 'lyne_d3'] as const) {
            if (Number.isNaN(expected[name])) expect(row[name]).toBeNull();
            else expect(row[name]).toBeCloseTo(expected[name], 7);
          }
        }
      }),
    );
  });

  test('over groups leaves out documents of none, also from the distances', () => {
    fc.assert(
      fc.property(exampleCorpus, (corpus) => {
        const total = wordTotal(corpus);
        const of = corpus.map((_, i) => (i % 3) - 1);
        const parts = divide(sizesOf(total), { kind: 'groups', of, groups: 2 });
        const rows = [...dispersionRows(items(total), parts, 1)];
        const kept = wordTotal(corpus.filter((_, i) => of[i]! >= 0));
        const again = divide(sizesOf(kept), { kind: 'groups', of: of.filter((group) => group >= 0), groups: 2 });
        expect(rows).toEqual([...dispersionRows(items(kept), again, 1)]);
      }),
    );
  });
});

test('chunks differ by one word at most, and are all the words', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1 }), fc.integer({ min: 2, max: 20 }), (sizes, chunks) => {
      const { sizes: own, length } = divide(sizes, { kind: 'chunks', chunks });
      expect(own.reduce((sum, size) => sum + size, 0)).toBe(length);
      expect(Math.max(...own) - Math.min(...own)).toBeLessThanOrEqual(1);
    }),
  );
});
