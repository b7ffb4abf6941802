import { describe, expect, it } from 'vitest';
import { mergeTermLists } from '../../src/tag/merge-term-lists.ts';
import { parseTermList } from '../../src/tag/term-list.ts';

const merge = (...contents: string[]) =>
  mergeTermLists(contents.map((content, i) => parseTermList(content, `${'abc'[i]}.csv`)));

describe('several term lists', () => {
  it('are one list in their order', () => {
    expect(merge('term\n双碳\n碳中和\n', 'term\n举国体制\n').terms.map(({ term }) => term)).toEqual([
      '双碳',
      '碳中和',
      '举国体制',
    ]);
  });

  it('make one entry of a term that comes again in its category, with the forms of both', () => {
    const { terms, messages } = merge(
      'term,category,variants,not_in,note\n碳中和,生态,双碳,碳中和带,甲\n',
      'term,category,variants,not_in,note\n碳中和,生态,双碳|零碳,碳中和带|碳中和室,乙\n碳中和,生态,,,\n',
    );
    expect(terms).toEqual([
      {
        term: '碳中和',
        category: '生态',
        variants: ['双碳', '零碳'],
        notIn: ['碳中和带', '碳中和室'],
        note: '甲；乙',
      },
    ]);
    expect(messages.map(({ severity, rule, values }) => [severity, rule, values])).toEqual([
      ['info', 'tag/repeated-term', { list: 'b.csv', line: 2, term: '碳中和', first_list: 'a.csv', first_line: 2 }],
      ['info', 'tag/repeated-term', { list: 'b.csv', line: 3, term: '碳中和', first_list: 'a.csv', first_line: 2 }],
    ]);
  });

  it('keep a term of two categories twice and say so', () => {
    const { terms, messages } = merge('term,category\n碳中和,生态\n碳中和,经济\n');
    expect(terms.map(({ category }) => category)).toEqual(['生态', '经济']);
    expect(messages).toEqual([
      {
        severity: 'warning',
        rule: 'tag/term-in-two-categories',
        values: {
          list: 'a.csv',
          line: 3,
          term: '碳中和',
          category: '经济',
          first_category: '生态',
          first_list: 'a.csv',
          first_line: 2,
        },
      },
    ]);
  });

  it('tell a variant that is a term elsewhere, before or after it, and one of two terms', () => {
    const { terms, messages } = merge('term,variants\n碳中和,双碳|零碳\n', 'term,variants\n双碳,\n绿碳,零碳\n');
    expect(terms).toHaveLength(3);
    expect(messages.map(({ rule, values }) => [rule, values?.term, values?.variant, values?.first_term])).toEqual([
      ['tag/shared-form', '碳中和', '双碳', '双碳'],
      ['tag/shared-form', '绿碳', '零碳', '碳中和'],
    ]);
  });

  it('tell an excluded string that is a form of the term: it cannot count and not count', () => {
    const { messages } = merge(
      'term,variants,not_in\n公安,公安机关,公安机关|公安部\n人民,,\n',
      'term,not_in\n人民,人民\n',
    );
    expect(messages.map(({ severity, rule, values }) => [severity, rule, values])).toEqual([
      ['info', 'tag/repeated-term', { list: 'b.csv', line: 2, term: '人民', first_list: 'a.csv', first_line: 3 }],
      ['warning', 'tag/contradictory-not-in', { list: 'a.csv', line: 2, term: '公安', found: '公安机关' }],
      ['warning', 'tag/contradictory-not-in', { list: 'b.csv', line: 2, term: '人民', found: '人民' }],
    ]);
  });

  it('tell an excluded string that does not hold the term, and leave it out', () => {
    const { terms, messages } = merge('term,variants,not_in\n人民,,人民币\n公安,警方,人民币|警方人员\n');
    expect(messages.map(({ rule, values }) => [rule, values?.line, values?.found])).toEqual([
      ['tag/idle-not-in', 3, '人民币'],
    ]);
    expect(terms.map(({ notIn }) => notIn)).toEqual([['人民币'], ['警方人员']]);
  });

  it('know that a variant from another list makes an excluded string useful', () => {
    expect(
      merge('term,not_in\n公安,警方人员\n', 'term,variants\n公安,警方\n').messages.map(({ rule }) => rule),
    ).toEqual(['tag/repeated-term']);
  });

  describe('with what the pipeline makes of a form', () => {
    const narrow = (form: string) => form.replace('數', '数').replace('學', '学').replace('Ｇ', 'G');
    const mergeAs = (...contents: string[]) =>
      mergeTermLists(
        contents.map((content, i) => parseTermList(content, `${'abc'[i]}.csv`)),
        narrow,
      );

    it('see that 數字 and 数字, 5Ｇ and 5G are the same term', () => {
      const { terms, messages } = mergeAs('term\n数字\n5G\n', 'term,variants\n數字,数码\n5Ｇ,\n');
      expect(terms.map(({ term, variants }) => [term, variants])).toEqual([
        ['数字', ['數字', '数码']],
        ['5G', ['5Ｇ']],
      ]);
      expect(messages.map(({ rule, values }) => [rule, values?.term])).toEqual([
        ['tag/repeated-term', '數字'],
        ['tag/repeated-term', '5Ｇ'],
      ]);
    });

    it('see what overlaps and what excludes in either form', () => {
      const { messages } = mergeAs(
        'term,category,variants,not_in\n数字,a,,數字學|人民\n數字,b,,\n算力,a,数學,数学\n学问,a,数学|數学,\n',
      );
      expect(messages.map(({ rule, values }) => [rule, values?.line, values?.variant ?? values?.found])).toEqual([
        ['tag/idle-not-in', 2, '人民'],
        ['tag/contradictory-not-in', 4, '数学'],
        ['tag/term-in-two-categories', 3, undefined],
        ['tag/shared-form', 5, '数学'],
      ]);
    });
  });
});
