import { joinUnits, paragraphBreak } from '../../compare/diff/version-unit.ts';
import type { Span } from '../../text/offset-map.ts';
import type { PlacedUnit } from './read-version.ts';

/** The text of the pieces of some units of a document, joined as `joinUnits` joins them. */
export class PieceText {
  readonly pieces: readonly string[];
  /** One element a piece: 1 where its word goes on. */
  readonly goesOn: Uint8Array;
  readonly #spans: readonly (Span | undefined)[];
  readonly #text: string;

  constructor(text: string, units: readonly PlacedUnit[]) {
    this.#text = text;
    const { pieces, goesOn } = joinUnits(units);
    this.pieces = pieces;
    this.goesOn = goesOn;
    this.#spans = units.flatMap(({ spans }, i): (Span | undefined)[] => (i > 0 ? [undefined, ...spans] : [...spans]));
  }

  /** Of these pieces, with the white space between them that is no piece; paragraphs are parted by a line break. */
  slice(start: number, end: number): string {
    let slice = '';
    for (let i = start; i < end; i++) {
      const span = this.#spans[i];
      const before = this.#spans[i - 1];
      if (i > start && span !== undefined && before !== undefined && !this.#isBreak(i) && !this.#isBreak(i - 1)) {
        slice += this.#text.slice(before.end, span.start);
      }
      slice += this.pieces[i];
    }
    return slice;
  }

  /** The stretches of the text, one a block, that these pieces stand on. */
  stretches(start: number, end: number): Span[] {
    const found: Span[] = [];
    let open: Span | undefined;
    for (let i = start; i < end; i++) {
      const span = this.#spans[i];
      if (span === undefined || this.#isBreak(i)) {
        if (open !== undefined) found.push(open);
        open = undefined;
      } else open = { start: open?.start ?? span.start, end: span.end };
    }
    if (open !== undefined) found.push(open);
    return found;
  }

  #isBreak(i: number): boolean {
    return this.pieces[i] === paragraphBreak;
  }
}
