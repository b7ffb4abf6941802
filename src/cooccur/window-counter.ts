import type { Occurrences } from './document-units.ts';
import { noteInside } from './inside-windows.ts';
import { slotOf } from './pair-table.ts';
import type { UnitTotal } from './units.ts';

/**
 * Counts the windows of one run of words, a block or a sentence: one begins at each of its `words` words (the first of
 * which has number `firstWord` in the document), takes in `width` words and is cut off at the run's end. An occurrence is in
 * a window where all its words are. Occurrences are those from index `from` to before `to`.
 */
export type WindowCounter = (
  total: UnitTotal,
  occurrences: Occurrences,
  from: number,
  to: number,
  firstWord: number,
  words: number,
) => void;

/**
 * By presence: a pair counts once in each window that holds two disjoint occurrences. By occurrences: each disjoint pair
 * of occurrences that some window holds counts once.
 */
export function createWindowCounter(nodes: number, width: number, count: 'presence' | 'all'): WindowCounter {
  const reached = new Float64Array(nodes);
  const present = count === 'presence';
  return (total, occurrences, from, to, firstWord, words) => {
    const { node, start, end } = occurrences;
    // Windows are numbered through the corpus, so that what a pair has reached in one block is over in the next.
    const base = total.units - firstWord;
    const order = byLastWord(occurrences, wholeOccurrences(occurrences, from, to, firstWord + words));
    for (const i of order) reached[node[i]!] = 0;
    for (let y = 0; y < order.length; y++) {
      const j = order[y]!;
      // The windows that hold an occurrence begin at `low` to its first word. `low` never falls from one j to the next, so
      // the windows of a pair that were counted already are those below the greatest first word so far.
      const low = Math.max(firstWord, occurrences.lastWord[j]! - width + 1);
      const first = occurrences.firstWord[j]!;
      if (present) {
        const fresh = base + first + 1 - Math.max(base + low, reached[node[j]!]!);
        if (fresh > 0) {
          total.present[node[j]!]! += fresh;
          reached[node[j]!] = base + first + 1;
        }
      }
      for (let x = y - 1; x >= 0; x--) {
        const i = order[x]!;
        if (occurrences.lastWord[i]! < low) break;
        const high = Math.min(first, occurrences.firstWord[i]!);
        if (high < low || node[i] === node[j] || (start[i]! < end[j]! && start[j]! < end[i]!)) continue;
        const slot = slotOf(total.pairs, node[i]!, node[j]!);
        if (present) {
          const fresh = base + high + 1 - Math.max(base + low, total.pairs.reached[slot]!);
          if (fresh <= 0) continue;
          total.pairs.counts[slot]! += fresh;
          total.pairs.reached[slot] = base + high + 1;
        } else total.pairs.counts[slot]!++;
      }
    }
    if (present) noteInside(total, occurrences, order, firstWord, width);
    total.units += words;
  };
}

/** Indices of the occurrences from `from` to before `to` that touch a word, and none from `endWord` on. */
export function wholeOccurrences({ lastWord }: Occurrences, from: number, to: number, endWord: number): Uint32Array {
  const whole = new Uint32Array(to - from);
  let length = 0;
  for (let i = from; i < to; i++) if (lastWord[i]! < endWord) whole[length++] = i;
  return whole.subarray(0, length);
}

/** Indices of occurrences sorted by last word. They come sorted by start, so that only nested ones have to move. */
function byLastWord({ lastWord }: Occurrences, indices: Uint32Array): Uint32Array {
  const order = indices.slice();
  for (let x = 1; x < order.length; x++) {
    const i = order[x]!;
    let place = x;
    while (place > 0 && lastWord[order[place - 1]!]! > lastWord[i]!) {
      order[place] = order[place - 1]!;
      place--;
    }
    order[place] = i;
  }
  return order;
}
