import { describe, expect, test } from 'vitest';
import { readReferenceList } from '../../src/compare/read-reference-list.ts';

const read = (content: string, size = 0) =>
  readReferenceList(content, {
    name: 'list.csv',
    path: 'lists/list.csv',
    size,
    normaliser: () => (form) => form.replaceAll('創', '创'),
  });
const rules = (messages: readonly { rule: string }[]) => messages.map(({ rule }) => rule);

describe('a list of frequencies', () => {
  test.each([
    ['word,frequency\n创新,5\n改革,3\n', 'commas'],
    ['频次\t词语\r\n5\t创新\r\n3\t改革\r\n', 'tabs, other names in another order'],
    ['创新;5\n改革;3', 'semicolons, without a header'],
    ['word,tag,frequency\n创新,v,4\n創新,n,1\n"改革",v,"3"\n', 'words that become the same'],
  ])('%j: %s', (content) => {
    const { list } = read(content);
    expect([...list.frequency]).toEqual([
      ['创新', 5],
      ['改革', 3],
    ]);
    expect(list).toMatchObject({ unit: 'word', tokens: 8, name: 'list.csv' });
  });

  test('its size is a setting, or a row for *, or the sum, and that is told', () => {
    expect(rules(read('word,frequency\n创新,5\n').messages)).toEqual(['compare/size-from-sum']);
    const withRow = read('word,frequency\n创新,5\n*,"1,000"\n');
    expect(withRow.list).toMatchObject({ tokens: 1000 });
    expect(withRow.list.frequency.has('*')).toBe(false);
    expect(rules(withRow.messages)).toEqual([]);
    expect(read('word,frequency\n创新,5\n*,1000\n', 2000).list.tokens).toBe(2000);
    const small = read('word,frequency\n创新,5\n改革,9\n', 10);
    expect(small.list.tokens).toBe(14);
    expect(rules(small.messages)).toEqual(['compare/size-too-small']);
  });

  test('its size follows from frequencies per million, as in words.csv and terms.csv', () => {
    const { list, messages } = read('term,frequency,per_million\n创新,348,992.9636541\n改革,0,0\n');
    expect(list).toMatchObject({ unit: 'term', tokens: 350466 });
    expect(messages).toEqual([]);
  });

  test('terms may stand inside each other: their sum is no size', () => {
    const { list, messages } = read('term,frequency\n举国体制,5\n新型举国体制,3\n');
    expect(list.unit).toBe('term');
    expect(messages).toEqual([
      expect.objectContaining({ severity: 'warning', rule: 'compare/size-from-sum', values: expect.anything() }),
    ]);
  });

  test('a line that cannot be used is told with its number, and the rest is read', () => {
    const { list, messages } = read('word,frequency\n\n创新,5\n改革,0.3\n"开\n放",7\n,4\n');
    expect([...list.frequency.keys()]).toEqual(['创新', '开\n放']);
    const bad = messages.filter(({ rule }) => rule === 'compare/bad-frequency');
    expect(bad.map(({ values }) => values?.line)).toEqual([4, 7]);
    expect(bad[0]!.values!.found).toBe('改革, 0.3');
  });

  test.each([
    ['word,share\n创新,0.5\n', 'resource/no-frequency-column'],
    ['', 'resource/no-frequency-column'],
    ['word,frequency\n', 'resource/no-frequencies'],
  ])('%j is none', (content, code) => {
    expect(() => read(content)).toThrow(expect.objectContaining({ code }));
  });
});
