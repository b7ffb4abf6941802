import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countSentence, noCounts, readGold, scoreOf } from '../../scripts/segmentation-score.ts';
import { createNodejiebaEngine } from '../../src/run/nodejieba-engine.ts';
import { dictionary } from '../dictionary.ts';
import { nodejieba } from '../nodejieba.ts';
import { describeWithData } from '../shared-data.ts';

const count = (gold: string, predicted: string, known: readonly string[] = []) => {
  const counts = noCounts();
  countSentence(counts, gold.split(' '), predicted.split(' '), (word) => known.includes(word));
  return counts;
};

describe('the scores of a segmentation', () => {
  it('are full marks for the gold words themselves', () => {
    const counts = count('坚持 改革 开放 。', '坚持 改革 开放 。');
    expect(counts).toMatchObject({ gold: 4, predicted: 4, same: 4, conflicts: 0, terms: 3, crossedTerms: 0 });
    expect(scoreOf(counts).f1).toBe(100);
  });

  it('take a finer or coarser cut for no conflict', () => {
    expect(count('中国 共产党 改革开放', '中国共产党 改革 开放')).toMatchObject({
      same: 0,
      conflicts: 0,
      crossedTerms: 0,
    });
  });

  it('find the words that are crossed', () => {
    // 发展 is crossed by 展中, 国家 by 中国; 中 lies inside 展中 and crosses nothing.
    expect(count('在 发展 中 国家', '在 发 展中国 家')).toMatchObject({
      same: 1,
      conflicts: 1,
      terms: 2,
      crossedTerms: 2,
    });
  });

  it('ask of numbers and Latin words no term', () => {
    expect(count('二十 GDP 一带一路 第三 改革', '二十 GDP 一带一路 第三 改革').terms).toBe(2);
  });

  it('count found words that the vocabulary lacks', () => {
    expect(count('区块链 的 囧囧', '区块链 的 囧 囧', ['的'])).toMatchObject({ unknown: 2, unknownFound: 1 });
  });

  it('read both kinds of gold text', () => {
    expect(readGold('坚持  改革\n\n开放 。\r\n')).toEqual([
      ['坚持', '改革'],
      ['开放', '。'],
    ]);
    const conllu = '# text = 坚持改革\n1\t坚持\t_\n2-3\t改革\t_\n2\t改\t_\n3\t革\t_\n\n1\t好\t_\n';
    expect(readGold(conllu)).toEqual([['坚持', '改', '革'], ['好']]);
  });
});

describeWithData('the scores of nodejieba', (data) => {
  // Measured once by another program on the same files.
  it.skipIf(nodejieba === undefined).each([
    ['gold/sxu_test.txt', { f1: 82.0, xblk: 3.66, termX: 0.58 }],
    ['treebanks/zh_gsdsimp-ud-test.conllu', { f1: 79.0, xblk: 6.08, termX: 1.24 }],
  ])('on %s are those that are known', (file, known) => {
    const engine = createNodejiebaEngine(dictionary);
    const counts = noCounts();
    for (const gold of readGold(readFileSync(join(data, file), 'utf8'))) {
      const text = gold.join('');
      const { length, end } = engine.cut(text);
      const words = Array.from({ length }, (_, i) => text.slice(i === 0 ? 0 : end[i - 1], end[i]));
      countSentence(counts, gold, words, () => true);
    }
    const { f1, xblk, termX } = scoreOf(counts);
    expect({ f1: +f1.toFixed(1), xblk: +xblk.toFixed(2), termX: +termX.toFixed(2) }).toEqual(known);
  });
});
