import type { Occurrences } from './document-units.ts';
import { addOrdered } from './ordered-pairs.ts';
import type { CooccurrenceSettings } from './units.ts';
import { type WindowCounter, wholeOccurrences } from './window-counter.ts';

/**
 * Counts the spans of one run of words, node by node: the `left` words before and the `right` words after each occurrence
 * of a node a. A b that touches no word of a is in the span where it begins in it. By presence, words are counted: one in
 * which b begins counts once for a, however many spans of a it is in (Evert 2008, surface co-occurrence). By occurrences,
 * each occurrence of a with each b in its span.
 */
export function createSpanCounter(
  nodes: number,
  { left, right, count }: Pick<CooccurrenceSettings, 'left' | 'right' | 'count'>,
): WindowCounter {
  const present = count === 'presence';
  // Words before this one are counted already, as those of a node, of its spans, and as one in which it begins.
  const ownTo = new Float64Array(nodes);
  const reachTo = new Float64Array(nodes);
  const begunTo = new Float64Array(nodes);
  // The last place in the run for which a node was found to touch what stands there, or to have it in its span.
  const touched = new Float64Array(nodes);
  const held = new Float64Array(nodes);
  return (total, occurrences, from, to, runStart, words) => {
    const runEnd = runStart + words;
    const { node, firstWord, lastWord } = occurrences;
    const whole = wholeOccurrences(occurrences, from, to, runEnd);
    for (const i of whole) {
      const id = node[i]!;
      ownTo[id] = reachTo[id] = begunTo[id] = 0;
      touched[id] = held[id] = -1;
    }
    const longest = longestOf(occurrences, whole);
    total.units += words;
    for (let y = 0; y < whole.length; y++) {
      const j = whole[y]!;
      const b = node[j]!;
      const first = firstWord[j]!;
      const last = lastWord[j]!;
      if (present) {
        total.own[b]! += Math.max(0, last + 1 - Math.max(first, ownTo[b]!));
        ownTo[b] = Math.max(ownTo[b]!, last + 1);
        const reach = Math.min(runEnd, last + right + 1);
        total.reach[b]! += Math.max(0, reach - Math.max(runStart, first - left, reachTo[b]!));
        reachTo[b] = Math.max(reachTo[b]!, reach);
        if (begunTo[b]! > first) continue;
        begunTo[b] = first + 1;
        total.present[b]!++;
      }
      const begin = placeBefore(occurrences, whole, y, first - right - longest);
      const furthest = Math.max(last, first + left);
      if (present) {
        for (let x = begin; x < whole.length && firstWord[whole[x]!]! <= last; x++) {
          const i = whole[x]!;
          const a = node[i]!;
          if (a === b || lastWord[i]! < first || touched[a] === y) continue;
          touched[a] = y;
          addOrdered(total.inside, b, a, 1);
        }
      }
      for (let x = begin; x < whole.length && firstWord[whole[x]!]! <= furthest; x++) {
        const i = whole[x]!;
        const a = node[i]!;
        if (a === b) continue;
        const isIn =
          lastWord[i]! < first ? first - lastWord[i]! <= right : firstWord[i]! > last && firstWord[i]! - first <= left;
        if (!isIn) continue;
        if (present) {
          if (touched[a] === y || held[a] === y) continue;
          held[a] = y;
        }
        addOrdered(total.spans, a, b, 1);
      }
    }
  };
}

/** The most words that one of them has beyond its first. */
function longestOf({ firstWord, lastWord }: Occurrences, indices: Uint32Array): number {
  let longest = 0;
  for (const i of indices) longest = Math.max(longest, lastWord[i]! - firstWord[i]!);
  return longest;
}

/** The first place before `place` whose occurrence begins at `word` or later. */
function placeBefore({ firstWord }: Occurrences, indices: Uint32Array, place: number, word: number): number {
  let before = place;
  while (before > 0 && firstWord[indices[before - 1]!]! >= word) before--;
  return before;
}
