import { describe, expect, test } from 'vitest';
import { CorpusError } from '../../../src/model/errors.ts';
import { readGold, readVocabulary } from '../../../src/run/score/read-gold.ts';

const read = (content: string, name = 'gold.txt') => readGold(Buffer.from(content), name).sentences;
const fault = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    if (error instanceof CorpusError) return `${error.place} ${error.code} ${error.values.found ?? ''}`.trim();
    throw error;
  }
  return '';
};

describe('gold texts', () => {
  test('have a sentence a line with spaces of any kind between the words', () => {
    expect(read('\ufeff坚持  改革\r\n\r\n开放\u3000。\n')).toEqual([
      { words: ['坚持', '改革'], lines: [1, 1] },
      { words: ['开放', '。'], lines: [3, 3] },
    ]);
  });

  test('may be CoNLL-U, of which the words count', () => {
    const content = '# text = 坚持改革\n1\t坚持\t_\n2-3\t改革\t_\n2\t改\t_\n3\t革\t_\n3.1\t开\t_\n\n1\t好 的\t_\n';
    expect(read(content)).toEqual([
      { words: ['坚持', '改', '革'], lines: [2, 4, 5] },
      { words: ['好的'], lines: [8] },
    ]);
  });

  test.each([
    [
      '19980101-01-001-001/m  [中央/n  电视台/n]nt  报道/v  ：/w  //w  [/w  １/m\n',
      ['中央', '电视台', '报道', '：', '/', '[', '１'],
    ],
    ['上海_NR 浦东_NR 开发_NN 与_CC 法制_NN 建设_NN\n', ['上海', '浦东', '开发', '与', '法制', '建设']],
    ['Wi-Fi/6 和 TCP/IP 是 标准 _ 。 a/b\n', ['Wi-Fi/6', '和', 'TCP/IP', '是', '标准', '_', '。', 'a/b']],
  ])('lose the tags of their words, and nothing else: %s', (content, words) => {
    expect(read(content)[0]!.words).toEqual(words);
  });

  test('may be in any encoding', () => {
    const bytes = Buffer.from('b8c4b8ef20bfaab7c520a1a3', 'hex');
    expect(readGold(bytes, 'gold.txt', 'gb18030').sentences[0]!.words).toEqual(['改革', '开放', '。']);
  });

  test.each([
    ['', 'gold.txt', 'gold.txt input/gold-empty'],
    ['# 只有注释\n', 'gold.conllu', 'gold.conllu input/gold-empty'],
    ['1\t改革\n开放\n', 'gold.txt', 'gold.txt:2 input/gold-bad-line 开放'],
    ['1\t改革\n2\t\t_\n', 'gold.txt', 'gold.txt:2 input/gold-bad-line 2\t\t_'],
    ['改革 开放\n', 'gold.conllu', 'gold.conllu:1 input/gold-bad-line 改革 开放'],
    [
      '标题\n坚持和完善社会主义基本经济制度。\n',
      'a.txt',
      'a.txt:2 input/gold-not-cut 坚持和完善社会主义基本经济制度。',
    ],
    ['标题 一\n改革，开放\n', 'a.txt', ''],
  ])('%j is told as what it is', (content, name, expected) => {
    expect(fault(() => read(content, name))).toBe(expected);
  });
});

test('a vocabulary is a list of words or a gold text', () => {
  const words = (content: string) => [...readVocabulary(Buffer.from(content), 'words.txt')];
  expect(words('改革\n开放\n改革\n')).toEqual(['改革', '开放']);
  expect(words('坚持 改革 开放\n')).toEqual(['坚持', '改革', '开放']);
  expect(words('# sent_id = 1\n1\t改革\t_\n2\t开放\t_\n')).toEqual(['改革', '开放']);
  expect(fault(() => words('\n'))).toBe('words.txt resource/empty-vocabulary');
});
