import {
  addSegmentation,
  type DifferingWords,
  noSegmentation,
  type SegmentationCounts,
} from '../../measure/segmentation.ts';
import type { Engine } from '../../model/engine.ts';
import type { GoldSentence } from './read-gold.ts';

/** Words that one of two divisions has where the other has others. */
export interface Confusion {
  /** Parted by spaces, as the others. */
  readonly gold: string;
  readonly predicted: string;
  /** Whether the prediction cuts finer, coarser, or in the wrong place. */
  readonly kind: 'split' | 'merged' | 'conflict';
  count: number;
  /** Where it first stands. */
  readonly file: string;
  readonly line: number;
}

/** Confusions by their gold and predicted words. */
export type Confusions = Map<string, Confusion>;

const allHan = /^\p{Script=Han}{2,}$/u;
const numeral = /[〇零一二三四五六七八九十百千万亿两]/gu;

/** Two or more Han characters, at most one of them a numeral: what a term may be made of. */
export function isTermLike(word: string): boolean {
  return allHan.test(word) && (word.match(numeral)?.length ?? 0) <= 1;
}

/** Counts of what an engine makes of the sentences of a file; adds where it differs to `confusions`. */
export function scoreEngine(
  engine: Engine,
  file: string,
  sentences: readonly GoldSentence[],
  isKnown: (word: string) => boolean,
  confusions: Confusions,
): SegmentationCounts {
  const counts = noSegmentation();
  for (const { words, lines } of sentences) {
    const text = words.join('');
    let at = 0;
    const end = words.map((word) => {
      at += word.length;
      return at;
    });
    const isTerm = words.map((word) => Number(isTermLike(word)));
    const isUnknown = words.map((word) => Number(!isKnown(word)));
    const cut = engine.cut(text);
    addSegmentation(counts, { end, isTerm, isUnknown }, cut, (differing) => {
      const { goldFrom, goldTo, predictedFrom, predictedTo } = differing;
      const gold = words.slice(goldFrom, goldTo).join(' ');
      let predicted = '';
      for (let word = predictedFrom; word < predictedTo; word++) {
        if (word > predictedFrom) predicted += ' ';
        predicted += text.slice(word === 0 ? 0 : cut.end[word - 1], cut.end[word]);
      }
      const key = `${gold}\n${predicted}`;
      const known = confusions.get(key);
      if (known !== undefined) known.count++;
      else confusions.set(key, { gold, predicted, kind: kindOf(differing), count: 1, file, line: lines[goldFrom]! });
    });
  }
  return counts;
}

/** The commonest first, then by code unit. */
export function byCount(confusions: Confusions): Confusion[] {
  return [...confusions]
    .sort(([a, { count: first }], [b, { count: second }]) => second - first || (a < b ? -1 : 1))
    .map(([, confusion]) => confusion);
}

function kindOf({ goldFrom, goldTo, predictedFrom, predictedTo }: DifferingWords): Confusion['kind'] {
  if (goldTo - goldFrom === 1) return 'split';
  return predictedTo - predictedFrom === 1 ? 'merged' : 'conflict';
}
