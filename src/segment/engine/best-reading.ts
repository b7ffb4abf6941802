import type { Lexicon } from '../lexicon/lexicon.ts';

/** Ends of words in UTF-16 units, the last one the length of the form, and the sum of their log probabilities. */
export interface Reading {
  readonly ends: readonly number[];
  readonly score: number;
}

/**
 * The most probable division of a form into two words or more (one, if it is one character): the product of frequencies
 * over the total is greatest. As in jieba, characters without an entry have the least frequency of all, and of two equal
 * readings the one whose first word is shorter is taken.
 */
export function bestReading(form: string, lexicon: Lexicon): Reading {
  const { total, least, longest, bonus = 0 } = lexicon;
  const length = form.length;
  const scores = new Array<number>(length + 1).fill(Number.NEGATIVE_INFINITY);
  const next = new Array<number>(length + 1).fill(0);
  scores[length] = 0;
  for (let start = length - 1; start >= 0; start--) {
    if (insidePair(form, start)) continue;
    const character = insidePair(form, start + 1) ? start + 2 : start + 1;
    const limit = Math.min(length, Math.max(character, start + longest));
    for (let end = character; end <= limit; end++) {
      if (insidePair(form, end) || (end - start === length && character < length)) continue;
      const frequency = lexicon.frequency(form.slice(start, end)) ?? (end === character ? least : 0);
      if (frequency === 0) continue;
      const score = scores[end]! + Math.log(frequency / total) + bonus;
      if (score <= scores[start]!) continue;
      scores[start] = score;
      next[start] = end;
    }
  }
  const ends: number[] = [];
  for (let at = 0; at < length; ends.push(at)) at = next[at]!;
  return { ends, score: scores[0]! };
}

/** Whether an offset lies between the halves of a surrogate pair. */
function insidePair(form: string, offset: number): boolean {
  return (form.charCodeAt(offset) & 0xfc00) === 0xdc00 && (form.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
}
