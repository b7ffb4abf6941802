import { seededRandom } from '../../src/measure/random.ts';
import { traitsOfMark } from '../../src/segment/tagger/context-tagger.ts';
import { width } from '../../src/segment/tagger/tagger-model.ts';
import { rows, rowsOfEachPlace, rowsOfPlace, rowsOfWord } from '../../src/segment/tagger/word-features.ts';
import { type ExampleWord, isMark, unknown } from './examples.ts';

const epochs = 5;
/** Steps of a weight up to the greatest: 24 were as good on UD GSDSimp dev as 127, and better, because small weights go. */
const steps = 16;

/** The weights of an averaged perceptron (Collins 2002) after some rounds over the sentences, as whole numbers. */
export function trainTagger(sentences: readonly (readonly ExampleWord[])[]): Int8Array {
  const weights = new Float64Array(rows * width);
  const sums = new Float64Array(rows * width);
  const random = seededRandom(1);
  const order = sentences.map((_, i) => i);
  const outside = traitsOfMark('\n');
  const prepared = sentences.map((sentence) => prepare(sentence, outside));
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const s of order) {
      const sentence = sentences[s]!;
      const fixed = prepared[s]!;
      let tag1 = width;
      let tag2 = width;
      const place = new Int32Array(rowsOfEachPlace);
      for (let i = 0; i < sentence.length; i++) {
        const { tag, traits } = sentence[i]!;
        let next = width;
        if (tag !== isMark) {
          step++;
          const before = sentence[i - 1]?.traits ?? outside;
          const after = sentence[i + 1]?.traits ?? outside;
          rowsOfPlace(place, before, traits, after, tag1, tag2);
          next = best(weights, fixed[i]!, place);
          if (tag !== unknown && next !== tag) {
            for (const list of [fixed[i]!, place]) {
              for (const row of list) {
                weights[row * width + tag]! += 1;
                weights[row * width + next]! -= 1;
                sums[row * width + tag]! += step;
                sums[row * width + next]! -= step;
              }
            }
          }
        }
        tag2 = tag1;
        tag1 = next;
      }
    }
  }
  const average = weights.map((weight, i) => weight - sums[i]! / step);
  return quantised(average);
}

function prepare(sentence: readonly ExampleWord[], outside: ExampleWord['traits']): Int32Array[] {
  return sentence.map((_, i) =>
    Int32Array.from([-2, -1, 0, 1, 2].flatMap((offset) => rowsOfWord(sentence[i + offset]?.traits ?? outside, offset))),
  );
}

function best(weights: Float64Array, fixed: Int32Array, place: Int32Array): number {
  const scores = new Float64Array(width);
  for (const list of [fixed, place]) {
    for (const row of list) for (let t = 0; t < width; t++) scores[t]! += weights[row * width + t]!;
  }
  let found = 0;
  for (let t = 1; t < width; t++) if (scores[t]! > scores[found]!) found = t;
  return found;
}

/** A few great weights may be cut off, which leaves the others their differences. */
function quantised(average: Float64Array): Int8Array {
  const sorted = Float64Array.from(average, Math.abs).sort();
  const greatest = sorted[Math.floor(sorted.length * 0.9998)]!;
  return Int8Array.from(average, (weight) => {
    const share = (weight / greatest) * steps;
    return Math.abs(share) < 1 ? 0 : Math.max(-127, Math.min(127, Math.round(share)));
  });
}
