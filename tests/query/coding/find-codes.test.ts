import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaggedDocument } from '../../../src/model/document.ts';
import { createFindCodes } from '../../../src/query/coding/find-codes.ts';
import { readCodingRules } from '../../../src/query/coding/read-coding-rules.ts';
import { resolveCodes } from '../../../src/query/coding/resolve-codes.ts';
import { TextView } from '../../../src/query/text-view.ts';
import { exampleDocument, paragraphOf } from '../../count/example-document.ts';

const kinds = new Set(['title', 'heading', 'paragraph', 'list'] as const);

/** What the rules find, by code. */
function found(rules: string, document: TaggedDocument): Record<string, string[]> {
  const { codes, errors } = readCodingRules(rules, 'rules.yaml');
  expect(errors).toEqual([]);
  const resolved = resolveCodes(codes, []);
  const spans = createFindCodes(resolved, [], { boundary: 'word', ignoreCase: false })(new TextView(document, kinds));
  return Object.fromEntries(
    codes.map(({ name }, i) => [name, spans[i]!.map(({ start, end }) => document.text.slice(start, end))]),
  );
}

describe('a coding rule', () => {
  const document = exampleDocument('a.txt', [
    paragraphOf('加大 财政 资金 投入', '取消 税收 优惠', '税收 改革 和 减免 优惠'),
    paragraphOf('试点 示范区 示范'),
  ]);

  test.each([
    ['资金', ['资金']],
    ['[资金, 财政资金, 财政]', ['财政资金']],
    ['{any: [试点, 示范], except: 示范区}', ['试点', '示范']],
    ['{all: [税收, 优惠]}', ['税收优惠', '税收改革和减免优惠']],
    ['{all: [税收, 优惠], not: 取消}', ['税收改革和减免优惠']],
    ['{all: [税收, 优惠], not: 取消, in: paragraph}', []],
    ['{all: [税收, 试点], in: document}', ['税收优惠。税收改革和减免优惠。\n试点']],
    ['{sequence: [加大, 资金]}', []],
    ['{sequence: [加大, 资金], gap: 1}', ['加大财政资金']],
    ['{sequence: [资金, 加大], gap: 5}', []],
    ['{near: [资金, 加大], within: 1}', ['加大财政资金']],
    ['{near: [资金, 加大], within: 1, ordered: true}', []],
    ['{near: [优惠, 减免]}', ['减免优惠']],
    ['{near: [资金, 税收], in: paragraph}', ['资金投入。取消税收']],
    ['{word: 税收|优惠}', ['税收', '优惠', '税收', '优惠']],
    ['{word: [税收, 优惠], tag: n}', ['税收', '优惠', '税收', '优惠']],
    [`'[word="税收"] []{0,3} "优惠"'`, ['税收优惠', '税收改革和减免优惠']],
    ['/税收.{2}/', ['税收优惠', '税收改革']],
  ])('%s', (rule, expected) => {
    expect(found(`码: ${rule}`, document).码).toEqual(expected);
  });

  test('refers to other codes, by name, path or category', () => {
    const rules =
      '供给:\n  资金: 资金\n  财政: 财政\n环境:\n  优惠: 优惠\n全部供给: {code: 供给}\n两者: {any: [{code: 环境/优惠}, {code: 资金}]}\n';
    expect(found(rules, document)).toMatchObject({ 全部供给: ['财政', '资金'], 两者: ['资金', '优惠', '优惠'] });
  });
});

type Shape =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'any'; readonly parts: readonly Shape[]; readonly unit: Unit }
  | { readonly kind: 'all'; readonly parts: readonly Shape[]; readonly unit: Unit }
  | {
      readonly kind: 'chain';
      readonly parts: readonly Shape[];
      readonly unit: Unit;
      readonly gap: number;
      readonly ordered: boolean;
    }
  | { readonly kind: 'not'; readonly part: Shape; readonly other: Shape; readonly unit: Unit }
  | { readonly kind: 'except'; readonly part: Shape; readonly other: Shape; readonly unit: Unit };
type Unit = 'sentence' | 'paragraph' | 'document';

const unit = fc.constantFrom<Unit>('sentence', 'paragraph', 'document');
const shape = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('甲', '乙', '丙', '丁').map((word): Shape => ({ kind: 'word', word })),
    fc.record({
      kind: fc.constantFrom<'any' | 'all'>('any', 'all'),
      parts: fc.array(tie('shape'), { minLength: 1, maxLength: 3 }),
      unit,
    }),
    fc.record({
      kind: fc.constant<'chain'>('chain'),
      parts: fc.array(tie('shape'), { minLength: 2, maxLength: 3 }),
      unit,
      gap: fc.nat({ max: 3 }),
      ordered: fc.boolean(),
    }),
    fc.record({
      kind: fc.constantFrom<'not' | 'except'>('not', 'except'),
      part: tie('shape'),
      other: tie('shape'),
      unit,
    }),
  ),
})).shape;

function written(rule: Shape): unknown {
  if (rule.kind === 'word') return rule.word;
  const options = { in: rule.unit };
  if (rule.kind === 'any') return { any: rule.parts.map(written) };
  if (rule.kind === 'all') return { all: rule.parts.map(written), ...options };
  if (rule.kind === 'not') return { any: [written(rule.part)], not: written(rule.other), ...options };
  if (rule.kind === 'except') return { any: [written(rule.part)], except: written(rule.other) };
  const parts = rule.parts.map(written);
  if (rule.ordered) return { sequence: parts, gap: String(rule.gap), ...options };
  return { near: parts, within: String(rule.gap), ...options };
}

type Pair = readonly [start: number, end: number];

/** A text of one-letter words: sentences of paragraphs, by the place of each word. */
interface Words {
  readonly words: readonly {
    readonly word: string;
    readonly start: number;
    readonly unit: Readonly<Record<Unit, number>>;
  }[];
}

/** Everything that a rule matches, by looking at all combinations. */
function matches(rule: Shape, text: Words): Pair[] {
  const { words } = text;
  const at = (place: number) => words.find(({ start }) => start === place)!.unit;
  const inUnit = (kind: Unit, [start, end]: Pair) => at(start)[kind] === at(end - 1)[kind];
  switch (rule.kind) {
    case 'word':
      return words.filter(({ word }) => word === rule.word).map(({ start }) => [start, start + 1]);
    case 'any':
      return rule.parts.flatMap((part) => matches(part, text));
    case 'except': {
      const others = matches(rule.other, text);
      return matches(rule.part, text).filter(([s, e]) => !others.some(([t, f]) => s < f && t < e));
    }
    case 'not': {
      const units = matches(rule.other, text).map(([s]) => at(s)[rule.unit]);
      return matches(rule.part, text).filter(([s]) => !units.includes(at(s)[rule.unit]));
    }
    case 'all': {
      const lists = rule.parts.map((part) => [...matches(part, text)].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
      const units = new Set(words.map(({ unit }) => unit[rule.unit]));
      return [...units].flatMap((number) => {
        const firsts = lists.map((list) => list.find(([s]) => at(s)[rule.unit] === number));
        if (firsts.includes(undefined)) return [];
        const found = firsts as Pair[];
        return [[Math.min(...found.map(([s]) => s)), Math.max(...found.map(([, e]) => e))] as const];
      });
    }
    case 'chain': {
      const lists = rule.parts.map((part) => matches(part, text));
      const chains: Pair[] = [];
      const choose = (chosen: readonly Pair[]) => {
        if (chosen.length < lists.length) {
          for (const next of lists[chosen.length]!) choose([...chosen, next]);
          return;
        }
        const inOrder = rule.ordered ? chosen : [...chosen].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        for (let i = 1; i < inOrder.length; i++) {
          const [[, from], [to]] = [inOrder[i - 1]!, inOrder[i]!];
          if (to < from || words.filter(({ start }) => start >= from && start < to).length > rule.gap) return;
        }
        const units = new Set(inOrder.map(([s]) => at(s)[rule.unit]));
        if (units.size > 1 || !inOrder.every((span) => inUnit(rule.unit, span))) return;
        chains.push([inOrder[0]![0], inOrder.at(-1)![1]]);
      };
      choose([]);
      return chains.filter(([s, e]) => !chains.some(([t, f]) => s <= t && f <= e && (s !== t || e !== f)));
    }
  }
}

test('rules find what all combinations together find', () => {
  const sentence = fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), { minLength: 1, maxLength: 5 });
  const text = fc.array(fc.array(sentence, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 });
  let some = 0;
  fc.assert(
    fc.property(shape, text, (rule, paragraphs) => {
      const document = exampleDocument(
        'a.txt',
        paragraphs.map((sentences) => paragraphOf(...sentences.map((s) => s.join(' ')))),
      );
      const words: { word: string; start: number; unit: Record<Unit, number> }[] = [];
      let at = 0;
      let sentenceNumber = 0;
      for (const [paragraph, sentences] of paragraphs.entries()) {
        for (const given of sentences) {
          for (const word of given)
            words.push({ word, start: at++, unit: { sentence: sentenceNumber, paragraph, document: 0 } });
          sentenceNumber++;
          at++;
        }
        at++;
      }
      const all = [...matches(rule, { words })].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
      const kept: Pair[] = [];
      for (const span of all) if (span[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(span);
      some += kept.length;
      const { codes, errors } = readCodingRules(JSON.stringify({ x: written(rule) }), 'x');
      expect(errors).toEqual([]);
      const settings = { boundary: 'any', ignoreCase: false } as const;
      const [spans] = createFindCodes(resolveCodes(codes, []), [], settings)(new TextView(document, kinds));
      expect(spans!.map(({ start, end }) => [start, end])).toEqual(kept);
    }),
    { numRuns: 600 },
  );
  expect(some).toBeGreaterThan(200);
});
