import { expect, test } from 'vitest';
import { CitedDocuments, citationsOf, numberKey } from '../../src/compare/citations.ts';
import { titleKey } from '../../src/compare/title-key.ts';
import { findMentions } from '../../src/tag/mentions.ts';

const cited = (text: string) =>
  citationsOf({ text, mentions: findMentions(text) }).map(({ kind, key, number, span }) => [
    kind,
    key,
    number,
    text.slice(span.start, span.end),
  ]);

test('one title has one key however it is written', () => {
  for (const title of [
    '《中华人民共和国立法法》',
    '立法法(2023-03-13)',
    '中华人民共和国立法法（2023年修正）',
    '《立法法》（修订）',
  ]) {
    expect(titleKey(title), title).toBe('立法法');
  }
  expect(titleKey('《关于印发〈管理办法〉的通知》')).toBe(titleKey('《关于印发“管理办法”的通知》'));
});

test('what is no version stays: two amendments and a draft are documents of their own', () => {
  expect(titleKey('刑法修正案（十一）')).toBe('刑法修正案（十一）');
  expect(titleKey('管理办法(试行)')).toBe('管理办法（试行）');
});

test('numbers are one however they are bracketed', () => {
  for (const number of ['国发〔2015〕12号', '国发[2015]12号', '国发（2015）第012号', '国发［２０１５］12 号']) {
    expect(numberKey(number), number).toBe('国发〔2015〕12号');
  }
});

test('a number in brackets goes with its title, and a short name stands for it', () => {
  expect(
    cited(
      '根据《中共中央关于全面深化改革的意见》（中发〔2020〕1号，以下简称《意见》），落实《意见》和国发〔2015〕12号。',
    ),
  ).toEqual([
    ['title', '中共中央关于全面深化改革的意见', '中发〔2020〕1号', '《中共中央关于全面深化改革的意见》'],
    ['title', '中共中央关于全面深化改革的意见', '', '《意见》'],
    ['number', '国发〔2015〕12号', '', '国发〔2015〕12号'],
  ]);
});

test('a short name without marks and with other words before it', () => {
  expect(cited('依照《中华人民共和国监督法》（以下简称监督法）的规定，《监督法》施行。').map(([, key]) => key)).toEqual(
    ['监督法', '监督法'],
  );
});

test('the cited documents are those of that name, of that number, or the document itself', () => {
  const corpus = new CitedDocuments([
    { id: 'a1', titles: ['统计法(2009-06-27)'], numbers: [] },
    { id: 'a2', titles: ['中华人民共和国统计法', '统计法'], numbers: [] },
    { id: 'n', titles: ['关于甲的通知'], numbers: ['国发[2015]12号'] },
  ]);
  const title = { kind: 'title', key: '统计法', number: '' } as const;
  expect(corpus.find('n', title)).toEqual(['a1', 'a2']);
  expect(corpus.find('a2', title)).toEqual(['a2']);
  expect(corpus.find('a1', { kind: 'number', key: '国发〔2015〕12号', number: '' })).toEqual(['n']);
  expect(corpus.find('a1', { ...title, key: '关于甲的通知', number: '国发〔2015〕12号' })).toEqual(['n']);
  expect(corpus.find('a1', { ...title, key: '森林法' })).toEqual([]);
});
