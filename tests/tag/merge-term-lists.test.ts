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
});
