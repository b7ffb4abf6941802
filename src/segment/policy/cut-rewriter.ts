import type { Cut, Engine } from '../../model/engine.ts';

/** Writes the cut of an engine anew where words are to be joined or parted; the rest is copied. */
export class CutRewriter {
  readonly #engine: Engine;
  readonly #out = { length: 0, end: new Uint32Array(1024), form: new Uint32Array(1024) };
  text = '';
  cut: Cut = this.#out;
  /** Words of the cut before this one are written and can be changed no more. */
  written = 0;
  /** Where what is left of that word begins, if a part of it is written; -1 if none is. */
  rest = -1;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  begin(text: string, cut: Cut): void {
    this.text = text;
    this.cut = cut;
    this.written = 0;
    this.rest = -1;
    this.#out.length = 0;
    // A word has a unit at least.
    if (this.#out.end.length >= text.length) return;
    this.#out.end = new Uint32Array(2 * text.length);
    this.#out.form = new Uint32Array(2 * text.length);
  }

  /** The engine's own cut if nothing was changed. */
  finish(): Cut {
    if (this.#out.length === 0) return this.cut;
    this.#copy(this.cut.length);
    return this.#out;
  }

  startOf(word: number): number {
    if (word === this.written && this.rest >= 0) return this.rest;
    return word === 0 ? 0 : this.cut.end[word - 1]!;
  }

  /** The word that a unit lies in, looked for from the word `from`. */
  wordOver(place: number, from: number): number {
    const { end } = this.cut;
    let word = from;
    while (word > this.written && end[word - 1]! > place) word--;
    while (end[word]! <= place) word++;
    return word;
  }

  /**
   * Writes the words from `first` to `last` anew, parted at these rising places and nowhere else; what is left of the last
   * word after them may still be changed.
   */
  write(first: number, last: number, one: number, two: number, three = two): void {
    const start = this.startOf(first);
    const stop = this.cut.end[last]!;
    const a = Math.min(Math.max(one, start), stop);
    const b = Math.min(Math.max(two, a), stop);
    const c = Math.min(Math.max(three, b), stop);
    const pieces = (a > start ? 1 : 0) + (b > a ? 1 : 0) + (c > b ? 1 : 0) + (stop > c ? 1 : 0);
    if (
      pieces === last - first + 1 &&
      this.#ends(first, last, a) &&
      this.#ends(first, last, b) &&
      this.#ends(first, last, c)
    ) {
      return;
    }
    this.#copy(first);
    if (a > start) this.#piece(first, start, a);
    if (b > a) this.#piece(first, a, b);
    if (c > b) this.#piece(first, b, c);
    this.written = stop > c ? last : last + 1;
    this.rest = stop > c ? c : -1;
  }

  /** Whether one of these words ends, or the first begins, at a place. */
  #ends(first: number, last: number, place: number): boolean {
    if (place === this.startOf(first)) return true;
    for (let word = first; word <= last; word++) if (this.cut.end[word] === place) return true;
    return false;
  }

  #piece(first: number, start: number, end: number): void {
    const { end: ends, form } = this.cut;
    const word = this.wordOver(start, first);
    const isWord = ends[word] === end && this.startOf(word) === start;
    const out = this.#out;
    out.end[out.length] = end;
    out.form[out.length++] = isWord ? form[word]! : this.#engine.id(this.text.slice(start, end));
  }

  /** Writes the words before this one as they are. */
  #copy(word: number): void {
    const { end, form } = this.cut;
    const out = this.#out;
    const { end: ends, form: forms } = out;
    let at = out.length;
    let from = this.written;
    if (this.rest >= 0 && from < word) {
      ends[at] = end[from]!;
      forms[at++] = this.#engine.id(this.text.slice(this.rest, end[from++]));
      this.rest = -1;
    }
    for (let i = from; i < word; i++) {
      ends[at] = end[i]!;
      forms[at++] = form[i]!;
    }
    out.length = at;
    this.written = word;
  }
}
