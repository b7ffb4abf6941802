import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtinStopWords, parseStopWords } from '../../src/count/stop-words.ts';

const own = readFileSync(new URL('../../lexicon/stop-words.txt', import.meta.url), 'utf8');

test('a list has one word a line; white space and comments are left out', () => {
  expect(parseStopWords('的\r\n  和 \n\n# 连词\n以及 # 连词\n')).toEqual(['的', '和', '以及']);
});

test("the built-in list is natural's and our own", () => {
  const words = builtinStopWords(own);
  for (const word of ['的', '嘛', '以及', '为了', 'the']) expect(words).toContain(word);
  expect(words.size).toBeGreaterThan(parseStopWords(own).length);
});

test('the list that comes with the program has every word once, and no word of substance', () => {
  const words = parseStopWords(own);
  expect(new Set(words).size).toBe(words.length);
  expect(words.length).toBeGreaterThan(300);
  for (const word of ['改革', '发展', '经济', '应当', '不得', '禁止', '鼓励', '国家', '人民', '创新', '加强']) {
    expect(words).not.toContain(word);
  }
});
