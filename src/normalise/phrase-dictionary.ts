import { Trie } from 'opencc-js/core';
import { codePoints } from '../text/characters.ts';

/** What may begin at a unit: nothing, a character alone, a phrase too, or something that only the trie can tell. */
export const begins = { nothing: 0, character: 1, phrase: 2, other: 3 } as const;

/** A phrase and character dictionary of OpenCC, ready for matching from left to right, longest first. */
export class PhraseDictionary {
  readonly #trie = new Trie();
  /** One of `begins` for each unit. */
  readonly begins: Uint8Array = new Uint8Array(0x10000);
  /** What a unit becomes by itself; 0 where it has no entry of its own. */
  readonly character: Uint16Array = new Uint16Array(0x10000);
  /** Whether every entry has as many characters as its value, so that they correspond one by one. */
  readonly aligned: boolean;
  /** Marks of the first two units of all phrases, to pass by the trie where no phrase can match. */
  readonly #pairs = new Uint8Array(1 << 16);

  /** An earlier dictionary wins over a later one; entries are `from to`, parted by `|`. */
  constructor(dictionaries: readonly string[]) {
    this.#trie.loadDictGroup(dictionaries);
    let aligned = true;
    const alone: number[] = [];
    const start = (unit: number, what: number) => {
      this.begins[unit] = Math.max(this.begins[unit]!, what);
    };
    for (const dictionary of dictionaries) {
      for (const entry of dictionary.split('|')) {
        const space = entry.indexOf(' ');
        const unit = entry.charCodeAt(0);
        if (aligned && codePoints(entry, 0, space) !== codePoints(entry, space + 1)) aligned = false;
        if (space === 1) alone.push(unit);
        else {
          this.#pairs[pair(unit, entry.charCodeAt(1))] = 1;
          start(unit, begins.phrase);
        }
      }
    }
    for (const unit of alone) {
      const { value } = this.#trie.matchPrefix(String.fromCharCode(unit), 0)!;
      start(unit, value.length === 1 ? begins.character : begins.other);
      this.character[unit] = value.charCodeAt(0);
    }
    this.begins.fill(begins.other, 0x2ff0, 0x3000);
    this.begins.fill(begins.other, 0xd800, 0xe000);
    this.aligned = aligned;
  }

  /** Makes a unit one where something begins, also where no entry begins with it. */
  watch(unit: number): void {
    if (this.begins[unit] === begins.nothing) this.begins[unit] = begins.phrase;
  }

  /** Whether a phrase may begin with these two units. */
  mayBegin(unit: number, next: number): boolean {
    return this.#pairs[pair(unit, next)] === 1;
  }

  /** The longest entry that begins at `start` and ends at or before `limit`. */
  match(text: string, start: number, limit: number): { end: number; value: string } | null {
    const match = this.#trie.matchPrefix(text, start);
    if (match === null || match.end <= limit) return match;
    const inside = this.#trie.matchPrefix(text.slice(start, limit), 0);
    return inside === null ? null : { end: start + inside.end, value: inside.value };
  }
}

function pair(unit: number, next: number): number {
  return (unit * 31 + next) & 0xffff;
}
