import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/model/engine.ts';
import { createNodejiebaEngine } from '../../../src/run/resource/nodejieba-engine.ts';
import { createJiebaEngine } from '../../../src/segment/engine/jieba-engine.ts';
import { createLatticeEngine } from '../../../src/segment/engine/lattice-engine.ts';
import type { UserEntry } from '../../../src/segment/lexicon/user-dictionary.ts';
import { dictionary } from '../../dictionary.ts';
import { nodejieba } from '../../nodejieba.ts';
import { difference } from '../engine/difference.ts';

const wordsOf = (engine: Engine, text: string): string[] => {
  const { length, end, form } = engine.cut(text);
  const words = Array.from({ length }, (_, i) => text.slice(i === 0 ? 0 : end[i - 1], end[i]));
  expect(words.map((_, i) => engine.form(form[i]!))).toEqual(words);
  return words;
};
const entry = (form: string, frequency?: number, tag?: string): UserEntry => ({
  form,
  ...(frequency === undefined ? {} : { frequency }),
  ...(tag === undefined ? {} : { tag }),
});

describe.each([
  ['lattice', createLatticeEngine],
  ['jieba', createJiebaEngine],
] as const)('the engine %s', (_, create) => {
  it('gives the terms of a list whole that users miss', () => {
    const terms = [
      '供给侧结构性改革',
      '八荣八耻',
      '中华人民共和国国务院',
      '中国特色社会主义',
      'AI大模型',
      'C919',
      '“两山”理念',
      '习近平新时代中国特色社会主义思想',
    ];
    const engine = create(dictionary, terms);
    for (const term of terms) {
      for (const [before, after] of [
        ['', ''],
        ['坚持', '的发展'],
        ['，', '。'],
        ['深入学习贯彻', '和'],
        ['2023年', '（试行）'],
      ]) {
        expect(wordsOf(engine, `${before}${term}${after}`)).toContain(term);
      }
    }
  });

  it("gives the words of a user's dictionary whole, whatever they hold", () => {
    const forms = [
      '人工 智能',
      '好，走',
      '一国。两制',
      'machine learning',
      'AI 大模型',
      '“十四五”规划',
      '老、少、边',
      '卡尔·马克思',
      'C++语言',
      '3.0版',
      '𠀀𠀁',
      '举国体制',
    ];
    const engine = create(
      dictionary,
      [],
      forms.map((form) => entry(form)),
    );
    for (const form of forms) {
      expect(wordsOf(engine, `发展${form}。`)).toContain(form);
      expect(wordsOf(engine, `${form}，${form}`)).toEqual([form, '，', form]);
      expect(engine.tag(engine.id(form))).not.toBe('');
    }
    // What a word holds stays what it is elsewhere.
    expect(wordsOf(engine, '好，走')).toEqual(['好，走']);
    expect(wordsOf(engine, '发展 智能，经济')).toEqual(['发展', ' ', '智能', '，', '经济']);
  });

  it('cuts no letters or numbers out of longer ones for a word without a frequency, and knows its tag', () => {
    const engine = create(dictionary, [], [entry('AI', undefined, 'nz'), entry('20'), entry('G20', undefined, 'nt')]);
    expect(wordsOf(engine, 'AIDS与2035年AI、G20')).toEqual(wordsOf(create(dictionary), 'AIDS与2035年AI、G20'));
    expect(engine.tag(engine.id('AI'))).toBe('nz');
    expect(engine.tag(engine.id('G20'))).toBe('nt');
  });

  it("takes frequencies and tags in place of the dictionary's", () => {
    const text = '发展中国家的举国体制';
    expect(wordsOf(create(dictionary), text)).toContain('发展中国家');
    const without = create(dictionary, [], [entry('发展中国家', 0)]);
    expect(wordsOf(without, text)).toEqual(['发展', '中', '国家', '的', '举国体制']);
    const plain = create(dictionary);
    expect(without.tag(without.id('发展中国家'))).toBe(plain.tag(plain.id('发展中国家')));
    const often = create(dictionary, [], [entry('家的', 1_000_000_000, 'zz'), entry('举国', 1)]);
    expect(wordsOf(often, '国家的')).toEqual(['国', '家的']);
    expect(often.tag(often.id('家的'))).toBe('zz');
    const tagged = create(dictionary, [], [entry('中国', undefined, 'country')]);
    expect(tagged.tag(tagged.id('中国'))).toBe('country');
    expect(wordsOf(tagged, '中国在发展中国家')).toEqual(wordsOf(create(dictionary), '中国在发展中国家'));
    const kept = create(dictionary, [], [entry('中国', 100_000)]);
    expect(kept.tag(kept.id('中国'))).toBe('ns');
  });

  it('leaves the dictionary as it was for others', () => {
    const before = wordsOf(create(dictionary), '中国的发展中国家');
    create(dictionary, [], [entry('中国', 0), entry('发展中国家', 1, 'x')]);
    const after = create(dictionary);
    expect(wordsOf(after, '中国的发展中国家')).toEqual(before);
    expect(after.tag(after.id('中国'))).toBe('ns');
  });

  it('gives any words of a user whole where they stand alone', () => {
    const unit = fc.constantFrom(...'中国发展的在 ，。a1·“”、', '𠀀', '区块链');
    const form = fc
      .array(unit, { minLength: 2, maxLength: 6 })
      .map((units) => units.join('').trim())
      .filter((form) => !/^(?:[a-z]?[\d.a-z]*)?$/.test(form) && [...form].length > 1);
    fc.assert(
      fc.property(fc.uniqueArray(form, { minLength: 1, maxLength: 5 }), (forms) => {
        const engine = create(
          dictionary,
          [],
          forms.map((form) => entry(form)),
        );
        for (const form of forms) expect(wordsOf(engine, form)).toEqual([form]);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

describe.skipIf(nodejieba === undefined)("a user's entries in nodejieba (skipped where it is not installed)", () => {
  const unit = fc.constantFrom(...'中国发展经济大新型举体制的在a1·', '𠀀', '区块链', '发展中国家');
  const form = fc.array(unit, { minLength: 1, maxLength: 4 }).map((units) => units.join(''));
  const entries = fc.uniqueArray(
    fc.record(
      {
        form,
        frequency: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 5_000_000 })),
        tag: fc.constantFrom('n', 'nz', 'userDefined'),
      },
      { requiredKeys: ['form'] },
    ),
    { selector: ({ form }) => form, minLength: 1, maxLength: 12 },
  );

  it('give the words and tags that they give in the engine jieba', () => {
    const texts = (entries: readonly { form: string }[]) =>
      fc.array(
        fc.array(fc.oneof(unit, fc.constantFrom(...entries.map(({ form }) => form)), fc.constantFrom(...'，。 ')), {
          maxLength: 30,
        }),
        { minLength: 200, maxLength: 200 },
      );
    fc.assert(
      fc.property(
        entries.chain((entries) => fc.tuple(fc.constant(entries), texts(entries))),
        ([entries, texts]) => {
          const engine = createJiebaEngine(dictionary, ['新型举国体制', '大国'], entries);
          createNodejiebaEngine(dictionary, ['新型举国体制', '大国'], entries).cut('');
          for (const units of texts) expect(difference(engine, units.join(''))).toBeUndefined();
        },
      ),
      // Each run loads nodejieba's dictionaries anew, which takes a second or two.
      { numRuns: 5, endOnFailure: true },
    );
  }, 120_000);

  it('do without the words that it can never give', () => {
    const some = [entry('人工 智能', 5, 'n'), entry('好，走', 5), entry('双碳目标', 5, 'n')];
    const engine = createNodejiebaEngine(dictionary, [], some);
    expect(wordsOf(engine, '双碳目标：人工 智能')).toEqual(['双碳目标', '：', '人工', ' ', '智能']);
    expect(engine.tag(engine.id('双碳目标'))).toBe('n');
  });
});
