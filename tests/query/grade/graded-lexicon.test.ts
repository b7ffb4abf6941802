import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { TaggedDocument } from '../../../src/model/document.ts';
import { readGradedLexicon } from '../../../src/query/grade/read-graded-lexicon.ts';
import { createScoreWords } from '../../../src/query/grade/score-words.ts';
import { TextView } from '../../../src/query/text-view.ts';
import { exampleDocument, paragraphOf } from '../../count/example-document.ts';

const list = `# 说明
词,等级,维度,类型,备注
必须,5,约束力,,
不得,5,约束力,,
鼓励,2,约束力,,
不必,1,约束力,,
大力,2,力度,,
不,,,否定,
非常,1.5,,程度,
进一步,2,力度,程度,
`;

function scores(document: TaggedDocument, more: { modifiers?: boolean; scope?: number } = {}) {
  const { entries, errors } = readGradedLexicon(list, 'g.csv', 'g.csv');
  expect(errors).toEqual([]);
  const settings = { boundary: 'word', ignoreCase: false, modifiers: true, scope: 2, ...more } as const;
  return createScoreWords(
    entries,
    settings,
  )(new TextView(document, new Set(['paragraph']))).map(({ span, entry, modifiers, score }) => [
    document.text.slice(span.start, span.end),
    entry.dimension,
    modifiers.map(({ word }) => word).join('|'),
    score,
  ]);
}

describe('the score of a graded word', () => {
  test('is its grade, and a longer entry outweighs a negation in it', () => {
    expect(scores(exampleDocument('a', [paragraphOf('企业 不得 排放', '不必 申报', '必须 缴纳')]))).toEqual([
      ['不得', '约束力', '', 5],
      ['不必', '约束力', '', 1],
      ['必须', '约束力', '', 5],
    ]);
  });

  test('is multiplied by negations and degree words before it', () => {
    expect(
      scores(exampleDocument('a', [paragraphOf('不 鼓励', '不 再 鼓励', '不 非常 鼓励', '进一步 大力 推进')])),
    ).toEqual([
      ['大力', '力度', '进一步', 4],
      ['鼓励', '约束力', '不', -2],
      ['鼓励', '约束力', '不', -2],
      ['鼓励', '约束力', '不|非常', -3],
    ]);
  });

  test('is not changed from afar, across a mark, or by what belongs to the word before', () => {
    const far = exampleDocument('a', [paragraphOf('不 是 为了 鼓励', '不 必须 鼓励')]);
    expect(scores(far)).toEqual([
      ['鼓励', '约束力', '', 2],
      ['必须', '约束力', '不', -5],
      ['鼓励', '约束力', '', 2],
    ]);
    const comma = exampleDocument('a', [
      {
        kind: 'paragraph',
        sentences: [
          [
            ['不', '，'],
            ['鼓励', ''],
          ],
        ],
      },
    ]);
    expect(scores(comma)).toEqual([['鼓励', '约束力', '', 2]]);
  });

  test('leaves modifiers out where they are switched off, and takes them from further away on request', () => {
    const text = exampleDocument('a', [paragraphOf('不 是 为了 鼓励')]);
    expect(scores(text, { modifiers: false })).toEqual([['鼓励', '约束力', '', 2]]);
    expect(scores(text, { scope: 3 })).toEqual([['鼓励', '约束力', '不', -2]]);
  });
});

test('every fault of a list is told at its line', () => {
  const bad =
    'word,grade,dimension,role\n必须,强,约束力,\n应当,4,,\n,3,约束力,\n可以,1,约束力,modal\n鼓励,2,约束力,\n鼓励,3,约束力,\n';
  const { errors } = readGradedLexicon(bad, 'g.csv', 'g.csv');
  expect(errors.map(({ code, place }) => `${code.slice('resource/grades-'.length)}${place.slice(5)}`)).toEqual([
    'bad-grade:2',
    'no-dimension:3',
    'no-word:4',
    'bad-role:5',
    'repeated:7',
  ]);
  expect(readGradedLexicon('词,维度\n必须,约束力\n', 'g.csv', 'g').errors.map(({ code }) => code)).toEqual([
    'resource/grades-no-column',
  ]);
  expect(readGradedLexicon('', 'g.csv', 'g').errors).not.toEqual([]);
});

test('a list in YAML says the same', () => {
  const yaml =
    '约束力:\n  5: [必须, 不得]\n  2: 鼓励\n否定:\n  -1: [不]\n力度:\n  2: [大力]\n  程度:\n    2: [进一步]\n';
  const { entries, errors } = readGradedLexicon(yaml, 'g.yaml', 'g');
  expect(errors).toEqual([]);
  expect(entries).toMatchObject([
    { word: '必须', grade: 5, dimension: '约束力', role: 'word', line: 2 },
    { word: '不得', grade: 5, dimension: '约束力', role: 'word', line: 2 },
    { word: '鼓励', grade: 2, dimension: '约束力', role: 'word', line: 3 },
    { word: '不', grade: -1, dimension: '', role: 'negation', line: 5 },
    { word: '大力', grade: 2, dimension: '力度', role: 'word', line: 7 },
    { word: '进一步', grade: 2, dimension: '力度', role: 'degree', line: 9 },
  ]);
});

test('the built-in lexicon is sound', () => {
  const path = fileURLToPath(new URL('../../../lexicon/policy-strength.csv', import.meta.url));
  const { entries, errors } = readGradedLexicon(readFileSync(path, 'utf8'), path, path);
  expect(errors).toEqual([]);
  const grade = (word: string) => entries.find((entry) => entry.word === word && entry.role === 'word')?.grade;
  expect([grade('不得'), grade('应当'), grade('鼓励'), grade('可以'), grade('不必')]).toEqual([5, 4, 2, 1, 1]);
});
