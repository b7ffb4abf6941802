import { FormTable } from '../text/form-table.ts';
import type { Dictionary } from './dictionary.ts';
import { slotOf } from './double-array.ts';
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
  /** Forms that were asked for. */
  readonly #known = new Map<number, string>();
  readonly #units: Uint16Array;

  constructor(dictionary: Dictionary, listed: ListedWords | undefined) {
    this.#dictionary = dictionary;
    this.#listed = listed;
    this.#listedFrom = dictionary.rank.length;
    this.#othersFrom = this.#listedFrom + (listed?.rank.length ?? 0);
    this.#units = new Uint16Array(0x10001);
    for (const [unit, code] of dictionary.trie.codes.entries()) if (code > 0) this.#units[code] = unit;
  }

  /** The id of the form that stands in `text` from `start` to `end`. */
  idOf(text: string, start: number, end: number): number {
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
    const { cells } = this.#dictionary.trie;
    let form = '';
    for (let node = slot; node > 0; ) {
      const parent = cells[2 * node + 1]!;
      form = String.fromCharCode(this.#units[node - cells[2 * parent]!]!) + form;
      node = parent;
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
