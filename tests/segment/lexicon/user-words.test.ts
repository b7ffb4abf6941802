import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestReading } from '../../../src/segment/engine/best-reading.ts';
import type { Lexicon } from '../../../src/segment/lexicon/lexicon.ts';
import { userWordFrequencies, withUserWords } from '../../../src/segment/lexicon/user-words.ts';

const entries: Record<string, number> = {
  中国: 40_000,
  举国体制: 8,
  新型: 3000,
  体制: 5000,
  在: 900_000,
  的: 3_000_000,
  国: 800,
};
const lexicon: Lexicon = { total: 60_000_000, least: 2, longest: 4, frequency: (word) => entries[word] };
const cut = (text: string, words: Lexicon) => {
  const { ends } = bestReading(`${text}。`, words);
  return ends.slice(0, -1).map((end, i) => text.slice(ends[i - 1] ?? 0, end));
};

describe('user words', () => {
  it('leave the lexicon its own frequencies', () => {
    expect(userWordFrequencies(['中国', '举国体制'], lexicon)).toEqual([]);
  });

  it('win over their parts by as little as whole numbers allow', () => {
    const forms = ['在中国', '的在', '新型举国体制', '的中国的体制', '双碳'];
    const words = userWordFrequencies(forms, lexicon);
    expect(words.map(({ form }) => form).sort()).toEqual([...forms].sort());
    const all = withUserWords(lexicon, words);
    for (const { form, frequency } of words) {
      expect(cut(form, all)).toEqual([form]);
      if (frequency === 1) continue;
      const less = words.map((word) => (word.form === form ? { form, frequency: frequency - 1 } : word));
      expect(cut(form, withUserWords(lexicon, less))).not.toEqual([form]);
    }
    expect(words.find(({ form }) => form === '在中国')!.frequency).toBe(601);
    expect(words.find(({ form }) => form === '新型举国体制')!.frequency).toBe(1);
  });

  it('win over shorter listed words, in any order of the list', () => {
    const forms = ['的在', '的在国', '的在国在', '在国', '国在'];
    const words = userWordFrequencies(forms, lexicon);
    expect(userWordFrequencies([...forms].reverse(), lexicon)).toEqual(words);
    const all = withUserWords(lexicon, words);
    for (const form of forms) expect(cut(form, all)).toEqual([form]);
  });

  it('come out whole, whatever the lexicon holds', () => {
    const unit = fc.constantFrom('甲', '乙', '丙', '𠀀');
    const word = fc.array(unit, { minLength: 1, maxLength: 5 }).map((units) => units.join(''));
    const frequencies = fc.dictionary(word, fc.integer({ min: 2, max: 1_000_000 }), { maxKeys: 12 });
    fc.assert(
      fc.property(frequencies, fc.array(word, { maxLength: 5 }), (known, forms) => {
        const frequency = (form: string) => (Object.hasOwn(known, form) ? known[form] : undefined);
        const some = { total: 20_000_000, least: 2, longest: 10, frequency };
        const words = userWordFrequencies(forms, some);
        const all = withUserWords(some, words);
        for (const { form } of words) expect(cut(form, all)).toEqual([form]);
        const left = forms.filter((form) => [...form].length > 1 && frequency(form) === undefined);
        expect(new Set(words.map(({ form }) => form))).toEqual(new Set(left));
      }),
    );
  });

  it("take the frequency of an entry in place of the lexicon's, and one that wins where it has none", () => {
    const entries = [
      { form: '中国', frequency: 7, tag: 'country' },
      { form: '举国体制' },
      { form: '在中国', tag: 'x' },
      { form: '体制' },
      { form: 'GDP', tag: 'nz' },
      { form: '的', frequency: 1 },
      { form: '囧' },
      { form: '𠀀', frequency: 0 },
      { form: '国体', frequency: 0 },
      { form: '老、少、边' },
      { form: 'a b' },
    ];
    const words = userWordFrequencies(['举国体制', '体制的', '中国', '国体'], lexicon, entries);
    const all = withUserWords(lexicon, words);
    const found = new Map(words.map(({ form, frequency, tag }) => [form, { frequency, tag }]));
    expect(found.get('中国')).toEqual({ frequency: 7, tag: 'country' });
    expect(found.get('GDP')).toEqual({ frequency: 0, tag: 'nz' });
    expect(found.get('体制')?.frequency).toBe(5000);
    expect(found.get('的')?.frequency).toBe(2);
    expect(found.get('囧')?.frequency).toBe(2);
    expect(found.get('𠀀')?.frequency).toBe(2);
    expect(found.get('国体')?.frequency).toBe(0);
    expect(userWordFrequencies([], lexicon, [...entries, ...entries])).toEqual(
      userWordFrequencies([], lexicon, entries),
    );
    for (const form of ['举国体制', '在中国', '体制的', '老、少、边', 'a b']) expect(cut(form, all)).toEqual([form]);
    expect(words).toHaveLength(entries.length + 1);
  });

  it.each([
    '老、少、边',
    '“三农',
    '”问题',
    '“老、少、边”地区',
    'a b',
    '“两弹一星”',
    '党',
    '',
    '2035',
    '3.5',
    'AI',
    'G20',
    '，',
    '甲\n乙',
    '\ud83d甲',
    '＋甲',
    '一'.repeat(513),
  ])('are not made of %j', (form) => {
    expect(userWordFrequencies([form], lexicon)).toEqual([]);
  });

  it.each([
    '5G',
    'AI大模型',
    '卡尔·马克思',
    'C++语言',
    'COVID-19',
    '三农',
    '一带一路',
    '“两山”理念',
    '“一带一路”倡议',
    '推进“双碳”',
  ])('are made of %j', (form) => {
    expect(userWordFrequencies([form, form], lexicon)).toHaveLength(1);
  });
});
