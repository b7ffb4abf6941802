import type { OffsetMap, Span } from './offset-map.ts';

/** A rewritten text, the map back to what it was made from, and the stretches of the source that are gone, with why. */
export interface Rewrite {
  readonly text: string;
  readonly map: OffsetMap;
  readonly removed: readonly Removal[];
}

/** A stretch of the source (UTF-16 units) that has no place in the rewritten text. */
export interface Removal extends Span {
  readonly reason: string;
}

/**
 * Builds a rewrite from left to right: every unit of the source is either kept, replaced or removed, in order.
 * Stretches may also be passed over (`skip`), or taken in another order (`moveTo`).
 */
export class RewriteBuilder {
  readonly #text: string;
  readonly #parts: string[] = [];
  readonly #source: number[] = [0];
  readonly #target: number[] = [0];
  readonly #kept: number[] = [];
  readonly #removed: Removal[] = [];
  #at = 0;
  #length = 0;
  #moved = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Units of the source used up so far. */
  get at(): number {
    return this.#at;
  }

  /** Units of the rewritten text so far. */
  get length(): number {
    return this.#length;
  }

  /** Copies the source up to `end`. */
  keep(end: number): void {
    if (end <= this.#at) return;
    this.#parts.push(this.#text.slice(this.#at, end));
    this.#length += end - this.#at;
    this.#cut(end, 1);
  }

  /** Puts `replacement` for the source up to `end`; an empty stretch of source makes it an insertion. */
  replace(end: number, replacement: string): void {
    if (replacement !== '') this.#parts.push(replacement);
    this.#length += replacement.length;
    this.#cut(end, 0);
  }

  /** Leaves the source up to `end` out, for `reason`. */
  remove(end: number, reason: string): void {
    if (end <= this.#at) return;
    this.#removed.push({ start: this.#at, end, reason });
    this.#cut(end, 0);
  }

  /** Leaves the source up to `end` out of the rewritten text without a reason: its place is told elsewhere. */
  skip(end: number): void {
    if (end > this.#at) this.#cut(end, 0);
  }

  /** Goes on at another place of the source: what lies between is told there, or was. */
  moveTo(place: number): void {
    if (place === this.#at) return;
    if (place < this.#at) this.#moved = true;
    this.#cut(place, 0);
  }

  /** Copies what is left and returns the result. */
  finish(): Rewrite {
    this.keep(this.#text.length);
    return {
      text: this.#parts.join(''),
      map: {
        source: Int32Array.from(this.#source),
        target: Int32Array.from(this.#target),
        kept: Uint8Array.from(this.#kept),
        ...(this.#moved ? { moved: true } : {}),
      },
      removed: this.#removed,
    };
  }

  #cut(source: number, kept: 0 | 1): void {
    const last = this.#source.length - 1;
    this.#at = source;
    if (source === this.#source[last] && this.#length === this.#target[last]) return;
    if (kept === 1 && this.#kept[last - 1] === 1) {
      this.#source[last] = source;
      this.#target[last] = this.#length;
      return;
    }
    this.#source.push(source);
    this.#target.push(this.#length);
    this.#kept.push(kept);
  }
}

/** Replaces every match of a global pattern; `with` returning undefined keeps the match as it is. */
export function rewriteMatches(
  text: string,
  pattern: RegExp,
  replacement: (match: RegExpMatchArray) => string | undefined,
): Rewrite {
  const builder = new RewriteBuilder(text);
  for (const match of text.matchAll(pattern)) {
    const put = replacement(match);
    if (put === undefined || put === match[0]) continue;
    builder.keep(match.index);
    builder.replace(match.index + match[0].length, put);
  }
  return builder.finish();
}
