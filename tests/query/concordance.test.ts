import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../src/query/context.ts';
import { Sample } from '../../src/query/sample.ts';
import { type SortedLine, sortLines } from '../../src/query/sort-lines.ts';
import { exampleDocument, paragraphOf } from '../count/example-document.ts';

const line = (left: string, match: string, right = ''): SortedLine => ({ left, match, right, document: '', group: '' });

describe('lines', () => {
  test('are sorted by the left context from the match outwards', () => {
    const lines = [line('乙甲', '1'), line('甲乙', '2'), line('丙甲', '3')];
    const expected = [...lines].sort((a, b) => {
      const [x, y] = [a, b].map(({ left }) => [...left].reverse().join(''));
      return x! < y! ? -1 : 1;
    });
    expect(sortLines(lines, ['left'])).toEqual(expected);
  });

  test('that are equal keep their order, and a second key parts them', () => {
    const lines = [line('', '改革', 'b'), line('', '改革', 'a'), line('', '创新', 'c')];
    expect(sortLines(lines, ['node']).map(({ right }) => right)).toEqual(['c', 'b', 'a']);
    expect(sortLines(lines, ['node', 'right']).map(({ right }) => right)).toEqual(['c', 'a', 'b']);
  });
});

describe('a sample', () => {
  const drawn = (names: readonly string[], size: number, seed: number) => {
    const sample = new Sample<string>(size, seed);
    for (const name of names) sample.add(name, name);
    return sample.items();
  };

  test('is the same in whatever order its things come, and keeps that order', () => {
    const names = fc.uniqueArray(fc.string({ maxLength: 6 }), { maxLength: 40 });
    fc.assert(
      fc.property(names, fc.nat({ max: 50 }), fc.nat(), fc.infiniteStream(fc.nat()), (names, size, seed, keys) => {
        const shuffled = names.map((name) => [keys.next().value as number, name] as const);
        shuffled.sort(([a], [b]) => a - b);
        const other = drawn(
          shuffled.map(([, name]) => name),
          size,
          seed,
        );
        const one = drawn(names, size, seed);
        expect([...other].sort()).toEqual([...one].sort());
        expect(one).toEqual(names.filter((name) => one.includes(name)));
        expect(one).toHaveLength(Math.min(size, names.length));
      }),
    );
  });

  test('gives each thing the same chance, and each pair', () => {
    const names = Array.from({ length: 20 }, (_, i) => `2020/文件.txt\n${i * 7}`);
    const counts = new Map(names.map((name) => [name, 0]));
    let together = 0;
    const seeds = 4000;
    for (let seed = 0; seed < seeds; seed++) {
      const items = drawn(names, 5, seed);
      for (const name of items) counts.set(name, counts.get(name)! + 1);
      if (items.includes(names[0]!) && items.includes(names[1]!)) together++;
    }
    // Binomial with p = 1/4: a standard deviation of 27 about 1000, and for the pair (p = 1/19) of 14 about 211.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(5 * 27);
    expect(Math.abs(together - seeds / 19)).toBeLessThan(5 * 14);
  });
});

describe('the context of a match', () => {
  const document = exampleDocument('a', [paragraphOf('全面 深化 改革 开放'), paragraphOf('创新')]);
  const around = (size: number, unit: 'characters' | 'words') => {
    const { start, end } = contextOf(document, { start: 4, end: 6 }, document.blocks[0]!, size, unit);
    return document.text.slice(start, end);
  };

  test('is so many characters or words, and stays in its block', () => {
    expect(document.text.slice(4, 6)).toBe('改革');
    expect([0, 1, 3, 99].map((size) => around(size, 'characters'))).toEqual([
      '改革',
      '化改革开',
      '面深化改革开放。',
      '全面深化改革开放。',
    ]);
    expect([0, 1, 2, 99].map((size) => around(size, 'words'))).toEqual([
      '改革',
      '深化改革开放',
      '全面深化改革开放。',
      '全面深化改革开放。',
    ]);
  });

  test('never cuts a character in two', () => {
    const rare = exampleDocument('a', [paragraphOf('𠮷 改 𠮷')]);
    expect(contextOf(rare, { start: 2, end: 3 }, rare.blocks[0]!, 1, 'characters')).toEqual({ start: 0, end: 5 });
  });
});
