import type { Cut, Engine } from '../model/engine.ts';
import type { Tokens } from '../model/tokens.ts';
import { isWord } from './lexicon/word-class.ts';
import { createFineReading } from './reading/fine-reading.ts';

// What is known of a form of the engine: 0 is nothing yet, 2 a word without inner ends, 3 a word with one, and so on.
const gap = 1;
const word = 2;

/** Units of text beyond which room is given back after the document. */
const keptUnits = 1 << 22;

/**
 * Gathers the tokens and fine ends of one document after another. What it has learnt of the engine's forms stays; ids of
 * types and tags begin anew with each document, in order of first sight in it, so that no document shows in the next.
 */
export class TokenColumns {
  readonly #engine: Engine;
  readonly #innerEnds: (id: number) => readonly number[];
  #kinds = new Uint16Array(1 << 16);
  /** Type in the document of a form of the engine, plus one. */
  #typeOf = new Int32Array(1 << 16);
  /** Where the inner ends of a form begin among those of all forms. */
  #innerFrom = new Uint32Array(1 << 16);
  readonly #inner: number[] = [];
  #tagOf = new Uint8Array(1 << 16);
  /** Number of a form of the engine among the words, and the words: for `FormNumbers`. */
  #numberOf = new Uint32Array(1 << 16);
  readonly #forms: string[] = [];
  readonly #tagNames: string[] = [];
  #room = roomFor(1 << 12);
  #seen: number[] = [];
  #tokens = 0;
  #fines = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#innerEnds = createFineReading(engine);
  }

  /** Begins a document of so many units. */
  begin(units: number): void {
    for (const id of this.#seen) this.#typeOf[id] = 0;
    this.#seen = [];
    this.#tokens = 0;
    this.#fines = 0;
    const held = this.#room.start.length;
    // One more boundary than units.
    if (held <= units || held > keptUnits) this.#room = roomFor(units + 1);
  }

  /** Adds the words of a paragraph whose first unit is at `base` of the text. */
  add(cut: Cut, base: number): void {
    const { start, end, type, fine } = this.#room;
    const inner = this.#inner;
    const ends = cut.end;
    const forms = cut.form;
    const length = cut.length;
    let kinds = this.#kinds;
    let typeOf = this.#typeOf;
    let innerFrom = this.#innerFrom;
    let tokens = this.#tokens;
    let fines = this.#fines;
    let at = base;
    fine[fines++] = base;
    for (let i = 0; i < length; i++) {
      const id = forms[i]!;
      const next = base + ends[i]!;
      let kind = kinds[id];
      if (kind === undefined || kind === 0) {
        kind = this.#learn(id);
        kinds = this.#kinds;
        typeOf = this.#typeOf;
        innerFrom = this.#innerFrom;
      }
      if (kind === gap) {
        while (at < next) fine[fines++] = ++at;
        continue;
      }
      let known = typeOf[id]!;
      if (known === 0) {
        known = this.#seen.push(id);
        typeOf[id] = known;
      }
      start[tokens] = at;
      end[tokens] = next;
      type[tokens++] = known - 1;
      if (kind > word) {
        const from = innerFrom[id]!;
        const to = from + kind - word;
        for (let place = from; place < to; place++) fine[fines++] = at + inner[place]!;
      }
      fine[fines++] = next;
      at = next;
    }
    this.#tokens = tokens;
    this.#fines = fines;
  }

  /**
   * As `add`, for a paragraph without its citation marks: `at` and `after` are the places in the text before and after
   * each of its units, `start` and `end` those of the block. A boundary beside a mark is one on both sides of it.
   */
  addPlaced(cut: Cut, place: { at: Int32Array; after: Int32Array; start: number; end: number }): void {
    const { start, end, fine } = this.#room;
    const { at, after } = place;
    const firstToken = this.#tokens;
    const firstFine = this.#fines;
    this.add(cut, 0);
    for (let i = firstToken; i < this.#tokens; i++) {
      start[i] = at[start[i]!]!;
      end[i] = after[end[i]! - 1]!;
    }
    const length = cut.length === 0 ? 0 : cut.end[cut.length - 1]!;
    const plain = fine.slice(firstFine, this.#fines);
    let fines = firstFine;
    const push = (offset: number) => {
      if (fines === firstFine || offset > fine[fines - 1]!) fine[fines++] = offset;
    };
    for (const offset of plain) {
      push(offset === 0 ? place.start : after[offset - 1]!);
      if (offset < length) push(at[offset]!);
    }
    push(place.end);
    this.#fines = fines;
  }

  /** The document's columns. */
  finish(): { tokens: Tokens; fineEnds: Uint32Array } {
    const { start, end, type, fine } = this.#room;
    const seen = this.#seen;
    const tags: string[] = [];
    const indices = new Int16Array(this.#tagNames.length).fill(-1);
    const tag = new Uint8Array(seen.length);
    const types = new Array<string>(seen.length);
    const ofType = new Uint32Array(seen.length);
    for (let i = 0; i < seen.length; i++) {
      const id = seen[i]!;
      const number = this.#numberOf[id]!;
      ofType[i] = number;
      types[i] = this.#forms[number]!;
      const name = this.#tagOf[id]!;
      if (indices[name] === -1) indices[name] = tags.push(this.#tagNames[name]!) - 1;
      tag[i] = indices[name]!;
    }
    const tokens = {
      start: start.slice(0, this.#tokens),
      end: end.slice(0, this.#tokens),
      type: type.slice(0, this.#tokens),
      types,
      tag,
      tags,
      numbers: { forms: this.#forms, ofType },
    };
    return { tokens, fineEnds: fine.slice(0, this.#fines) };
  }

  #learn(id: number): number {
    if (id >= this.#kinds.length) {
      this.#kinds = grown(this.#kinds, new Uint16Array(id * 2));
      this.#innerFrom = grown(this.#innerFrom, new Uint32Array(id * 2));
      this.#tagOf = grown(this.#tagOf, new Uint8Array(id * 2));
      this.#typeOf = grown(this.#typeOf, new Int32Array(id * 2));
      this.#numberOf = grown(this.#numberOf, new Uint32Array(id * 2));
    }
    const form = this.#engine.form(id);
    if (!isWord(form)) {
      this.#kinds[id] = gap;
      return gap;
    }
    this.#numberOf[id] = this.#forms.push(form) - 1;
    const inner = this.#innerEnds(id);
    this.#innerFrom[id] = this.#inner.length;
    for (const end of inner) this.#inner.push(end);
    const tag = this.#engine.tag(id);
    const index = this.#tagNames.indexOf(tag);
    this.#tagOf[id] = index >= 0 ? index : this.#tagNames.push(tag) - 1;
    this.#kinds[id] = word + inner.length;
    return word + inner.length;
  }
}

function grown<Column extends Uint8Array | Uint16Array | Int32Array | Uint32Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}

/** Room for the columns of a text; a page of it takes memory only when it is written to. */
function roomFor(units: number) {
  return {
    start: new Uint32Array(units),
    end: new Uint32Array(units),
    type: new Uint32Array(units),
    fine: new Uint32Array(units),
  };
}
