import type { ExactMatch } from './exact-matches.ts';

/** A passage of two sequences: ends are exclusive, `same` are the units that both have in the same order. */
export interface JoinedPassage {
  readonly startA: number;
  readonly endA: number;
  readonly startB: number;
  readonly endB: number;
  readonly same: number;
}

export interface JoinSettings {
  /** Most units between two matches of a passage, on each side. */
  readonly maxGap: number;
  readonly minIdentity: number;
}

/** Share of the units of both sides that are the same: 2·same/(length of a + length of b). */
export function identityOf({ startA, endA, startB, endB, same }: JoinedPassage): number {
  return (2 * same) / (endA - startA + endB - startB);
}

interface Chain extends JoinedPassage {
  /** One a unit that is the same, less one a unit between matches that is not: what a local alignment would score. */
  readonly score: number;
}

/**
 * Passages of matches that stand near each other in both sequences. As in a local alignment, what is different between two
 * matches must be outweighed by what is the same on either side of it; each match joins the passage that it costs least.
 */
export function joinMatches(
  a: Uint16Array,
  b: Uint16Array,
  matches: readonly ExactMatch[],
  { maxGap, minIdentity }: JoinSettings,
): JoinedPassage[] {
  const done: Chain[] = [];
  let open: Chain[] = [];
  for (const match of matches) {
    const near: Chain[] = [];
    for (const chain of open) (match.startA - chain.endA > maxGap ? done : near).push(chain);
    open = near;
    let best: Chain | undefined;
    let joined = -1;
    open.forEach((chain, i) => {
      const longer = extended(chain, match, a, b, maxGap);
      if (longer === undefined || identityOf(longer) < minIdentity) return;
      if (best === undefined || longer.score > best.score) {
        best = longer;
        joined = i;
      }
    });
    if (best !== undefined) open[joined] = best;
    else {
      const { startA, startB, length } = match;
      const alone = { startA, endA: startA + length, startB, endB: startB + length, same: length, score: length };
      open.push(alone);
    }
  }
  return [...done, ...open];
}

function extended(
  chain: Chain,
  { startA, startB, length }: ExactMatch,
  a: Uint16Array,
  b: Uint16Array,
  maxGap: number,
): Chain | undefined {
  // What repeats at the edge of a change belongs to two matches: 和人民、和人民币. The earlier one keeps it.
  const shared = Math.max(chain.endA - startA, chain.endB - startB, 0);
  const rest = length - shared;
  if (rest <= 0) return undefined;
  const gapA = startA + shared - chain.endA;
  const gapB = startB + shared - chain.endB;
  if (gapA > maxGap || gapB > maxGap) return undefined;
  const between = sharedInOrder(a.subarray(chain.endA, chain.endA + gapA), b.subarray(chain.endB, chain.endB + gapB));
  const cost = Math.max(gapA, gapB) - between;
  if (cost >= rest || cost >= chain.score) return undefined;
  return {
    startA: chain.startA,
    endA: startA + length,
    startB: chain.startB,
    endB: startB + length,
    same: chain.same + between + rest,
    score: chain.score + rest - cost,
  };
}

/** Length of the longest common subsequence; both are short. */
function sharedInOrder(a: Uint16Array, b: Uint16Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  const row = new Uint16Array(b.length + 1);
  for (const unit of a) {
    let corner = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!;
      row[j] = unit === b[j - 1] ? corner + 1 : Math.max(above, row[j - 1]!);
      corner = above;
    }
  }
  return row[b.length]!;
}
