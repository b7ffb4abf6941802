import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSegmentation,
  type DifferingWords,
  mergeSegmentation,
  noSegmentation,
  segmentationScore,
} from '../../src/measure/segmentation.ts';

const ends = (words: readonly string[]) => {
  let at = 0;
  return words.map((word) => {
    at += word.length;
    return at;
  });
};

function compare(gold: string, predicted: string, known: readonly string[] = [], terms = /^.{2,}$/) {
  const words = gold.split(' ');
  const end = ends(predicted.split(' '));
  const counts = noSegmentation();
  const differing: DifferingWords[] = [];
  addSegmentation(
    counts,
    {
      end: ends(words),
      isTerm: words.map((word) => Number(terms.test(word))),
      isUnknown: words.map((word) => Number(!known.includes(word))),
    },
    { length: end.length, end },
    (words) => differing.push(words),
  );
  return { counts, differing };
}

describe('the scores of a segmentation', () => {
  it('are full marks for the gold words themselves', () => {
    const { counts, differing } = compare('坚持 改革 开放 。', '坚持 改革 开放 。');
    expect(counts).toMatchObject({ goldWords: 4, predictedWords: 4, sameWords: 4, conflicts: 0, terms: 3 });
    expect(segmentationScore(counts)).toMatchObject({ precision: 100, recall: 100, f1: 100, crossed: 0 });
    expect(differing).toEqual([]);
  });

  it('take a finer or coarser cut for no conflict', () => {
    const { counts, differing } = compare('中国 共产党 改革开放', '中国共产党 改革 开放');
    expect(counts).toMatchObject({ sameWords: 0, conflicts: 0, crossedTerms: 0, split: 1, merged: 1 });
    expect(differing).toEqual([
      { goldFrom: 0, goldTo: 2, predictedFrom: 0, predictedTo: 1 },
      { goldFrom: 2, goldTo: 3, predictedFrom: 1, predictedTo: 3 },
    ]);
  });

  it('find the words that are crossed', () => {
    // 发展 is crossed by 展中国, 国家 by it as well; 中 lies inside it and crosses nothing.
    const { counts } = compare('在 发展 中 国家', '在 发 展中国 家');
    expect(counts).toMatchObject({ sameWords: 1, conflicts: 1, terms: 2, crossedTerms: 2 });
    expect(segmentationScore(counts)).toMatchObject({ precision: 25, recall: 25, conflictsPer1000: 250, crossed: 100 });
  });

  it('count as found only unknown words that are cut right', () => {
    const { counts } = compare('区块链 的 囧囧', '区块链 的 囧 囧', ['的']);
    expect(counts).toMatchObject({ unknown: 2, unknownFound: 1 });
    expect(segmentationScore(counts).oovRecall).toBe(50);
  });

  it('have no share of nothing', () => {
    expect(segmentationScore(noSegmentation())).toEqual({
      precision: Number.NaN,
      recall: Number.NaN,
      f1: Number.NaN,
      oovRecall: Number.NaN,
      conflictsPer1000: Number.NaN,
      crossed: Number.NaN,
    });
  });

  it('refuse divisions of different texts', () => {
    expect(() => compare('改革 开放', '改革')).toThrow('different texts');
  });
});

/** The words between two rising lists of ends. */
const spans = (end: readonly number[]) => end.map((to, i) => ({ from: i === 0 ? 0 : end[i - 1]!, to }));

describe('two divisions of any text', () => {
  const division = fc.array(fc.boolean(), { minLength: 1, maxLength: 30 });
  const both = division.chain((gold) =>
    fc.tuple(fc.constant(gold), fc.array(fc.boolean(), { minLength: gold.length, maxLength: gold.length })),
  );
  const endsOf = (cuts: readonly boolean[]) => {
    const inner = cuts.flatMap((cut, i) => (cut && i > 0 ? [i] : []));
    return [...inner, cuts.length];
  };

  it('have the counts of the definitions', () => {
    fc.assert(
      fc.property(both, ([goldCuts, predictedCuts]) => {
        const gold = endsOf(goldCuts);
        const predicted = endsOf(predictedCuts);
        const ones = gold.map(() => 1);
        const counts = noSegmentation();
        addSegmentation(
          counts,
          { end: gold, isTerm: ones, isUnknown: ones },
          { length: predicted.length, end: predicted },
        );
        const words = spans(gold);
        const others = spans(predicted);
        const same = words.filter((a) => others.some((b) => a.from === b.from && a.to === b.to));
        const crossed = words.filter((a) =>
          others.some(
            (b) =>
              b.from < a.to &&
              a.from < b.to &&
              !(a.from <= b.from && b.to <= a.to) &&
              !(b.from <= a.from && a.to <= b.to),
          ),
        );
        const shared = [0, ...gold.filter((end) => predicted.includes(end))];
        const blocks = shared.slice(1).map((to, i) => {
          const inner = (all: readonly number[]) => all.some((end) => end > shared[i]! && end < to);
          return [inner(gold), inner(predicted)];
        });
        expect(counts).toEqual({
          goldWords: gold.length,
          predictedWords: predicted.length,
          sameWords: same.length,
          conflicts: blocks.filter(([inGold, inOther]) => inGold && inOther).length,
          split: blocks.filter(([inGold, inOther]) => !inGold && inOther).length,
          merged: blocks.filter(([inGold, inOther]) => inGold && !inOther).length,
          terms: gold.length,
          crossedTerms: crossed.length,
          unknown: gold.length,
          unknownFound: same.length,
        });
      }),
    );
  });

  it('add up', () => {
    const one = compare('改革 开放', '改革开放').counts;
    const other = compare('发展 中 国家', '发 展中国 家').counts;
    const sum = noSegmentation();
    mergeSegmentation(sum, one);
    mergeSegmentation(sum, other);
    expect(sum).toEqual(compare('改革 开放 发展 中 国家', '改革开放 发 展中国 家').counts);
  });
});
