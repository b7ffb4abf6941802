import type { CharacterModel } from '../lexicon/dictionary.ts';

// States: B begins a word, E ends it, M is inside, S alone. B and S follow E or S; E and M follow B or M.
const b = 0;
const e = 1;
const m = 2;
const s = 3;
const impossible = -3.14e100;

/**
 * Divides runs of characters into words by a hidden Markov model with the four states of a character in a word, as
 * cppjieba does to the last digit: where no path is possible (a character that the model does not know) E is assumed.
 */
export class UnknownWords {
  readonly #rows: Uint16Array;
  readonly #emissions: Float64Array;
  readonly #startB: number;
  readonly #startS: number;
  /** Named by the states before and after. */
  readonly #eb: number;
  readonly #es: number;
  readonly #be: number;
  readonly #bm: number;
  readonly #me: number;
  readonly #mm: number;
  readonly #sb: number;
  readonly #ss: number;
  /** Four back pointers a character. */
  #from = new Uint8Array(256);
  /** Ends of the words of the last cut, from the index `first` on. */
  ends = new Int32Array(64);
  first = 0;

  constructor({ start, transitions, rows, emissions }: CharacterModel) {
    this.#rows = rows;
    this.#emissions = emissions;
    this.#startB = start[0]!;
    this.#startS = start[3]!;
    this.#be = transitions[1]!;
    this.#bm = transitions[2]!;
    this.#eb = transitions[4]!;
    this.#es = transitions[7]!;
    this.#me = transitions[9]!;
    this.#mm = transitions[10]!;
    this.#sb = transitions[12]!;
    this.#ss = transitions[15]!;
  }

  /** Cuts what stands between two offsets of the text. The ends of the words are in `ends` from `first` to what is returned. */
  cut(text: string, start: number, end: number): number {
    if (this.ends.length < end - start) {
      this.#from = new Uint8Array((end - start) * 8);
      this.ends = new Int32Array((end - start) * 2);
    }
    const rows = this.#rows;
    const emissions = this.#emissions;
    const from = this.#from;
    let row = rows[text.charCodeAt(start)]! * 4;
    let inB = this.#startB + emissions[row]!;
    let inE = impossible;
    let inM = impossible;
    let inS = this.#startS + emissions[row + 3]!;
    let at = 4;
    for (let i = characterEnd(text, start, end); i < end; i = characterEnd(text, i, end)) {
      row = rows[text.charCodeAt(i)]! * 4;
      const emitB = emissions[row]!;
      const emitE = emissions[row + 1]!;
      const emitM = emissions[row + 2]!;
      const emitS = emissions[row + 3]!;
      const eb = inE + this.#eb + emitB;
      const sb = inS + this.#sb + emitB;
      const be = inB + this.#be + emitE;
      const me = inM + this.#me + emitE;
      const bm = inB + this.#bm + emitM;
      const mm = inM + this.#mm + emitM;
      const es = inE + this.#es + emitS;
      const ss = inS + this.#ss + emitS;
      inB = eb > impossible ? eb : impossible;
      from[at] = sb > inB ? s : e;
      inB = sb > inB ? sb : inB;
      inE = be > impossible ? be : impossible;
      from[at + 1] = me > inE ? m : be > impossible ? b : e;
      inE = me > inE ? me : inE;
      inM = bm > impossible ? bm : impossible;
      from[at + 2] = mm > inM ? m : bm > impossible ? b : e;
      inM = mm > inM ? mm : inM;
      inS = es > impossible ? es : impossible;
      from[at + 3] = ss > inS ? s : e;
      inS = ss > inS ? ss : inS;
      at += 4;
    }
    const to = at >> 2;
    let state = inE >= inS ? e : s;
    let first = to;
    let place = end;
    for (let i = to - 1; i >= 0; i--) {
      if (state === e || state === s) this.ends[--first] = place;
      place -= place - 2 >= start && isPair(text, place - 2) ? 2 : 1;
      state = from[i * 4 + state]!;
    }
    this.first = first;
    return to;
  }
}

/** End of the character at `at`. */
function characterEnd(text: string, at: number, end: number): number {
  return at + (at + 1 < end && isPair(text, at) ? 2 : 1);
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}
