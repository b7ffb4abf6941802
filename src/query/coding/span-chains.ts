import type { Span } from '../../text/offset-map.ts';

export interface ChainSettings {
  /** Most words between the end of one and the start of the next. */
  readonly gap: number;
  /** Whether they come in the order of the lists. */
  readonly ordered: boolean;
  /** Number of the unit that a span begins in; undefined where it reaches out of it. */
  unitOf(span: Span): number | undefined;
  wordsBetween(from: number, to: number): number;
}

/**
 * Stretches that hold one span of each list, apart from each other, in one unit and with few words between neighbours: the
 * shortest, of which none holds another. Lists are sorted by start.
 */
export function spanChains(lists: readonly (readonly Span[])[], settings: ChainSettings): Span[] {
  const { gap, ordered, unitOf, wordsBetween } = settings;
  const whole = (1 << lists.length) - 1;
  const known = new Map<number, number>();
  const width = Math.max(...lists.map((list) => list.length), 1);
  /** Least end of a chain that goes on with span `i` of a list when those of `used` are in it. */
  const leastEnd = (used: number, list: number, i: number): number => {
    const span = lists[list]![i]!;
    if (used === whole) return span.end;
    const key = (used * lists.length + list) * width + i;
    const before = known.get(key);
    if (before !== undefined) return before;
    const unit = unitOf(span);
    let least = Number.POSITIVE_INFINITY;
    for (const next of ordered ? [list + 1] : lists.keys()) {
      if ((used & (1 << next)) !== 0) continue;
      const spans = lists[next]!;
      for (let j = firstFrom(spans, span.end); j < spans.length; j++) {
        const { start } = spans[j]!;
        if (start >= least || wordsBetween(span.end, start) > gap) break;
        if (unitOf(spans[j]!) === unit) least = Math.min(least, leastEnd(used | (1 << next), next, j));
      }
    }
    known.set(key, least);
    return least;
  };
  const chains: Span[] = [];
  for (const list of ordered ? [0] : lists.keys()) {
    for (const [i, span] of lists[list]!.entries()) {
      if (unitOf(span) === undefined) continue;
      const end = leastEnd(1 << list, list, i);
      if (end < Number.POSITIVE_INFINITY) chains.push({ start: span.start, end });
    }
  }
  return smallest(chains);
}

/** Spans that hold no other one, each once, by start. */
function smallest(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: Span[] = [];
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = sorted.length - 1; i >= 0; i--) {
    const span = sorted[i]!;
    // Of those that begin at one place the shortest comes last here, and takes the place of the longer ones.
    if (kept.at(-1)?.start === span.start) kept.pop();
    else if (span.end >= nearest) continue;
    kept.push(span);
    nearest = Math.min(nearest, span.end);
  }
  return kept.reverse();
}

function firstFrom(spans: readonly Span[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
