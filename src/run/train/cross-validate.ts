import { mergeSegmentation, noSegmentation, type SegmentationCounts } from '../../measure/segmentation.ts';
import { boundaryExamples } from '../../segment/hybrid/boundary-examples.ts';
import type { BoundaryModel } from '../../segment/hybrid/boundary-model.ts';
import { createHybridEngine, type Granularity } from '../../segment/hybrid/hybrid-engine.ts';
import { trainBoundaries } from '../../segment/hybrid/train-boundaries.ts';
import { type Dictionary, wordAt } from '../../segment/lexicon/dictionary.ts';
import { withPolicyTokens } from '../../segment/policy/policy-tokens.ts';
import { scoreEngine } from '../score/score-engine.ts';

/** Each sentence is held out once, with every fifth of the others. */
const folds = 5;

/** How good a model of `base` and all sentences but those that are asked about is, and `base` itself, over all sentences. */
export interface CrossValidation {
  readonly before: SegmentationCounts;
  readonly after: SegmentationCounts;
}

/** Trains once a fold. Sentences, given as their words, that stand twice are in one fold, so that none is trained on and asked. */
export function crossValidate(
  sentences: readonly (readonly string[])[],
  dictionary: Dictionary,
  base: BoundaryModel,
  granularity: Granularity,
): CrossValidation {
  const before = noSegmentation();
  const after = noSegmentation();
  const distinct = [...new Set(sentences.map((words) => words.join('')))];
  const foldOf = new Map(distinct.map((text, i) => [text, i % folds]));
  const fold = sentences.map((words) => foldOf.get(words.join(''))!);
  for (let held = 0; held < Math.min(folds, distinct.length); held++) {
    const asked = sentences.filter((_, i) => fold[i] === held);
    const others = sentences.filter((_, i) => fold[i] !== held);
    const model = trainBoundaries(boundaryExamples(others, dictionary, base), base);
    mergeSegmentation(before, scoreTrained(base, asked, dictionary, granularity));
    mergeSegmentation(after, scoreTrained(model, asked, dictionary, granularity));
  }
  return { before, after };
}

/** Counts of what the engine with a model makes of sentences, policy tokens included. */
export function scoreTrained(
  model: BoundaryModel,
  sentences: readonly (readonly string[])[],
  dictionary: Dictionary,
  granularity: Granularity,
): SegmentationCounts {
  const engine = withPolicyTokens(createHybridEngine(dictionary, { model, granularity }), { units: 'apart' });
  const isKnown = (word: string) => wordAt(dictionary, word) >= 0 || !/\p{Script=Han}/u.test(word);
  const gold = sentences.map((words) => ({ words, lines: words.map(() => 0) }));
  return scoreEngine(engine, '', gold, isKnown, new Map());
}
