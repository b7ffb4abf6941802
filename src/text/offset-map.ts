/** A stretch of a string in UTF-16 units, half open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the parts of a rewritten text came from. `source[i]` and `target[i]` are one cut through both texts (n + 1 cuts,
 * both rising, first 0, last the lengths); section i lies between cuts i and i + 1. `kept[i]` is 1 where the section was
 * copied unit by unit, 0 where it was replaced, removed or inserted as a whole.
 */
export interface OffsetMap {
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly kept: Uint8Array;
  /**
   * True where parts of the source changed places (a footnote that stood inside a paragraph comes after it): source cuts
   * may then fall, at a section without width in the target. Spans of the target are mapped as ever, as long as they do not
   * reach over such a place.
   */
  readonly moved?: boolean;
}

/** The map of a text onto itself. */
export function identityMap(length: number): OffsetMap {
  return length === 0
    ? { source: Int32Array.of(0), target: Int32Array.of(0), kept: new Uint8Array(0) }
    : { source: Int32Array.of(0, length), target: Int32Array.of(0, length), kept: Uint8Array.of(1) };
}

/**
 * The source span that a target span came from. A start leans right and an end leans left, so that what was removed
 * beside the span stays outside; a replaced section is taken in whole.
 */
export function toSource(map: OffsetMap, span: Span): Span {
  return carry(map.target, map.source, map.kept, span);
}

/** The target span that a source span became; empty where all of it was removed. */
export function toTarget(map: OffsetMap, span: Span): Span {
  if (map.moved) return movedTarget(map, span);
  return carry(map.source, map.target, map.kept, span);
}

/** The stretch from the first to the last place where parts of a source span went. */
function movedTarget({ source, target, kept }: OffsetMap, span: Span): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = -1;
  for (let i = 0; i < kept.length; i++) {
    const from = Math.max(span.start, source[i]!);
    const to = Math.min(span.end, source[i + 1]!);
    if (from >= to || target[i] === target[i + 1]) continue;
    start = Math.min(start, kept[i] === 1 ? target[i]! + from - source[i]! : target[i]!);
    end = Math.max(end, kept[i] === 1 ? target[i]! + to - source[i]! : target[i + 1]!);
  }
  if (end !== -1) return { start, end };
  for (let i = 0; i < kept.length; i++)
    if (source[i]! <= span.start && span.start <= source[i + 1]!) return { start: target[i]!, end: target[i]! };
  return { start: 0, end: 0 };
}

/** One map for two rewrites, the second made from the target of the first. May lose precision, never lies. */
export function compose(first: OffsetMap, second: OffsetMap): OffsetMap {
  if (isIdentity(first)) return second;
  if (isIdentity(second)) return first;
  if (second.moved) return composeMoved(first, second);
  const { source: sourceA, target: middleA, kept: keptA } = first;
  const { source: middleB, target: targetB, kept: keptB } = second;
  // Each cut of the two maps gives at most two: one at its place, one after what is removed or inserted there.
  const most = 2 * (middleA.length + middleB.length);
  const source = new Int32Array(most);
  const target = new Int32Array(most);
  const kept = new Uint8Array(most); // of the section that ends at the cut
  let cuts = 0;
  let a = 0; // the next cut of each map
  let b = 0;
  let broken = false; // a place between here and the last common cut lies inside a replaced section
  while (a < middleA.length && b < middleB.length) {
    const place = Math.min(middleA[a]!, middleB[b]!);
    const cutA = middleA[a] === place;
    const cutB = middleB[b] === place;
    const copyA = a > 0 && keptA[a - 1] === 1;
    const copyB = b > 0 && keptB[b - 1] === 1;
    const common = (cutA || copyA) && (cutB || copyB);
    if (common) {
      source[cuts] = cutA ? sourceA[a]! : sourceA[a - 1]! + place - middleA[a - 1]!;
      target[cuts] = cutB ? targetB[b]! : targetB[b - 1]! + place - middleB[b - 1]!;
      kept[cuts++] = !broken && copyA && copyB ? 1 : 0;
    }
    // Sections without width in the middle text: removed by the first rewrite, or inserted by the second.
    if (cutA) {
      if (middleA[a + 1] === place) {
        while (middleA[a + 1] === place) a++;
        if (common) {
          source[cuts] = sourceA[a]!;
          target[cuts] = target[cuts - 1]!;
          cuts++;
        }
      }
      a++;
    }
    if (cutB) {
      if (middleB[b + 1] === place) {
        while (middleB[b + 1] === place) b++;
        if (common) {
          source[cuts] = source[cuts - 1]!;
          target[cuts] = targetB[b]!;
          cuts++;
        }
      }
      b++;
    }
    broken = !common;
  }
  const map = joined(source, target, kept, cuts);
  return first.moved ? { ...map, moved: true } : map;
}

/** Composes the stretches of the second map that rise, one by one. */
function composeMoved(first: OffsetMap, second: OffsetMap): OffsetMap {
  const length = first.target.at(-1)!;
  const source: number[] = [];
  const target: number[] = [];
  const kept: number[] = []; // of the section that ends at the cut
  for (let from = 0; from < second.source.length; ) {
    let to = from + 1;
    while (to < second.source.length && second.source[to]! >= second.source[to - 1]!) to++;
    const base = second.target[from]!;
    const risen = {
      source: Int32Array.of(0, ...second.source.subarray(from, to), length),
      target: Int32Array.from([base, ...second.target.subarray(from, to), second.target[to - 1]!], (at) => at - base),
      kept: Uint8Array.of(0, ...second.kept.subarray(from, to - 1), 0),
    };
    const part = compose(first, risen);
    // What stands before and after the stretch is no part of it.
    let a = 0;
    let b = part.kept.length;
    while (a < b && part.target[a + 1] === 0) a++;
    while (b > a && part.target[b - 1] === part.target[part.kept.length]) b--;
    for (let i = a; i <= b; i++) {
      kept.push(i === a ? 0 : part.kept[i - 1]!);
      source.push(part.source[i]!);
      target.push(part.target[i]! + base);
    }
    from = to;
  }
  const end = { source: first.source.at(-1)!, target: second.target.at(-1)! };
  const cuts = [
    { source: 0, target: 0, kept: 0 },
    ...source.map((at, i) => ({ source: at, target: target[i]!, kept: kept[i]! })),
    { ...end, kept: 0 },
  ];
  const column = (name: 'source' | 'target') => Int32Array.from(cuts, (cut) => cut[name]);
  const map = joined(
    column('source'),
    column('target'),
    Uint8Array.from(cuts, (cut) => cut.kept),
    cuts.length,
  );
  return { ...map, moved: true };
}

function isIdentity(map: OffsetMap): boolean {
  return map.kept.length === 0 || (map.kept.length === 1 && map.kept[0] === 1);
}

/** A map of these cuts, without sections of no width and with one section where kept ones touch. */
function joined(source: Int32Array, target: Int32Array, kept: Uint8Array, cuts: number): OffsetMap {
  let last = 0;
  for (let i = 1; i < cuts; i++) {
    if (source[i] === source[last] && target[i] === target[last]) continue;
    if (!(kept[i] === 1 && kept[last] === 1 && last > 0)) last++;
    source[last] = source[i]!;
    target[last] = target[i]!;
    kept[last] = kept[i]!;
  }
  return { source: source.slice(0, last + 1), target: target.slice(0, last + 1), kept: kept.slice(1, last + 1) };
}

function carry(from: Int32Array, to: Int32Array, kept: Uint8Array, span: Span): Span {
  const sections = kept.length;
  if (sections === 0) return { start: 0, end: 0 };
  // The start leans right: the last section that begins at or before it.
  const first = Math.min(lastAtOrBefore(from, span.start), sections - 1);
  let start: number;
  if (span.start >= from[sections]!) start = to[sections]!;
  else start = kept[first] === 1 ? to[first]! + span.start - from[first]! : to[first]!;
  if (span.end <= span.start) return { start, end: start };
  // The end leans left: the first section that ends at or after it.
  const last = firstAtOrAfter(from, span.end) - 1;
  const end = kept[last] === 1 ? to[last]! + span.end - from[last]! : to[last + 1]!;
  return { start, end };
}

/** Index of the last element that is at most `value`. */
function lastAtOrBefore(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the first element that is at least `value`. */
function firstAtOrAfter(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}
