/** Counts that the measures are made of; they add up over sentences. */
export interface SegmentationCounts {
  gold: number;
  predicted: number;
  /** Words that both have. */
  same: number;
  /** Stretches between shared boundaries with inner boundaries on both sides. */
  conflicts: number;
  /** Gold words of two or more Han characters, at most one of them a numeral. */
  terms: number;
  /** Those that a predicted word overlaps with neither containing the other. */
  crossedTerms: number;
  /** Gold words that the vocabulary lacks, and those of them that were found. */
  unknown: number;
  unknownFound: number;
}

export interface SegmentationScore {
  /** In percent, as the other shares. */
  readonly f1: number;
  /** Conflicts per 1,000 gold words. */
  readonly xblk: number;
  readonly termX: number;
  readonly oovRecall: number;
}

export function noCounts(): SegmentationCounts {
  return { gold: 0, predicted: 0, same: 0, conflicts: 0, terms: 0, crossedTerms: 0, unknown: 0, unknownFound: 0 };
}

const allHan = /^\p{Script=Han}{2,}$/u;
const numeral = /[〇零一二三四五六七八九十百千万亿两]/gu;

/** Adds one sentence: two divisions of the same text into words. */
export function countSentence(
  counts: SegmentationCounts,
  gold: readonly string[],
  predicted: readonly string[],
  known: (word: string) => boolean,
): void {
  const length = gold.join('').length;
  const inGold = boundaries(gold, length);
  const inPredicted = boundaries(predicted, length);
  counts.gold += gold.length;
  counts.predicted += predicted.length;
  let at = 0;
  for (const word of gold) {
    const end = at + word.length;
    const insideIn = countBetween(inPredicted, at, end);
    const found = inPredicted[at] === 1 && inPredicted[end] === 1 && insideIn === 0;
    if (found) counts.same++;
    if (!known(word)) {
      counts.unknown++;
      if (found) counts.unknownFound++;
    }
    if (allHan.test(word) && (word.match(numeral)?.length ?? 0) <= 1) {
      counts.terms++;
      // A predicted word that begins or ends inside and reaches out crosses this one.
      if (insideIn > 0 && (inPredicted[at] === 0 || inPredicted[end] === 0)) counts.crossedTerms++;
    }
    at = end;
  }
  let last = 0;
  for (let i = 1; i <= length; i++) {
    if (inGold[i] === 0 || inPredicted[i] === 0) continue;
    if (countBetween(inGold, last, i) > 0 && countBetween(inPredicted, last, i) > 0) counts.conflicts++;
    last = i;
  }
}

export function scoreOf(counts: SegmentationCounts): SegmentationScore {
  return {
    f1: (200 * counts.same) / (counts.gold + counts.predicted),
    xblk: (1000 * counts.conflicts) / counts.gold,
    termX: (100 * counts.crossedTerms) / counts.terms,
    oovRecall: (100 * counts.unknownFound) / counts.unknown,
  };
}

/** Sentences as words: one a line with spaces between the words, or CoNLL-U. */
export function readGold(content: string): string[][] {
  const lines = content.split(/\r?\n/);
  const columns = lines.find((line) => line !== '' && !line.startsWith('#'))?.split('\t').length ?? 0;
  if (columns < 2) return lines.map((line) => line.split(/\s+/).filter(Boolean)).filter((words) => words.length > 0);
  const sentences: string[][] = [[]];
  for (const line of lines) {
    if (line === '') sentences.push([]);
    else if (/^\d+\t/.test(line)) sentences.at(-1)!.push(line.split('\t')[1]!.replaceAll(' ', ''));
  }
  return sentences.filter((words) => words.length > 0);
}

/** 1 at both ends of each word. */
function boundaries(words: readonly string[], length: number): Uint8Array {
  const at = new Uint8Array(length + 1);
  at[0] = 1;
  let end = 0;
  for (const word of words) {
    end += word.length;
    at[end] = 1;
  }
  return at;
}

/** Boundaries strictly between two offsets. */
function countBetween(at: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let i = start + 1; i < end; i++) count += at[i]!;
  return count;
}
