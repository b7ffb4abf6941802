import { describe, expect, test } from 'vitest';
import { createFinder, kindOf } from '../../src/query/pattern.ts';
import { QueryFault } from '../../src/query/token/query-syntax.ts';

function faultOf(pattern: string): [rule: string, position: number] | undefined {
  try {
    createFinder(pattern, { boundary: 'word', ignoreCase: false, strategy: 'standard', terms: [] }, kindOf(pattern));
  } catch (error) {
    if (error instanceof QueryFault) return [error.rule, error.position];
    throw error;
  }
  return undefined;
}

describe('what is wrong with a query is told with its place', () => {
  test.each([
    ['[word="深化"', 'query/unclosed', 11],
    ['[word="深化]', 'query/unclosed-quote', 7],
    ['[word=深化]', 'query/expected-value', 7],
    ['[word "深化"]', 'query/expected-comparison', 7],
    ['[form="深化"]', 'query/expected-attribute', 2],
    ['[word="深化" &]', 'query/expected-attribute', 13],
    ['"深化" ("改革" | "开放"', 'query/unclosed', 18],
    ['"深化" | ', 'query/expected-token', 8],
    ['"深化" )', 'query/expected-end', 6],
    ['"深化" {0,3}', undefined, 0],
    ['"深化"{3,1}', 'query/bad-repetition', 5],
    ['"深化"{x}', 'query/bad-repetition', 5],
    ['"深化"{501}', 'query/bad-repetition', 5],
    ['<s>* "深化"', 'query/nothing-to-repeat', 4],
    ['<h> "深化"', 'query/bad-anchor', 1],
    ['"深化" within x', 'query/bad-within', 13],
    ['"[深化"', 'query/bad-regex', 1],
    ['"深化"%d', 'query/bad-flag', 5],
    ['"深化" a:[] :: a.word="x"', 'query/unsupported', 6],
    ['"深化" @[]', 'query/unsupported', 6],
    ['<s> </s>', 'query/no-token', 1],
    ['(?widest) "深化"', 'query/bad-strategy', 1],
    ['/深(/', 'query/bad-regex', 1],
    ['/深化/x', 'query/bad-regex-flag', 5],
    ['、', 'query/no-word', 1],
    ['((("改"{500}){500}){500})', 'query/too-large', 1],
  ])('%s', (pattern, rule, position) => {
    expect(faultOf(pattern)).toEqual(rule === undefined ? undefined : [rule, position]);
  });
});

test('a pattern is known by its first signs', () => {
  expect(
    ['[word="a"]', '[]', '( "a" )', '<s> []', '(?longest) []+', '[!word="a"]', '[ tag = "n" ]'].map(kindOf),
  ).toEqual(new Array(7).fill('query'));
  expect(['/a|b/', '/改.{2}革/i'].map(kindOf)).toEqual(['regex', 'regex']);
  expect(['深化改革', '[12]', '（试行）', 'and/or', '[深化]'].map(kindOf)).toEqual(new Array(5).fill('term'));
});
