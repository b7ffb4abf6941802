import { describe, expect, it } from 'vitest';
import type { CorpusError } from '../../src/model/errors.ts';
import { readTermList } from '../../src/tag/read-term-list.ts';

function failure(content: string, name: string): CorpusError {
  try {
    readTermList(content, name, `lists/${name}`);
  } catch (error) {
    return error as CorpusError;
  }
  throw new Error('did not fail');
}

/** A failure as `code place found`. */
const told = (content: string, name = 'a.csv') => {
  const { code, place, values } = failure(content, name);
  return [code, place, values.found ?? ''].join(' ').trim();
};

describe('a term list of which nothing can be used is refused', () => {
  it('where it is empty', () => {
    for (const empty of ['', '\ufeff', ' \n\u3000\n', ',,\n']) {
      expect(told(empty)).toBe('resource/empty-list lists/a.csv');
    }
    for (const empty of ['', '# nothing yet\n', '---\n', '[]\n', '{}\n']) {
      expect(told(empty, 'a.yaml')).toBe('resource/empty-list lists/a.yaml');
    }
  });

  it('where it has names of columns and nothing under them', () => {
    expect(told('term,category\n\n')).toBe('resource/no-terms lists/a.csv:1 term,category');
    expect(told('术语\n')).toBe('resource/no-terms lists/a.csv:1 术语');
    expect(told('\n生态:\n  双碳: []\n', 'a.yaml')).toBe('resource/no-terms lists/a.yaml:2 生态:');
  });

  it('where no column holds the terms', () => {
    expect(told('\n类别,备注\n生态,x\n')).toBe('resource/no-term-column lists/a.csv:2 类别, 备注');
  });

  it('where every line is bad: the first is shown', () => {
    const error = failure('term,category\n……,a\n,b\n', 'a.csv');
    expect(error).toMatchObject({
      code: 'resource/no-usable-term',
      place: 'lists/a.csv:2',
      values: { count: 2, found: '……,a' },
    });
    expect(error.kind).toBe('resource');
    expect(told('term\n"碳中和\n')).toBe('resource/no-usable-term lists/a.csv:2 "碳中和');
  });

  it('where YAML is a text and not a list: 碳中和 and 双碳 on two lines are one scalar', () => {
    expect(told('碳中和\n双碳\n', 'a.yaml')).toBe('resource/not-a-term-list lists/a.yaml:1 碳中和 双碳');
    expect(told('{{', 'a.yaml')).toMatch(/^resource\/bad-yaml lists\/a\.yaml:1 /);
  });

  it('where YAML is nested beyond all reason', () => {
    expect(told('['.repeat(100_000), 'a.yaml')).toMatch(/^resource\/bad-yaml lists\/a\.yaml:1 /);
    expect(told('- '.repeat(20_000), 'a.yaml')).toMatch(/^resource\/bad-yaml lists\/a\.yaml:1 /);
  });
});

describe('a term list with some bad lines', () => {
  it('is used without them', () => {
    const list = readTermList('term,category\n……,a\n碳中和,b\n', 'a.csv', 'lists/a.csv');
    expect(list.terms.map(({ term }) => term)).toEqual(['碳中和']);
    expect(list.messages.map(({ rule, values }) => [rule, values?.line])).toEqual([['tag/bad-term', 2]]);
  });

  it('tells a category that has no terms: its name may be meant as a term', () => {
    const list = readTermList('生态:\n  碳中和:\n经济: [双碳]\n', 'a.yaml', 'a.yaml');
    expect(list.messages).toEqual([
      { severity: 'warning', rule: 'tag/empty-category', values: { list: 'a.yaml', line: 2, found: '碳中和' } },
    ]);
  });

  it('takes no terms of several lines: they are several terms without their dashes', () => {
    const list = readTermList('生态:\n  碳中和\n  双碳\n经济: [共同富裕]\n', 'a.yaml', 'a.yaml');
    expect(list.terms.map(({ term }) => term)).toEqual(['共同富裕']);
    expect(list.messages).toMatchObject([{ severity: 'error', rule: 'tag/bad-entry', values: { line: 2 } }]);
  });

  it('may be JSON, which is YAML too', () => {
    expect(readTermList('{"生态": ["碳中和"]}', 'a.json', 'a.json').terms[0]).toMatchObject({
      term: '碳中和',
      category: '生态',
    });
  });
});
