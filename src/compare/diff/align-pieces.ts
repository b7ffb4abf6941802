import { heaviestChain } from './heaviest-chain.ts';

// What one change more costs: more than a mark or a single character (的) that both have is worth, less than a word of two.
const changeCost = 3;
// Cells of a table of one byte each; longer texts are first parted at what they have in common once.
const mostCells = 4_000_000;

const none = Number.NEGATIVE_INFINITY;
const fromChange = 1;
const left = 2;
const opens = 4;

/**
 * For each element of `a` the index of the element of `b` that it stayed, −1 where it was deleted: the alignment with the most
 * kept weight after the cost of its changes (Gotoh 1982, affine gaps, a deletion and an insertion at one place being one change),
 * so that what is kept stands in long stretches.
 */
export function alignPieces(a: Int32Array, b: Int32Array, weight: ArrayLike<number>): Int32Array {
  const partner = new Int32Array(a.length).fill(-1);
  alignRange({ a, b, weight, partner }, 0, a.length, 0, b.length);
  return partner;
}

interface Alignment {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weight: ArrayLike<number>;
  readonly partner: Int32Array;
}

function alignRange(all: Alignment, aFrom: number, aTo: number, bFrom: number, bTo: number): void {
  const { a, b, partner } = all;
  let [aStart, aEnd, bStart, bEnd] = [aFrom, aTo, bFrom, bTo];
  while (aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]) partner[aStart++] = bStart++;
  while (aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]) partner[--aEnd] = --bEnd;
  if (aStart === aEnd || bStart === bEnd) return;
  if ((aEnd - aStart + 1) * (bEnd - bStart + 1) <= mostCells) alignTable(all, aStart, aEnd, bStart, bEnd);
  else {
    // Without an anchor two texts of this length have nothing in common that a reader would know again.
    const found = anchors(all, aStart, aEnd, bStart, bEnd);
    for (const [aAt, bAt] of found) {
      alignRange(all, aStart, aAt, bStart, bAt);
      partner[aAt] = bAt;
      aStart = aAt + 1;
      bStart = bAt + 1;
    }
    if (found.length > 0) alignRange(all, aStart, aEnd, bStart, bEnd);
  }
}

/** Elements that stand once in both ranges, in the longest order that both have (Cohen's patience diff). */
function anchors(all: Alignment, aStart: number, aEnd: number, bStart: number, bEnd: number): [number, number][] {
  const once = (ids: Int32Array, start: number, end: number) => {
    const places = new Map<number, number>();
    for (let i = start; i < end; i++) places.set(ids[i]!, places.has(ids[i]!) ? -1 : i);
    return places;
  };
  const inB = once(all.b, bStart, bEnd);
  const pairs = [...once(all.a, aStart, aEnd)].flatMap(([id, a]) => {
    const b = inB.get(id) ?? -1;
    return a >= 0 && b >= 0 ? [{ a, b, weight: all.weight[id]! }] : [];
  });
  return heaviestChain(pairs).map(({ a, b }) => [a, b]);
}

function alignTable(all: Alignment, aStart: number, aEnd: number, bStart: number, bEnd: number): void {
  const { a, b, weight, partner } = all;
  const width = bEnd - bStart + 1;
  const height = aEnd - aStart + 1;
  const step = new Uint8Array(width * height);
  // The best ways that end with a kept element and within a change.
  let keptBefore = new Float64Array(width);
  let changedBefore = new Float64Array(width);
  let kept = new Float64Array(width);
  let changed = new Float64Array(width);
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      let way = 0;
      let value = i === 0 && j === 0 ? 0 : none;
      if (i > 0 && j > 0 && a[aStart + i - 1] === b[bStart + j - 1]) {
        const isAfterChange = changedBefore[j - 1]! > keptBefore[j - 1]!;
        value = weight[a[aStart + i - 1]!]! + (isAfterChange ? changedBefore[j - 1]! : keptBefore[j - 1]!);
        if (isAfterChange) way |= fromChange;
      }
      kept[j] = value;
      let most = none;
      let change = 0;
      if (i > 0) {
        most = changedBefore[j]!;
        if (keptBefore[j]! - changeCost > most) {
          most = keptBefore[j]! - changeCost;
          change = opens;
        }
      }
      if (j > 0) {
        if (changed[j - 1]! > most) {
          most = changed[j - 1]!;
          change = left;
        }
        if (kept[j - 1]! - changeCost > most) {
          most = kept[j - 1]! - changeCost;
          change = left | opens;
        }
      }
      changed[j] = most;
      step[i * width + j] = way | change;
    }
    [keptBefore, kept] = [kept, keptBefore];
    [changedBefore, changed] = [changed, changedBefore];
  }
  let i = height - 1;
  let j = width - 1;
  let inChange = changedBefore[j]! > keptBefore[j]!;
  while (i > 0 || j > 0) {
    const way = step[i * width + j]!;
    if (inChange) {
      inChange = (way & opens) === 0;
      if ((way & left) === 0) i--;
      else j--;
    } else {
      inChange = (way & fromChange) !== 0;
      partner[aStart + --i] = bStart + --j;
    }
  }
}
