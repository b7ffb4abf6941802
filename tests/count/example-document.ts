import fc from 'fast-check';
import type { Block, BlockKind, TaggedDocument } from '../../src/model/document.ts';
import { type LabelledSpan, layerOf } from '../../src/model/layer.ts';
import type { Term } from '../../src/model/term.ts';
import { identityMap } from '../../src/text/offset-map.ts';

/** A word, with what follows it in the text. */
export type Word = readonly [form: string, gap: '' | ' ' | '，' | '[1]'];

export interface ExampleBlock {
  readonly kind: BlockKind;
  /** Sentences of words; a full stop follows each. A gap after the last word is left out. */
  readonly sentences: readonly (readonly Word[])[];
}

export interface ExampleTerm {
  readonly block: number;
  /** Start in the block, and length, both cut to fit into it. */
  readonly at: number;
  readonly length: number;
  readonly entry: number;
}

/** The part of speech of a form in the examples: 的 is uj, Policy nz, policies has none, other Latin eng, a long word n. */
export function exampleTag(form: string): string {
  if (form === 'Policy') return 'nz';
  if (form === 'policies') return '';
  if (/^[A-Za-z]/.test(form)) return 'eng';
  if (form === '的') return 'uj';
  return form.length > 1 ? 'n' : '';
}

/** A document of these blocks as all stages before would leave it. */
export function exampleDocument(
  id: string,
  blocks: readonly ExampleBlock[],
  terms: readonly ExampleTerm[] = [],
): TaggedDocument {
  let text = '';
  const made: Block[] = [];
  const removed: LabelledSpan[] = [];
  const citations: LabelledSpan[] = [];
  const sentences: LabelledSpan[] = [];
  const tokens: { start: number; end: number; type: number }[] = [];
  const types = new Map<string, number>();
  for (const { kind, sentences: given } of blocks) {
    if (text !== '') {
      removed.push({ start: text.length, end: text.length + 1, label: 0 });
      text += '\n';
    }
    const start = text.length;
    for (const words of given) {
      const sentenceStart = text.length;
      words.forEach(([form, gap], i) => {
        if (!types.has(form)) types.set(form, types.size);
        tokens.push({ start: text.length, end: text.length + form.length, type: types.get(form)! });
        text += form;
        if (i + 1 === words.length) return;
        if (gap === '[1]') citations.push({ start: text.length, end: text.length + gap.length, label: 0 });
        text += gap;
      });
      text += '。';
      sentences.push({ start: sentenceStart, end: text.length, label: 0 });
    }
    const span = { start, end: text.length, rawStart: start, rawEnd: text.length };
    made.push({ kind, level: 0, ...span, page: undefined, line: made.length + 1 });
  }
  const forms = [...types.keys()];
  const tags = [...new Set(forms.map(exampleTag))];
  const spans = terms.map(({ block, at, length, entry }) => {
    const { start, end } = made[block % made.length]!;
    const from = start + (at % (end - start));
    return { start: from, end: Math.min(from + length, end), label: entry };
  });
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end || a.label - b.label);
  const size = (span: LabelledSpan) => span.end - span.start;
  return {
    id,
    meta: {},
    format: 'text',
    encoding: 'utf-8',
    bytes: 0,
    sha256: '',
    raw: text,
    messages: [],
    text,
    map: identityMap(text.length),
    blocks: made,
    removed: layerOf(removed, ['repair/line-break']),
    citations: layerOf(citations, ['citation']),
    decisions: [],
    sentences: layerOf(sentences, ['sentence']),
    tokens: {
      start: Uint32Array.from(tokens, ({ start }) => start),
      end: Uint32Array.from(tokens, ({ end }) => end),
      type: Uint32Array.from(tokens, ({ type }) => type),
      types: forms,
      tag: Uint8Array.from(forms, (form) => tags.indexOf(exampleTag(form))),
      tags,
    },
    fineEnds: Uint32Array.from(new Set(tokens.flatMap(({ start, end }) => [start, end]))).sort(),
    terms: layerOf(sorted, []),
    nested: Uint8Array.from(sorted, (span) =>
      sorted.some((other) => other.start <= span.start && other.end >= span.end && size(other) > size(span)) ? 1 : 0,
    ),
    mentions: layerOf([], []),
  };
}

/** One paragraph of words given as strings, one string a sentence, words parted by a space. */
export function paragraphOf(...sentences: string[]): ExampleBlock {
  return {
    kind: 'paragraph',
    sentences: sentences.map((words) => words.split(' ').map((form) => [form, ''] as const)),
  };
}

export function termOf(term: string, category = ''): Term {
  return { term, category, variants: [], notIn: [], note: '' };
}

/** A list in which one term stands under two categories, and terms sort in another order than that of their entries. */
export const exampleTerms: readonly Term[] = [
  termOf('创新', '科技'),
  termOf('体制'),
  termOf('创新', '经济'),
  termOf('中国'),
  termOf('AI'),
];

const word: fc.Arbitrary<Word> = fc.tuple(
  fc.constantFrom('国', '创新', '体制', '的', 'AI', 'policy', 'policies', 'Policy', '𠮷'),
  fc.constantFrom('', '', '', ' ', '，', '[1]'),
);

const block: fc.Arbitrary<ExampleBlock> = fc.record({
  kind: fc.constantFrom<BlockKind>('paragraph', 'paragraph', 'heading', 'note', 'reference'),
  sentences: fc.array(fc.array(word, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 4 }),
});

const term: fc.Arbitrary<ExampleTerm> = fc.record({
  block: fc.nat({ max: 5 }),
  at: fc.nat({ max: 40 }),
  length: fc.integer({ min: 1, max: 5 }),
  entry: fc.nat({ max: exampleTerms.length - 1 }),
});

const blocksOfOne = fc.tuple(fc.array(block, { maxLength: 4 }), fc.array(term, { maxLength: 15 }));

/** Small corpora, with empty documents, several kinds of block, nested and overlapping terms. */
export const exampleCorpus: fc.Arbitrary<TaggedDocument[]> = fc
  .array(blocksOfOne, { maxLength: 5 })
  .map((documents) =>
    documents.map(([blocks, terms], i) => exampleDocument(`${i}.txt`, blocks, blocks.length === 0 ? [] : terms)),
  );
