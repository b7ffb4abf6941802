import { FormTable } from '../../text/form-table.ts';
import type { Dictionary } from './dictionary.ts';
import { noStep, slotOf } from './double-array.ts';
import type { ListedWords } from './listed-words.ts';

/**
 * Ids of forms: the slot of a word of the dictionary, then those of listed words, then the other forms in the order in
 * which they were seen. So a word that the search has found needs no look-up, and no string is made for it.
 */
export class WordForms {
  readonly #dictionary: Dictionary;
  readonly #listed: ListedWords | undefined;
  readonly #listedFrom: number;
  readonly #othersFrom: number;
  readonly #others = new FormTable();
  /** Id of each form of one unit that was asked for, plus one. */
  readonly #ofUnit = new Uint32Array(0x10000);
  /** Forms that were asked for. */
  readonly #known = new Map<number, string>();
  /** Unit of each code, and slot of each base: made when the first form is spelt. */
  #units: Uint16Array | undefined;
  #owners = new Int32Array(0);

  constructor(dictionary: Dictionary, listed: ListedWords | undefined) {
    this.#dictionary = dictionary;
    this.#listed = listed;
    this.#listedFrom = dictionary.rank.length;
    this.#othersFrom = this.#listedFrom + (listed?.rank.length ?? 0);
  }

  /** The id of the form that stands in `text` from `start` to `end`. */
  idOf(text: string, start: number, end: number): number {
    if (end - start !== 1) return this.#idOf(text, start, end);
    // Marks and single characters are most of what is asked for.
    const unit = text.charCodeAt(start);
    const known = this.#ofUnit[unit]!;
    if (known > 0) return known - 1;
    const id = this.#idOf(text, start, end);
    this.#ofUnit[unit] = id + 1;
    return id;
  }

  #idOf(text: string, start: number, end: number): number {
    const { trie, rank } = this.#dictionary;
    const slot = slotOf(trie, text, start, end);
    if (slot > 0 && rank[slot]! > 0) return slot;
    if (this.#listed !== undefined) {
      const place = slotOf(this.#listed.trie, text, start, end);
      if (place > 0 && this.#listed.rank[place]! > 0) return this.#listedFrom + place;
    }
    return this.#othersFrom + this.#others.id(text, start, end);
  }

  form(id: number): string {
    if (id >= this.#othersFrom) return this.#others.forms[id - this.#othersFrom]!;
    if (id >= this.#listedFrom) return this.#listed!.form(id - this.#listedFrom);
    let form = this.#known.get(id);
    if (form === undefined) {
      form = this.#spell(id);
      this.#known.set(id, form);
    }
    return form;
  }

  /** Part of speech in jieba's tag set. */
  tag(id: number): string {
    const { tag, tags } = this.#dictionary;
    let known = '';
    if (id < this.#listedFrom) known = tags[tag[id]!]!;
    else if (id < this.#othersFrom) known = this.#listed!.tag(id - this.#listedFrom);
    return known === '' ? tagOfUnknown(this.form(id)) : known;
  }

  #spell(slot: number): string {
    const { codes, bases, steps } = this.#dictionary.trie;
    if (this.#units === undefined) {
      this.#units = new Uint16Array(noStep);
      for (let unit = 0; unit < codes.length; unit++) if (codes[unit]! > 0) this.#units[codes[unit]!] = unit;
      this.#owners = new Int32Array(bases.length);
      for (let owner = 1; owner < bases.length; owner++) this.#owners[bases[owner]!] = owner;
    }
    let form = '';
    for (let node = slot; node > 0; node = this.#owners[node - steps[node]!]!) {
      form = String.fromCharCode(this.#units[steps[node]!]!) + form;
    }
    return form;
  }
}

/**
 * cppjieba's rule for words without a tag: `m` or `eng` if any of it is ASCII, else `x`. Half as many ASCII characters as
 * the word is long are looked at, and so none of a single one.
 */
export function tagOfUnknown(form: string): string {
  const characters = [...form];
  let ascii = 0;
  let digits = 0;
  for (const character of characters) {
    if (ascii >= characters.length >> 1) break;
    if (character >= '\x80') continue;
    ascii++;
    if (character >= '0' && character <= '9') digits++;
  }
  if (ascii === 0) return 'x';
  return digits === ascii ? 'm' : 'eng';
}
