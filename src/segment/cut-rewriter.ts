import type { Cut, Engine } from '../model/engine.ts';

/** Writes the cut of an engine anew where words are to be joined or parted; the rest is copied. */
export class CutRewriter {
  readonly #engine: Engine;
  readonly #out = { length: 0, end: new Uint32Array(1024), form: new Uint32Array(1024) };
  text = '';
  cut: Cut = this.#out;
  /** Words of the cut before this one are written and can be changed no more. */
  written = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  begin(text: string, cut: Cut): void {
    this.text = text;
    this.cut = cut;
    this.written = 0;
    this.#out.length = 0;
    // A word has a unit at least.
    if (this.#out.end.length >= text.length) return;
    this.#out.end = new Uint32Array(2 * text.length);
    this.#out.form = new Uint32Array(2 * text.length);
  }

  /** The engine's own cut if nothing was changed. */
  finish(): Cut {
    if (this.written === 0) return this.cut;
    this.#copy(this.cut.length);
    return this.#out;
  }

  startOf(word: number): number {
    return word === 0 ? 0 : this.cut.end[word - 1]!;
  }

  /** The word that a unit lies in, looked for from the word `from`. */
  wordOver(place: number, from: number): number {
    const { end } = this.cut;
    let word = from;
    while (word > 0 && end[word - 1]! > place) word--;
    while (end[word]! <= place) word++;
    return word;
  }

  /** Writes the words from `first` to `last` anew, parted at `one` and `two` and nowhere else. */
  write(first: number, last: number, one: number, two: number): void {
    const stop = this.cut.end[last]!;
    const start = this.startOf(first);
    const inner = two > one && two < stop ? two : -1;
    const pieces = 1 + (one > start && one < stop ? 1 : 0) + (inner < 0 ? 0 : 1);
    if (pieces === last - first + 1 && this.#endsWord(first, last, one) && this.#endsWord(first, last, inner)) return;
    this.#copy(first);
    let at = start;
    if (one > at) at = this.#piece(first, at, one);
    if (inner > at) at = this.#piece(first, at, inner);
    if (stop > at) this.#piece(first, at, stop);
    this.written = last + 1;
  }

  /** Whether a place is no place between these words or one where a word ends. */
  #endsWord(first: number, last: number, place: number): boolean {
    const { end } = this.cut;
    if (place <= this.startOf(first) || place >= end[last]!) return true;
    for (let word = first; word <= last; word++) if (end[word] === place) return true;
    return false;
  }

  #piece(first: number, start: number, end: number): number {
    const { end: ends, form } = this.cut;
    const word = this.wordOver(start, first);
    const isWord = ends[word] === end && this.startOf(word) === start;
    const out = this.#out;
    out.end[out.length] = end;
    out.form[out.length++] = isWord ? form[word]! : this.#engine.id(this.text.slice(start, end));
    return end;
  }

  /** Writes the words before this one as they are. */
  #copy(word: number): void {
    const { end, form } = this.cut;
    const out = this.#out;
    const { end: ends, form: forms } = out;
    let at = out.length;
    for (let i = this.written; i < word; i++) {
      ends[at] = end[i]!;
      forms[at++] = form[i]!;
    }
    out.length = at;
    this.written = word;
  }
}
