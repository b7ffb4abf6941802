import type { ItemPostings } from '../count/item-postings.ts';
import type { Postings } from '../count/postings.ts';
import { rankSum } from '../measure/rank-sum.ts';
import { type Groups, isIn } from './groups.ts';
import type { Reference, Side } from './reference.ts';

/**
 * The side of each document: 1 of the target, 2 of the reference, 0 of neither. One that is in groups of both counts for the
 * target only, so that no text is compared with itself.
 */
export function sidesOf(groups: Groups, target: Side, reference: Reference): Uint8Array {
  return Uint8Array.from(groups.of, (group, document) => {
    if (isIn(groups, document, target.groups)) return 1;
    if (reference === undefined) return group >= 0 ? 2 : 0;
    return 'groups' in reference && isIn(groups, document, reference.groups) ? 2 : 0;
  });
}

/** How an item is spread over the documents of both sides; NaN is not defined. */
export interface Spread {
  /** The greatest share of its occurrences in the target that one document has. */
  readonly largest: number;
  readonly rankSumP: number;
}

/** A function that gives the spread of an item. Documents without words are none. */
export function spreadIn({ sizes }: Postings, { starts, document, count }: ItemPostings, sides: Uint8Array) {
  const numbers = [0, 0, 0];
  for (let i = 0; i < sides.length; i++) if (sizes.values[i]! > 0) numbers[sides[i]!]!++;
  const isTested = numbers[1]! > 1 && numbers[2]! > 1;
  return (item: number): Spread => {
    const rates = [1, 2].map((side) => new Float64Array(numbers[side]!));
    const filled = [0, 0];
    let all = 0;
    let most = 0;
    for (let i = starts[item]!; i < starts[item + 1]!; i++) {
      const side = sides[document[i]!]!;
      if (side === 0) continue;
      rates[side - 1]![filled[side - 1]!++] = count[i]! / sizes.values[document[i]!]!;
      if (side !== 1) continue;
      all += count[i]!;
      most = Math.max(most, count[i]!);
    }
    return { largest: most / all, rankSumP: isTested ? rankSum(rates[0]!, rates[1]!).p : Number.NaN };
  };
}
