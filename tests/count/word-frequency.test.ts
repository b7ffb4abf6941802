import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultCountKinds } from '../../src/count/counted-blocks.ts';
import { wordsSchema } from '../../src/count/tables.ts';
import { createWordFrequency, wordRows, wordsByDocumentRows } from '../../src/count/word-frequency.ts';
import type { TaggedDocument } from '../../src/model/document.ts';
import { checkDocument } from '../check-document.ts';
import { checkAggregate } from './aggregate-laws.ts';
import { exampleCorpus, exampleDocument, exampleTag, paragraphOf } from './example-document.ts';

const countKinds = defaultCountKinds;
const totalOf = (settings: Parameters<typeof createWordFrequency>[0], corpus: readonly TaggedDocument[]) => {
  const words = createWordFrequency(settings);
  const total = words.empty();
  for (const document of corpus) words.add(total, document);
  return total;
};

/** Counted words of each document, as forms. */
function formsOf(corpus: readonly TaggedDocument[]): string[][] {
  return corpus.map(({ text, blocks, tokens }) => {
    const forms: string[] = [];
    tokens.start.forEach((start, i) => {
      const block = blocks.find((one) => one.start <= start && start < one.end)!;
      if (countKinds.includes(block.kind)) forms.push(text.slice(start, tokens.end[i]));
    });
    return forms;
  });
}

/** Rows by the definitions of the columns. */
function oracle(documents: readonly string[][], list: (form: string) => string | undefined = (form) => form) {
  const sizes = documents.map((words) => words.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const parts = sizes.filter((size) => size > 0);
  const listed = documents.map((words) => words.map(list));
  const forms = new Set(listed.flat().filter((form) => form !== undefined));
  return [...forms].map((form) => {
    const counts = listed.map((words) => words.filter((other) => other === form).length);
    const frequency = counts.reduce((sum, count) => sum + count, 0);
    const dp = counts.reduce((sum, v, i) => sum + Math.abs(v / frequency - sizes[i]! / total), 0) / 2;
    return {
      form,
      frequency,
      documents: counts.filter((count) => count > 0).length,
      perMillion: (frequency / total) * 1e6,
      dpNorm: parts.length < 2 ? null : dp / (1 - Math.min(...parts) / total),
    };
  });
}

function expectRows(rows: readonly (readonly unknown[])[], expected: ReturnType<typeof oracle>) {
  expect(rows.map(([form]) => form)).toEqual(
    expected.sort((a, b) => b.frequency - a.frequency || (a.form < b.form ? -1 : 1)).map(({ form }) => form),
  );
  expected.forEach((wanted, i) => {
    const [, , frequency, documents, perMillion, dpNorm] = rows[i] as [string, string, number, number, number, number];
    expect([frequency, documents]).toEqual([wanted.frequency, wanted.documents]);
    expect(perMillion / wanted.perMillion).toBeCloseTo(1, 8);
    if (wanted.dpNorm === null) expect(dpNorm).toBeNull();
    else expect(dpNorm).toBeCloseTo(wanted.dpNorm, 8);
  });
}

test('the example documents keep the laws of documents', () => {
  fc.assert(
    fc.property(exampleCorpus, (corpus) => {
      for (const document of corpus) checkDocument(document);
    }),
  );
});

test('two documents, by hand: per million of 8 words, DPnorm over parts of 5 and 3, stop words marked', () => {
  const corpus = [
    exampleDocument('a', [paragraphOf('改革 的 方向', '改革 创新')]),
    exampleDocument('b', [paragraphOf('创新 的 方向'), { kind: 'note', sentences: [[['改革', '']]] }]),
  ];
  const rows = [...wordRows(totalOf({ countKinds }, corpus), 1, new Set(['的']))];
  // Rates 1/5 and 1/3: D = 1 − (1/15)/(4/15), D2 the entropy of 3/8 and 5/8, S = (√(5/8) + √(3/8))²/2, KLD of ½, ½ from 5/8, 3/8.
  const even = [0.75, 0.9544340029, 0.9841229183, 0.0465547022];
  expect(rows).toEqual([
    ['创新', 'n', 2, 2, 250000, 0.2, ...even, 0],
    ['改革', 'n', 2, 1, 250000, 0.6, 0, 0, 0.625, 0.6780719051, 0],
    ['方向', 'n', 2, 2, 250000, 0.2, ...even, 0],
    ['的', 'uj', 2, 2, 250000, 0.2, ...even, 1],
  ]);
  expect(rows[0]).toHaveLength(wordsSchema.columns.length);
});

test('any corpus: as counted by the definitions', () => {
  fc.assert(
    fc.property(exampleCorpus, (corpus) => {
      expectRows([...wordRows(totalOf({ countKinds }, corpus))], oracle(formsOf(corpus)));
    }),
  );
});

test('words that are left out still count as words: rates and dispersions of the others stay', () => {
  const settings = { countKinds, stopWords: new Set(['的', '国']), tags: ['n', 'u'], minLength: 2 };
  const list = (form: string) => (['n', 'uj'].includes(exampleTag(form)) && form === '创新' ? form : undefined);
  fc.assert(
    fc.property(exampleCorpus, (corpus) => {
      const found = [...wordRows(totalOf(settings, corpus))].filter(([form]) => form === '创新');
      expectRows(found, oracle(formsOf(corpus), list));
      const forms = new Set([...wordRows(totalOf(settings, corpus))].map(([form]) => form));
      for (const left of ['的', '国', 'AI', '𠮷']) expect(forms).not.toContain(left);
    }),
  );
});

test('Latin words by stem: policy, Policy and policies are one, also within one document', () => {
  const list = (form: string) => (/^polic/i.test(form) ? 'polici' : form);
  fc.assert(
    fc.property(exampleCorpus, (corpus) => {
      const rows = [...wordRows(totalOf({ countKinds, stemLatin: true }, corpus))];
      expectRows(rows, oracle(formsOf(corpus), list));
      // Their tag does not depend on which of them came first: the first by code unit, none last.
      const stem = rows.find(([form]) => form === 'polici');
      const tags = formsOf(corpus)
        .flat()
        .filter((form) => /^polic/i.test(form))
        .map(exampleTag);
      expect(stem?.[1]).toBe(tags.length === 0 ? undefined : (tags.filter((tag) => tag !== '').sort()[0] ?? ''));
    }),
  );
});

test('words of one document are those of a corpus of it; rare words can be left out', () => {
  const words = createWordFrequency({ countKinds });
  fc.assert(
    fc.property(exampleCorpus, (corpus) => {
      for (const document of corpus) {
        const rows = [...wordRows(totalOf({ countKinds }, [document]))];
        expect([...wordsByDocumentRows(document, words)]).toEqual(rows.map(([form, , f]) => [document.id, form, f]));
      }
      const all = [...wordRows(totalOf({ countKinds }, corpus))];
      expect([...wordRows(totalOf({ countKinds }, corpus), 3)]).toEqual(all.filter(([, , f]) => Number(f) >= 3));
    }),
  );
});

test('merged parts are the whole', () => {
  checkAggregate(createWordFrequency({ countKinds }), wordRows);
  checkAggregate(createWordFrequency({ countKinds, stemLatin: true, stopWords: new Set(['的']) }), wordRows);
});

describe('against another program', () => {
  // By require: it has no types for this path, and its counts by document stand in the `documents` that it keeps.
  const TfIdf = createRequire(import.meta.url)('natural/lib/natural/tfidf/tfidf.js') as new () => {
    documents: Record<string, number>[];
    addDocument(words: string[]): void;
  };

  test("natural's TfIdf counts the same words in the same documents", () => {
    fc.assert(
      fc.property(exampleCorpus, (corpus) => {
        const other = new TfIdf();
        // It leaves out English stop words and lower-cases nothing in arrays; the examples have none of its stop words.
        for (const words of formsOf(corpus)) other.addDocument(words);
        for (const [form, , frequency, documents] of wordRows(totalOf({ countKinds }, corpus))) {
          const counts = other.documents.map((document) => document[String(form)] ?? 0);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(frequency);
          expect(counts.filter((count) => count > 0)).toHaveLength(Number(documents));
        }
      }),
    );
  });
});
