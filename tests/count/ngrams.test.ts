import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultCountKinds } from '../../src/count/counted-blocks.ts';
import { createNgrams, type NgramSettings, ngramRows } from '../../src/count/ngrams.ts';
import { ngramsSchema } from '../../src/count/tables.ts';
import type { TaggedDocument } from '../../src/model/document.ts';
import { layerOf } from '../../src/model/layer.ts';
import { checkAggregate } from './aggregate-laws.ts';
import { type ExampleBlock, exampleCorpus, exampleDocument, paragraphOf } from './example-document.ts';

const countKinds = defaultCountKinds;
const rowsOf = (corpus: readonly TaggedDocument[], settings: NgramSettings, minFrequency?: number) => {
  const ngrams = createNgrams(settings);
  const total = ngrams.empty();
  for (const document of corpus) ngrams.add(total, document);
  return [...ngramRows(total, minFrequency)];
};
const gramsOf = (block: ExampleBlock, settings: Partial<NgramSettings> = {}) =>
  rowsOf([exampleDocument('a', [block])], { countKinds, lengths: [2], ...settings }).map(([, ngram]) => ngram);

test('an n-gram never crosses a sentence end, a comma, or a stop word', () => {
  expect(gramsOf(paragraphOf('全面 深化 改革', '扩大 开放'))).toEqual(['全面 深化', '扩大 开放', '深化 改革']);
  expect(
    gramsOf({
      kind: 'paragraph',
      sentences: [
        [
          ['改革', '，'],
          ['开放', ''],
          ['创新', ''],
        ],
      ],
    }),
  ).toEqual(['开放 创新']);
  expect(gramsOf(paragraphOf('改革 的 方向 明确'), { stopWords: new Set(['的']) })).toEqual(['方向 明确']);
});

test('a sentence that ends without a mark parts words too', () => {
  const document = exampleDocument('a', [paragraphOf('深化 改革 扩大 开放')]);
  const sentences = [
    { start: 0, end: 4, label: 0 },
    { start: 4, end: 9, label: 0 },
  ];
  const rows = rowsOf([{ ...document, sentences: layerOf(sentences, ['sentence']) }], { countKinds, lengths: [2] });
  expect(rows.map(([, ngram]) => ngram)).toEqual(['扩大 开放', '深化 改革']);
});

test('a citation mark does not part words; a space does so between Han and Han only', () => {
  const between = (a: string, gap: '' | ' ' | '，' | '[1]', b: string) =>
    gramsOf({
      kind: 'paragraph',
      sentences: [
        [
          [a, gap],
          [b, ''],
        ],
      ],
    });
  expect(between('举国', '[1]', '体制')).toEqual(['举国 体制']);
  expect(between('发展', ' ', 'AI')).toEqual(['发展 AI']);
  expect(between('第一章', ' ', '总则')).toEqual([]);
});

test('lengths rise, each once; the most frequent first; rare ones can be left out', () => {
  const document = exampleDocument('a', [paragraphOf('甲 乙 丙', '甲 乙')]);
  const rows = rowsOf([document, document], { countKinds, lengths: [3, 2, 3] });
  expect(rows).toEqual([
    [2, '甲 乙', 4, 2],
    [2, '乙 丙', 2, 2],
    [3, '甲 乙 丙', 2, 2],
  ]);
  expect(rowsOf([document, document], { countKinds, lengths: [2] }, 3)).toEqual([[2, '甲 乙', 4, 2]]);
  expect(rows[0]).toHaveLength(ngramsSchema.columns.length);
});

test('any corpus: as counted by the definitions', () => {
  const lengths = [2, 3, 4];
  fc.assert(
    fc.property(exampleCorpus, (corpus) => {
      const found = new Map<string, { frequency: number; documents: Set<string> }>();
      for (const { id, text, blocks, sentences, tokens } of corpus) {
        const words = [...tokens.start].map((start, i) => ({ start, end: tokens.end[i]! }));
        const neighbours = (a: { end: number }, b: { start: number }) => {
          const gap = text.slice(a.end, b.start).replace('[1]', '');
          return gap === '' || (gap === ' ' && /[A-Za-z]/.test(text[a.end - 1]! + text[b.start]!));
        };
        sentences.start.forEach((start, s) => {
          const block = blocks.find((one) => one.start <= start && start < one.end)!;
          if (!countKinds.includes(block.kind)) return;
          const inside = words.filter((word) => word.start >= start && word.end <= sentences.end[s]!);
          for (const n of lengths) {
            for (let i = 0; i + n <= inside.length; i++) {
              const run = inside.slice(i, i + n);
              const forms = run.map((word) => text.slice(word.start, word.end));
              if (forms.includes('的') || run.some((word, k) => k > 0 && !neighbours(run[k - 1]!, word))) continue;
              const key = `${n} ${forms.join(' ')}`;
              const seen = found.get(key) ?? { frequency: 0, documents: new Set() };
              seen.frequency++;
              seen.documents.add(id);
              found.set(key, seen);
            }
          }
        });
      }
      const rows = rowsOf(corpus, { countKinds, lengths, stopWords: new Set(['的']) });
      expect(new Map(rows.map(([n, ngram, ...counts]) => [`${n} ${ngram}`, counts]))).toEqual(
        new Map([...found].map(([key, { frequency, documents }]) => [key, [frequency, documents.size]])),
      );
    }),
  );
});

test('merged parts are the whole', () => {
  checkAggregate(createNgrams({ countKinds, lengths: [2, 3] }), (total) => ngramRows(total));
});
