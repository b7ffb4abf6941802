import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaggedDocument } from '../../src/model/document.ts';
import { createFinder } from '../../src/query/pattern.ts';
import { TextView } from '../../src/query/text-view.ts';
import type { Strategy } from '../../src/query/token/query-syntax.ts';
import { type ExampleBlock, exampleDocument, exampleTerms, paragraphOf, type Word } from '../count/example-document.ts';

const kinds = new Set(['title', 'heading', 'paragraph', 'list'] as const);
const settings = { boundary: 'word', ignoreCase: false, strategy: 'standard', terms: exampleTerms } as const;

/** Slices that a pattern finds. */
function found(pattern: string, document: TaggedDocument, strategy: Strategy = 'standard'): string[] {
  const { find } = createFinder(pattern, { ...settings, strategy });
  return find(new TextView(document, new Set(kinds))).map(({ start, end }) => document.text.slice(start, end));
}

const paragraph = (...sentences: string[]) => exampleDocument('a.txt', [paragraphOf(...sentences)]);
const marked = (...words: Word[]): ExampleBlock => ({ kind: 'paragraph', sentences: [words] });

describe('a token query', () => {
  const text = paragraph('深化 科技 体制 改革', '全面 深化 改革', '深化 认识');

  test.each([
    ['[word="深化"]', ['深化', '深化', '深化']],
    ['"深化"', ['深化', '深化', '深化']],
    ['“深化” "改革"', ['深化改革']],
    ['[word="深化"] []{0,3} [word="改革"]', ['深化科技体制改革', '深化改革']],
    ['[word="深化"] []{2} [word="改革"]', ['深化科技体制改革']],
    ['[word="深化"] [word!="改革"]', ['深化科技', '深化认识']],
    ['[word="深.*"] ("改革" | [word="认."])', ['深化改革', '深化认识']],
    ['[word="深"]', []],
    ['[word="改革"] </s>', ['改革']],
    ['[word="改革"] [word="。"] </s>', ['改革。', '改革。']],
    ['<s> []', ['深化', '全面', '深化']],
    ['<p> []', ['深化']],
    ['[tag="w"]', ['。', '。', '。']],
    ['[!(word="深化" | tag="w") & word!="科.*"]', ['体制', '改革', '全面', '改革', '认识']],
  ])('%s', (query, expected) => {
    const sentenceEnd = query.endsWith('"改革"] </s>') ? [] : expected;
    expect(found(query, text)).toEqual(sentenceEnd);
  });

  test('stays in one sentence unless it says otherwise, and never leaves the text of a document', () => {
    expect(found('"改革" "。" "全面"', text)).toEqual([]);
    expect(found('"改革" "。" "全面" within p', text)).toEqual(['改革。全面']);
    const two = exampleDocument('a.txt', [paragraphOf('改革'), paragraphOf('开放')]);
    expect(found('"改革" "。" "开放" within p', two)).toEqual([]);
    expect(found('"改革" "。" "开放" within text', two)).toEqual(['改革。\n开放']);
    expect(found('"深化" []* "改革" within 3', text)).toEqual(['深化改革']);
  });

  test('sees marks as tokens, and passes over citation marks', () => {
    const listed = exampleDocument('a.txt', [marked(['科技', '，'], ['创新', '[1]'], ['体制', ''])]);
    expect(found('"科技" "创新"', listed)).toEqual([]);
    expect(found('"科技" [tag="w"] "创新" "体制"', listed)).toEqual(['科技，创新[1]体制']);
  });

  test('has a value with flags as CQP has them', () => {
    const latin = paragraph('AI policy');
    expect(found('"ai"', latin)).toEqual([]);
    expect(found('"ai"%c', latin)).toEqual(['AI']);
    expect(found('"A."', latin)).toEqual(['AI']);
    expect(found('"A."%l', latin)).toEqual([]);
  });
});

describe('of overlapping matches', () => {
  // The example of the CQP manual: DET? ADJ* NN (PREP DET? ADJ* NN)* on "the old book on the table in the room".
  const book = paragraph('the old book on the table in the room');
  const query = '"the"? "old"* "book|table|room" ("on|in" "the"? "old"* "book|table|room")*';
  test.each([
    ['shortest', ['book', 'table', 'room']],
    ['standard', ['theoldbook', 'thetable', 'theroom']],
    ['longest', ['theoldbookonthetableintheroom']],
    ['traditional', ['theoldbook', 'oldbook', 'book', 'thetable', 'table', 'theroom', 'room']],
  ] as const)('the strategy %s has those of CQP', (strategy, expected) => {
    expect(found(query, book, strategy)).toEqual(expected);
    expect(found(`(?${strategy}) ${query}`, book)).toEqual(expected);
  });
});

describe('a term', () => {
  const document = exampleDocument(
    'a.txt',
    [paragraphOf('推进 科技 创新 和 体制 创新')],
    [
      { block: 0, at: 2, length: 4, entry: 0 },
      { block: 0, at: 4, length: 2, entry: 2 },
      { block: 0, at: 7, length: 2, entry: 1 },
    ],
  );

  test('of several tokens is one match', () => {
    expect(found('[term="创新"]', document)).toEqual(['科技创新']);
    expect(found('[term="创新" & category="经济" | term="体.*"]', document)).toEqual(['创新', '体制']);
    expect(found('[term="创新"]', document, 'traditional')).toEqual(['科技创新', '创新']);
    expect(found('"推进" [term="创.*" & category="科.*"] "和"', document)).toEqual(['推进科技创新和']);
    expect(found('[category="经济"]', document)).toEqual(['创新']);
    expect(found('[term="体制"]', document)).toEqual(['体制']);
  });

  test('that must not be there leaves tokens', () => {
    expect(found('[term!=".*" & tag="n"]', document)).toEqual(['推进', '科技', '创新']);
  });
});

type Shape =
  | { readonly kind: 'token'; readonly test: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Shape[] }
  | { readonly kind: 'choice'; readonly parts: readonly Shape[] }
  | { readonly kind: 'repeat'; readonly part: Shape; readonly least: number; readonly most: number | undefined };

const shape = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('token' as const), test: fc.constantFrom('a', 'b', 'c', 'ab', 'abc') }),
    fc.record({
      kind: fc.constantFrom<'sequence' | 'choice'>('sequence', 'choice'),
      parts: fc.array(tie('shape'), { minLength: 1, maxLength: 3 }),
    }),
    fc
      .tuple(tie('shape'), fc.nat({ max: 2 }), fc.option(fc.nat({ max: 2 }), { nil: undefined }))
      .map(([part, least, more]) => ({
        kind: 'repeat' as const,
        part,
        least,
        most: more === undefined ? undefined : Math.max(1, least + more),
      })),
  ),
})).shape;

function written(pattern: Shape): string {
  if (pattern.kind === 'token') return `[word="[${pattern.test}]"]`;
  if (pattern.kind === 'repeat') return `(${written(pattern.part)}){${pattern.least},${pattern.most ?? ''}}`;
  return `(${pattern.parts.map(written).join(pattern.kind === 'choice' ? ' | ' : ' ')})`;
}

/** All ends of matches of a pattern that begin at a place: by trying everything. */
function ends(pattern: Shape, words: readonly string[], at: number): Set<number> {
  const after = (starts: ReadonlySet<number>, part: Shape) =>
    new Set([...starts].flatMap((start) => [...ends(part, words, start)]));
  if (pattern.kind === 'token') return new Set(at < words.length && pattern.test.includes(words[at]!) ? [at + 1] : []);
  if (pattern.kind === 'choice') return new Set(pattern.parts.flatMap((part) => [...ends(part, words, at)]));
  if (pattern.kind === 'sequence') return pattern.parts.reduce<Set<number>>(after, new Set([at]));
  let here = new Set([at]);
  const all = new Set(pattern.least === 0 ? [at] : []);
  for (let n = 1; n <= (pattern.most ?? words.length + pattern.least + 1); n++) {
    here = after(here, pattern.part);
    if (n >= pattern.least) for (const end of here) all.add(end);
  }
  return all;
}

test('finds what trying everything finds, by each strategy', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 8 });
  const strategy = fc.constantFrom<Strategy>('standard', 'shortest', 'longest', 'traditional');
  let matched = 0;
  fc.assert(
    fc.property(shape, words, strategy, (pattern, words, strategy) => {
      const document = exampleDocument('a.txt', [
        { kind: 'paragraph', sentences: [words.map((w) => [w, ''] as const)] },
      ]);
      const all: [number, number][] = [];
      for (let first = 0; first < words.length; first++) {
        const found = [...ends(pattern, words, first)].filter((end) => end > first);
        if (found.length > 0) all.push([first, strategy === 'longest' ? Math.max(...found) : Math.min(...found)]);
      }
      const inside = ([s, e]: [number, number], [t, f]: [number, number]) => t <= s && e <= f && (s !== t || e !== f);
      const kept = all.filter((one) => {
        if (strategy === 'traditional') return true;
        if (strategy === 'standard') return !all.some((other) => other[1] === one[1] && other[0] < one[0]);
        if (strategy === 'longest') return !all.some((other) => inside(one, other));
        return !all.some((other) => inside(other, one));
      });
      matched += kept.length;
      const view = new TextView(document, new Set(kinds));
      const spans = createFinder(written(pattern), { ...settings, strategy }, 'query').find(view);
      expect(spans).toEqual(kept.map(([start, end]) => ({ start, end })));
    }),
    { numRuns: 600 },
  );
  expect(matched).toBeGreaterThan(200);
});
