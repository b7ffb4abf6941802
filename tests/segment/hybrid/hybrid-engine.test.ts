import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTreebank, toSimplified } from '../../../scripts/treebank.ts';
import { segmentationScore } from '../../../src/measure/segmentation.ts';
import type { Engine } from '../../../src/model/engine.ts';
import { loadBoundaryModel } from '../../../src/run/resource/load-boundary-model.ts';
import { scoreTrained } from '../../../src/run/train/cross-validate.ts';
import { bonus, createLatticeEngine } from '../../../src/segment/engine/lattice-engine.ts';
import { markPlaces } from '../../../src/segment/engine/number-places.ts';
import { boundaryExamples } from '../../../src/segment/hybrid/boundary-examples.ts';
import { rows } from '../../../src/segment/hybrid/boundary-logits.ts';
import { boundaryModel } from '../../../src/segment/hybrid/boundary-model.ts';
import { createHybridEngine, granularities } from '../../../src/segment/hybrid/hybrid-engine.ts';
import { trainBoundaries } from '../../../src/segment/hybrid/train-boundaries.ts';
import { favoured, WordLattice } from '../../../src/segment/hybrid/word-lattice.ts';
import { dictionary } from '../../dictionary.ts';
import { describeWithData } from '../../shared-data.ts';

const model = loadBoundaryModel(null);
const hybrid = createHybridEngine(dictionary, { model });
const lattice = createLatticeEngine(dictionary);
const text = fc.string({
  unit: fc.constantFrom(
    ...'的一国中大会和发展经济体制改革是在不了人民共产党委员会二十五年月日2025AI，。（）“” 𠮷吉林省𠮷',
  ),
  maxLength: 60,
});

function words(engine: Engine, text: string): string[] {
  const { length, end, form } = engine.cut(text);
  const words = Array.from({ length }, (_, i) => text.slice(i === 0 ? 0 : end[i - 1], end[i]));
  expect(words.map((_, i) => engine.form(form[i]!))).toEqual(words);
  return words;
}

describe('the hybrid', () => {
  it('cuts what a dictionary alone joins or crosses', () => {
    expect(words(hybrid, '这是一个非常重要的问题').join('|')).toBe('这|是|一|个|非常|重要|的|问题');
    expect(words(hybrid, '加快建设现代化产业体系').join('|')).toBe('加快|建设|现代化|产业|体系');
  });

  it('cuts as finely as it is asked to', () => {
    const counts = granularities.map(
      (granularity) =>
        words(createHybridEngine(dictionary, { model, granularity }), '这是社会主义市场经济体制的一个重要问题').length,
    );
    expect(counts[0]).toBeGreaterThan(counts[1]!);
    expect(counts[1]).toBeGreaterThan(counts[2]!);
  });

  it('keeps listed words whole whatever the model says', () => {
    const forms = ['新型举国体制', '供给侧结构性改革', '人类命运共同体'];
    const parting = boundaryModel(new Int8Array(rows).fill(120));
    for (const granularity of granularities) {
      for (const given of [model, parting]) {
        const engine = createHybridEngine(dictionary, { model: given, granularity }, forms);
        for (const form of forms) expect(words(engine, `健全${form}，`)).toContain(form);
      }
    }
  });

  it('keeps whole what is listed although the dictionary has it', () => {
    const forms = ['人民政府', '监督管理', '行政复议'];
    for (const form of forms) expect(words(hybrid, `由${form}机关办理`)).not.toContain(form);
    for (const granularity of granularities) {
      const engine = createHybridEngine(dictionary, { model, granularity }, forms);
      for (const form of forms) expect(words(engine, `由${form}机关办理`)).toContain(form);
    }
  });

  it('covers any text, however it was used before, and never parts a character', () => {
    fc.assert(
      fc.property(text, (text) => {
        const found = words(hybrid, text);
        expect(found.join('')).toBe(text);
        expect(found.filter((word) => /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(word))).toEqual([]);
      }),
    );
  });

  it('finds the path of the lattice where the model says nothing', () => {
    const silent = createHybridEngine(dictionary, { model: boundaryModel(new Int8Array(rows)) });
    fc.assert(
      fc.property(text, (text) => {
        expect(words(silent, text)).toEqual(words(lattice, text));
      }),
    );
  });

  it('takes as long a paragraph as there is', () => {
    const long = '坚持中国共产党的领导，2025年全面深化改革。'.repeat(2000);
    const found = words(hybrid, long);
    expect(found.join('')).toBe(long);
    expect(found.length).toBe(words(hybrid, long.slice(0, long.length / 2000)).length * 2000);
  });
});

describe('the margin', () => {
  it('is for a boundary where the best path has one, and against it elsewhere', () => {
    const words = new WordLattice({
      trie: dictionary.trie,
      rank: dictionary.rank,
      scores: dictionary.weights.map((weight) => weight + bonus),
    });
    const plain = createHybridEngine(dictionary, { model: boundaryModel(new Int8Array(rows)) });
    const some = '人民代表大会制度是中国的根本政治制度，发展中国家的经济体制改革在1978年后展开';
    words.reserve(some.length);
    markPlaces(some, words.places);
    words.build(some);
    const { length, end } = plain.cut(some);
    const ends = new Set(end.slice(0, length));
    for (let i = 1; i < some.length; i++) {
      if (ends.has(i)) expect(words.margin[i], some.slice(0, i)).toBeGreaterThanOrEqual(favoured);
      else expect(words.margin[i], some.slice(0, i)).toBeLessThanOrEqual(favoured);
    }
  });
});

describe('training', () => {
  it('gives the same model every time, and corrects the one it begins with', () => {
    const gold = Array.from({ length: 10 }, () => ['不', '只', '这', '样', '切', '分']);
    const trained = trainBoundaries(boundaryExamples(gold, dictionary, model), model);
    expect(trainBoundaries(boundaryExamples(gold, dictionary, model), model)).toEqual(trained);
    expect(trained.digest).not.toBe(model.digest);
    const fine = createHybridEngine(dictionary, { model: trained, granularity: 'fine' });
    expect(words(fine, gold[0]!.join(''))).toEqual(gold[0]);
  });

  it('asks nothing inside numbers and beside marks', () => {
    const { rows: found, labels, prior } = boundaryExamples([['在', '2025', '年', '，', '发展']], dictionary);
    expect([...labels]).toEqual([1, 1, 0]);
    expect(found.every((row) => row >= 0 && row < rows)).toBe(true);
    expect([...prior]).toEqual([0, 0, 0]);
  });
});

describeWithData('on a treebank that it was not trained on', (data) => {
  it('cuts as the treebank does and crosses fewer words than the lattice', () => {
    const wordsOf = (name: string) =>
      toSimplified(readTreebank(join(data, 'treebanks', `zh_${name}.conllu`))).map(({ words }) =>
        words.map(({ form }) => form),
      );
    const own = wordsOf('gsdsimp-ud-test');
    const others = ['hk-ud-test', 'cfl-ud-test', 'pud-ud-test'].flatMap(wordsOf);
    const trained = trainBoundaries(boundaryExamples([...own, ...own, ...own, ...others], dictionary));
    const score = segmentationScore(scoreTrained(trained, wordsOf('gsdsimp-ud-dev'), dictionary, 'fine'));
    // The lattice has 79.8, 3.32 and 0.78 (docs/segmentation.md).
    expect(score.f1).toBeGreaterThan(88);
    expect(score.conflictsPer1000).toBeLessThan(2.6);
    expect(score.crossed).toBeLessThan(0.6);
  });
});
