import type { UnitGrams } from './unit-grams.ts';
import type { UnitMatch } from './unit-match.ts';

// So much of the neighbour must come from the other version's unit, and from what its match does not have already.
const mostlyFrom = 0.5;

interface Free {
  readonly a: (unit: number) => boolean;
  readonly b: (unit: number) => boolean;
}

/**
 * A match with the neighbours that were part of its unit: where an article was split, the new ones beside it on the side of `b`;
 * where several were merged, the old ones on the side of `a`.
 */
export function joinSplitUnits(match: UnitMatch, grams: UnitGrams, free: Free): UnitMatch {
  const b = neighbours(match.b, match.a[0]!, false, grams, free.b);
  if (b.length > match.b.length) return { ...match, b };
  return { ...match, a: neighbours(match.a, match.b[0]!, true, grams, free.a) };
}

function neighbours(
  units: readonly number[],
  whole: number,
  ofA: boolean,
  grams: UnitGrams,
  isFree: (unit: number) => boolean,
): number[] {
  const joined = [...units];
  const similarity = () => (ofA ? grams.similarityOf(joined, [whole]) : grams.similarityOf([whole], joined));
  for (const way of [1, -1]) {
    for (;;) {
      const next = way === 1 ? joined.at(-1)! + 1 : joined[0]! - 1;
      if (next < 0 || !isFree(next)) break;
      const isPart = grams.isPart(ofA, next, whole, joined);
      if (!isPart && grams.containment(ofA, next, whole, joined) < mostlyFrom) break;
      const before = isPart ? -1 : similarity();
      if (way === 1) joined.push(next);
      else joined.unshift(next);
      if (similarity() > before) continue;
      if (way === 1) joined.pop();
      else joined.shift();
      break;
    }
  }
  return joined;
}
