/** Counts that the measures of a segmentation are made of; they add up over sentences. */
export interface SegmentationCounts {
  goldWords: number;
  predictedWords: number;
  /** Words that both have. */
  sameWords: number;
  /** Stretches between two boundaries that both have, with inner boundaries in both. */
  conflicts: number;
  /** Such stretches with inner boundaries in the prediction only, and in the gold only. */
  split: number;
  merged: number;
  /** Gold words that are marked as terms, and those of them that are crossed. */
  terms: number;
  crossedTerms: number;
  /** Gold words that are marked as unknown, and those of them that are found. */
  unknown: number;
  unknownFound: number;
}

/** The right words of a text, as columns of one length. */
export interface GoldWords {
  /** Where each word ends, rising; the first starts at 0. */
  readonly end: ArrayLike<number>;
  /** 1 for the words that must not be crossed. */
  readonly isTerm: ArrayLike<number>;
  /** 1 for the words that the vocabulary lacks. */
  readonly isUnknown: ArrayLike<number>;
}

/** Words, by index and half open, of a stretch in which two divisions agree on nothing but its ends. */
export interface DifferingWords {
  readonly goldFrom: number;
  readonly goldTo: number;
  readonly predictedFrom: number;
  readonly predictedTo: number;
}

/** Shares in percent; NaN where there is nothing to have a share of. */
export interface SegmentationScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Share found of the words that the vocabulary lacks. */
  readonly oovRecall: number;
  /** Conflicts per 1,000 gold words: cut in a wrong place, not only finer or coarser. */
  readonly conflictsPer1000: number;
  /** Share of the terms that a predicted word overlaps with neither containing the other. */
  readonly crossed: number;
}

/** Counts of no text. */
export function noSegmentation(): SegmentationCounts {
  return {
    goldWords: 0,
    predictedWords: 0,
    sameWords: 0,
    conflicts: 0,
    split: 0,
    merged: 0,
    terms: 0,
    crossedTerms: 0,
    unknown: 0,
    unknownFound: 0,
  };
}

/** Adds two divisions of one text; `tell` hears of each stretch in which they differ. Throws where they end elsewhere. */
export function addSegmentation(
  counts: SegmentationCounts,
  gold: GoldWords,
  predicted: { readonly length: number; readonly end: ArrayLike<number> },
  tell?: (words: DifferingWords) => void,
): void {
  const { end: goldEnd, isTerm, isUnknown } = gold;
  const { end: predictedEnd } = predicted;
  if ((goldEnd[goldEnd.length - 1] ?? 0) !== (predicted.length === 0 ? 0 : predictedEnd[predicted.length - 1])) {
    throw new Error('the divisions are of different texts');
  }
  counts.goldWords += goldEnd.length;
  counts.predictedWords += predicted.length;
  for (let word = 0; word < goldEnd.length; word++) {
    counts.terms += isTerm[word]!;
    counts.unknown += isUnknown[word]!;
  }
  for (let goldTo = 0, predictedTo = 0; goldTo < goldEnd.length; ) {
    const goldFrom = goldTo++;
    const predictedFrom = predictedTo++;
    while (goldEnd[goldTo - 1] !== predictedEnd[predictedTo - 1]) {
      if (goldEnd[goldTo - 1]! < predictedEnd[predictedTo - 1]!) goldTo++;
      else predictedTo++;
    }
    const isSplit = predictedTo - predictedFrom > 1;
    const isMerged = goldTo - goldFrom > 1;
    if (!isSplit && !isMerged) {
      counts.sameWords++;
      counts.unknownFound += isUnknown[goldFrom]!;
      continue;
    }
    const words = { goldFrom, goldTo, predictedFrom, predictedTo };
    if (isSplit && isMerged) {
      counts.conflicts++;
      counts.crossedTerms += crossed(words, gold, predictedEnd);
    } else if (isSplit) counts.split++;
    else counts.merged++;
    tell?.(words);
  }
}

/** Number of terms of a stretch inside which a predicted word begins or ends that reaches out. */
function crossed(
  { goldFrom, goldTo, predictedFrom, predictedTo }: DifferingWords,
  { end, isTerm }: GoldWords,
  predictedEnd: ArrayLike<number>,
): number {
  let count = 0;
  let next = predictedFrom;
  for (let word = goldFrom; word < goldTo; word++) {
    const start = word === 0 ? 0 : end[word - 1]!;
    while (next < predictedTo && predictedEnd[next]! <= start) next++;
    const startsThere = word === goldFrom || predictedEnd[next - 1] === start;
    let inner = next;
    while (predictedEnd[inner]! < end[word]!) inner++;
    const endsThere = predictedEnd[inner] === end[word];
    if (isTerm[word] === 1 && inner > next && !(startsThere && endsThere)) count++;
  }
  return count;
}

/** Precision, recall and F1 by words as of the SIGHAN bakeoffs (Sproat and Emerson 2003). */
export function segmentationScore(counts: SegmentationCounts): SegmentationScore {
  const { goldWords, predictedWords, sameWords } = counts;
  return {
    precision: (100 * sameWords) / predictedWords,
    recall: (100 * sameWords) / goldWords,
    f1: (200 * sameWords) / (goldWords + predictedWords),
    oovRecall: (100 * counts.unknownFound) / counts.unknown,
    conflictsPer1000: (1000 * counts.conflicts) / goldWords,
    crossed: (100 * counts.crossedTerms) / counts.terms,
  };
}

/** Adds the counts of other sentences. */
export function mergeSegmentation(counts: SegmentationCounts, other: SegmentationCounts): void {
  for (const name of Object.keys(counts) as (keyof SegmentationCounts)[]) counts[name] += other[name];
}
