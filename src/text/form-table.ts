/**
 * Gives each form an id, counted from 0 in order of first sight, straight from its place in a text: no string is made or
 * hashed for a form that is known. One unit is looked up in an array, two are their own key, more are hashed and compared.
 */
export class FormTable {
  readonly forms: string[] = [];
  readonly #units = new Int32Array(0x10000).fill(-1);
  readonly #pairs = new Places();
  readonly #longer = new Places();

  /** Id of the form that stands in `text` from `start` to `end`, new or known. */
  id(text: string, start = 0, end = text.length): number {
    const first = text.charCodeAt(start);
    const second = text.charCodeAt(start + 1);
    if (end - start === 2 && first > 0) return this.#ofPair(first, second);
    return end - start === 1 ? this.#ofUnit(first) : this.#ofLonger(text, start, end);
  }

  #ofUnit(unit: number): number {
    const known = this.#units[unit]!;
    if (known >= 0) return known;
    this.#units[unit] = this.forms.length;
    return this.forms.push(String.fromCharCode(unit)) - 1;
  }

  #ofPair(first: number, second: number): number {
    const key = (first << 16) | second;
    const pairs = this.#pairs;
    let place = pairs.first(key);
    const { entries, mask } = pairs;
    for (; entries[place] !== 0; place = (place + 2) & mask) {
      if (entries[place] === key) return entries[place + 1]!;
    }
    pairs.put(place, key, this.forms.length);
    return this.forms.push(String.fromCharCode(first, second)) - 1;
  }

  #ofLonger(text: string, start: number, end: number): number {
    let hash = 0x811c9dc5; // FNV-1a, by units
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    const key = hash | 1; // 0 is an empty place
    const longer = this.#longer;
    let place = longer.first(key);
    const { entries, mask } = longer;
    for (; entries[place] !== 0; place = (place + 2) & mask) {
      if (entries[place] !== key) continue;
      const id = entries[place + 1]!;
      if (standsAt(this.forms[id]!, text, start, end)) return id;
    }
    longer.put(place, key, this.forms.length);
    return this.forms.push(copy(text, start, end)) - 1;
  }
}

/** A hash table of 32-bit keys with open addressing, at most half full. */
class Places {
  /** A key and its id, side by side, at each even place; the key 0 is an empty place. */
  entries = new Int32Array(1 << 13);
  mask = (1 << 13) - 1;
  #count = 0;

  /** Where to begin to look for a key. */
  first(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 9) & this.mask & ~1;
  }

  put(place: number, key: number, id: number): void {
    this.entries[place] = key;
    this.entries[place + 1] = id;
    if (++this.#count * 4 <= this.mask) return;
    const { entries } = this;
    this.entries = new Int32Array(entries.length * 2);
    this.mask = this.entries.length - 1;
    for (let i = 0; i < entries.length; i += 2) {
      if (entries[i] === 0) continue;
      let to = this.first(entries[i]!);
      while (this.entries[to] !== 0) to = (to + 2) & this.mask;
      this.entries[to] = entries[i]!;
      this.entries[to + 1] = entries[i + 1]!;
    }
  }
}

function standsAt(form: string, text: string, start: number, end: number): boolean {
  if (form.length !== end - start) return false;
  for (let i = 0; i < form.length; i++) if (form.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

/** A string of its own: a slice of 13 units or more would keep the whole text in memory. */
function copy(text: string, start: number, end: number): string {
  let form = '';
  for (let at = start; at < end; at += 1024) {
    const units = new Uint16Array(Math.min(1024, end - at));
    for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(at + i);
    form += String.fromCharCode(...units);
  }
  return form;
}
