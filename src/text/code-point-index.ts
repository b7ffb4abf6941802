/** Turns UTF-16 offsets into code point offsets: the identity where a text has no surrogate pair. */
export class CodePointIndex {
  /** Offsets just after each surrogate pair, rising. */
  readonly #pairs: Uint32Array;

  constructor(text: string) {
    const pairs: number[] = [];
    if (/[\ud800-\udbff]/.test(text)) {
      for (let i = 0; i + 1 < text.length; i++) {
        if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
          i++;
          pairs.push(i + 1);
        }
      }
    }
    this.#pairs = Uint32Array.from(pairs);
  }

  /** Whether the text has no surrogate pair. */
  get isIdentity(): boolean {
    return this.#pairs.length === 0;
  }

  /** Code point offset of a UTF-16 offset; an offset inside a pair counts as after it. */
  toCodePoints(offset: number): number {
    return offset - this.#countUpTo(offset);
  }

  /** UTF-16 offset of a code point offset. */
  toUnits(codePoints: number): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // Code points up to and with the pair that ends at this offset.
      if (this.#pairs[middle]! - (middle + 1) <= codePoints) low = middle + 1;
      else high = middle;
    }
    return codePoints + low;
  }

  #countUpTo(offset: number): number {
    const pairs = this.#pairs;
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
