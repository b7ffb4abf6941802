import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultCountKinds } from '../../src/count/counted-blocks.ts';
import { documentCounts } from '../../src/count/document-counts.ts';
import { termsByDocumentSchema, termsSchema } from '../../src/count/tables.ts';
import { createTermFrequency, termRows, termsByDocumentRows } from '../../src/count/term-frequency.ts';
import { dispersion } from '../../src/measure/dispersion.ts';
import type { TaggedDocument } from '../../src/model/document.ts';
import { checkAggregate } from './aggregate-laws.ts';
import { exampleCorpus, exampleDocument, exampleTerms, paragraphOf, termOf } from './example-document.ts';

const settings = { countKinds: defaultCountKinds };
const counter = createTermFrequency(exampleTerms, settings);
const rowsOf = (corpus: readonly TaggedDocument[]) => {
  const total = counter.empty();
  for (const document of corpus) counter.add(total, document);
  return [...termRows(total, exampleTerms)];
};

/** Occurrences in counted blocks, and counted words, of one document. */
function countedOf({ blocks, terms, nested, tokens }: TaggedDocument) {
  const inCounted = (start: number) =>
    blocks.some((one) => one.start <= start && start < one.end && settings.countKinds.includes(one.kind));
  const occurrences = [...terms.start].map((start, i) => ({ start, entry: terms.label[i]!, nested: nested[i] === 1 }));
  return {
    occurrences: occurrences.filter(({ start }) => inCounted(start)),
    forms: [...tokens.start].flatMap((start, i) => (inCounted(start) ? [tokens.types[tokens.type[i]!]!] : [])),
  };
}

test('举国体制 inside 新型举国体制 counts for both, and is independent only outside', () => {
  const terms = [termOf('举国体制', '制度'), termOf('新型举国体制', '制度'), termOf('自立自强')];
  const document = exampleDocument(
    'a',
    [paragraphOf('新型 举国体制 是 举国体制')],
    [
      { block: 0, at: 0, length: 6, entry: 1 },
      { block: 0, at: 2, length: 4, entry: 0 },
      { block: 0, at: 7, length: 4, entry: 0 },
    ],
  );
  const aggregate = createTermFrequency(terms, settings);
  const total = aggregate.empty();
  aggregate.add(total, document);
  aggregate.add(total, exampleDocument('b', [paragraphOf('创新')]));
  const rows = [...termRows(total, terms)];
  // Parts of 4 words and 1: all in the greater one is DP 0.2, of at most 0.8.
  // Only in the part of 4/5 of the words: D and D2 are 0, S the share, KLD log2(5/4).
  const one = [0, 0, 0.8, 0.3219280949];
  expect(rows).toEqual([
    ['举国体制', '制度', 2, 1, 1, 400000, 0.25, ...one],
    ['新型举国体制', '制度', 1, 1, 1, 200000, 0.25, ...one],
    ['自立自强', '', 0, 0, 0, 0, null, null, null, null, null],
  ]);
  const byDocument = [...termsByDocumentRows(document, terms, aggregate)];
  expect(byDocument).toEqual([
    ['a', '举国体制', '制度', 2, 1, 500000],
    ['a', '新型举国体制', '制度', 1, 1, 250000],
  ]);
  expect(rows[0]).toHaveLength(termsSchema.columns.length);
  expect(byDocument[0]).toHaveLength(termsByDocumentSchema.columns.length);
});

test('any corpus: as counted by the definitions, every entry in its order', () => {
  fc.assert(
    fc.property(exampleCorpus, (corpus) => {
      const counted = corpus.map(countedOf);
      const sizes = counted.map(({ forms }) => forms.length);
      const tokens = sizes.reduce((sum, size) => sum + size, 0);
      const rows = rowsOf(corpus);
      expect(rows).toHaveLength(exampleTerms.length);
      exampleTerms.forEach(({ term, category }, entry) => {
        const row = rows.find((cells) => cells[0] === term && cells[1] === category)!;
        const counts = counted.map(({ occurrences }) => occurrences.filter((one) => one.entry === entry).length);
        const frequency = counts.reduce((sum, count) => sum + count, 0);
        const outer = counted
          .flatMap(({ occurrences }) => occurrences)
          .filter((one) => one.entry === entry && !one.nested);
        expect(row.slice(2, 5)).toEqual([frequency, outer.length, counts.filter((count) => count > 0).length]);
        if (tokens === 0) expect(row[5]).toBeNull();
        else expect(Math.abs(Number(row[5]) - (frequency * 1e6) / tokens)).toBeLessThanOrEqual(1e-9 * Number(row[5]));
        const dpNorm = dispersion({ counts, sizes }).dp_norm;
        if (Number.isNaN(dpNorm)) expect(row[6]).toBeNull();
        else expect(row[6]).toBeCloseTo(dpNorm, 8);
      });
      const keys = rows.map(
        ([term, category, frequency]) => [-Number(frequency), String(term), String(category)] as const,
      );
      const sorted = [...keys].sort((a, b) => a[0] - b[0] || (a[1] + a[2] < b[1] + b[2] ? -1 : 1));
      expect(keys).toEqual(sorted);
    }),
  );
});

test('terms_by_document adds up to terms, documents.csv to both', () => {
  fc.assert(
    fc.property(exampleCorpus, (corpus) => {
      const byDocument = corpus.flatMap((document) => [...termsByDocumentRows(document, exampleTerms, counter)]);
      for (const [term, category, frequency, independent, documents] of rowsOf(corpus)) {
        const rows = byDocument.filter((row) => row[1] === term && row[2] === category);
        const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0);
        expect([sum(3), sum(4), rows.length]).toEqual([frequency, independent, documents]);
      }
      for (const document of corpus) {
        const { occurrences, forms } = countedOf(document);
        expect(documentCounts(document, settings.countKinds)).toEqual({
          tokens: forms.length,
          types: new Set(forms).size,
          termOccurrences: occurrences.length,
        });
      }
    }),
  );
});

test('merged parts are the whole', () => {
  checkAggregate(counter, (total) => termRows(total, exampleTerms));
});
