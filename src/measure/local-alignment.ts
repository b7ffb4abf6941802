/** What a match, a mismatch and a gap are worth. */
export interface AlignmentScores {
  readonly match: number;
  /** Below 0, as is the gap. */
  readonly mismatch: number;
  readonly gap: number;
}

/** The best local alignment of two sequences; ends are exclusive. */
export interface LocalAlignment {
  readonly score: number;
  readonly startA: number;
  readonly endA: number;
  readonly startB: number;
  readonly endB: number;
  /** Indices of the steps, −1 for a gap. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Steps in which both have the same. */
  readonly same: number;
}

const stop = 0;
const diagonal = 1;
const up = 2;
const left = 3;

/**
 * Smith & Waterman 1981, linear gaps. Of equal scores the alignment that ends first in `a`, then in `b`; of equal ways the
 * diagonal. Time and memory are the product of the lengths. Score 0 and nothing aligned where nothing matches.
 */
export function localAlignment<Item>(
  a: ArrayLike<Item>,
  b: ArrayLike<Item>,
  { match, mismatch, gap }: AlignmentScores,
): LocalAlignment {
  const width = b.length + 1;
  const step = new Uint8Array((a.length + 1) * width);
  let before = new Float64Array(width);
  let row = new Float64Array(width);
  let score = 0;
  let endA = 0;
  let endB = 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j < width; j++) {
      let best = 0;
      let way = stop;
      const aligned = before[j - 1]! + (a[i - 1] === b[j - 1] ? match : mismatch);
      if (aligned > best) {
        best = aligned;
        way = diagonal;
      }
      if (before[j]! + gap > best) {
        best = before[j]! + gap;
        way = up;
      }
      if (row[j - 1]! + gap > best) {
        best = row[j - 1]! + gap;
        way = left;
      }
      row[j] = best;
      step[i * width + j] = way;
      if (best > score) {
        score = best;
        endA = i;
        endB = j;
      }
    }
    [before, row] = [row, before];
  }
  const stepsA: number[] = [];
  const stepsB: number[] = [];
  let same = 0;
  let i = endA;
  let j = endB;
  for (let way = step[i * width + j]!; score > 0 && way !== stop; way = step[i * width + j]!) {
    if (way !== left) i--;
    if (way !== up) j--;
    stepsA.push(way === left ? -1 : i);
    stepsB.push(way === up ? -1 : j);
    if (way === diagonal && a[i] === b[j]) same++;
  }
  return {
    score,
    startA: i,
    endA,
    startB: j,
    endB,
    a: Int32Array.from(stepsA.reverse()),
    b: Int32Array.from(stepsB.reverse()),
    same,
  };
}
