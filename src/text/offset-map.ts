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
  return carry(map.source, map.target, map.kept, span);
}

/** One map for two rewrites, the second made from the target of the first. May lose precision, never lies. */
export function compose(first: OffsetMap, second: OffsetMap): OffsetMap {
  const middleA = first.target;
  const middleB = second.source;
  const cuts = new Cuts(middleA.length + middleB.length);
  let a = 0; // the next cut of each map
  let b = 0;
  let broken = false; // a place between here and the last common cut lies inside a replaced section
  while (a < middleA.length && b < middleB.length) {
    const place = Math.min(middleA[a]!, middleB[b]!);
    const cutA = middleA[a] === place;
    const cutB = middleB[b] === place;
    const keptA = a > 0 && first.kept[a - 1] === 1;
    const keptB = b > 0 && second.kept[b - 1] === 1;
    const common = (cutA || keptA) && (cutB || keptB);
    if (common) {
      const s = cutA ? first.source[a]! : first.source[a - 1]! + place - middleA[a - 1]!;
      const t = cutB ? second.target[b]! : second.target[b - 1]! + place - middleB[b - 1]!;
      cuts.add(s, t, !broken && keptA && keptB);
    }
    // Sections without width in the middle text: removed by the first rewrite, or inserted by the second.
    if (cutA) {
      while (middleA[a + 1] === place) a++;
      if (common) cuts.add(first.source[a]!, cuts.target, false);
      a++;
    }
    if (cutB) {
      while (middleB[b + 1] === place) b++;
      if (common) cuts.add(cuts.source, second.target[b]!, false);
      b++;
    }
    broken = !common;
  }
  return cuts.map();
}

/** The cuts of a map under way; kept sections that touch become one. */
class Cuts {
  readonly #source: Int32Array;
  readonly #target: Int32Array;
  readonly #kept: Uint8Array;
  #count = 0;

  /** Room for the cuts of two maps: each of them adds at most two, one at a place and one after what is removed there. */
  constructor(cuts: number) {
    this.#source = new Int32Array(2 * cuts);
    this.#target = new Int32Array(2 * cuts);
    this.#kept = new Uint8Array(2 * cuts);
  }

  /** The last cut. */
  get source(): number {
    return this.#source[this.#count - 1]!;
  }

  get target(): number {
    return this.#target[this.#count - 1]!;
  }

  add(source: number, target: number, kept: boolean): void {
    let at = this.#count;
    if (at > 0) {
      if (source === this.#source[at - 1] && target === this.#target[at - 1]) return;
      if (kept && at > 1 && this.#kept[at - 2] === 1) at--;
      else this.#kept[at - 1] = kept ? 1 : 0;
    }
    this.#source[at] = source;
    this.#target[at] = target;
    this.#count = at + 1;
  }

  map(): OffsetMap {
    return {
      source: this.#source.slice(0, this.#count),
      target: this.#target.slice(0, this.#count),
      kept: this.#kept.slice(0, Math.max(0, this.#count - 1)),
    };
  }
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
