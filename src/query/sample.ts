/**
 * A random sample of things that come one after another: those with the least hashes of seed and name, so that it is the
 * same in whatever order they come, and each has the same chance.
 */
export class Sample<Item> {
  readonly #size: number;
  readonly #seed: number;
  /** A heap with the greatest hash at its root. */
  readonly #kept: { readonly hash: number; readonly order: number; readonly item: Item }[] = [];
  #order = 0;

  constructor(size: number, seed: number) {
    this.#size = size;
    this.#seed = seed;
  }

  /** `name` is a thing's own, such as its document and offset. */
  add(name: string, item: Item): void {
    const one = { hash: hashOf(`${this.#seed}\n${name}`), order: this.#order++, item };
    if (this.#kept.length < this.#size) {
      this.#kept.push(one);
      this.#raise(this.#kept.length - 1);
    } else if (this.#size > 0 && one.hash < this.#kept[0]!.hash) {
      this.#kept[0] = one;
      this.#sink();
    }
  }

  /** The sample in the order in which its things came. */
  items(): Item[] {
    return [...this.#kept].sort((a, b) => a.order - b.order).map(({ item }) => item);
  }

  #raise(at: number): void {
    const kept = this.#kept;
    for (let i = at; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (kept[parent]!.hash >= kept[i]!.hash) return;
      [kept[parent], kept[i]] = [kept[i]!, kept[parent]!];
      i = parent;
    }
  }

  #sink(): void {
    const kept = this.#kept;
    for (let i = 0; ; ) {
      let greatest = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < kept.length && kept[child]!.hash > kept[greatest]!.hash) greatest = child;
      }
      if (greatest === i) return;
      [kept[greatest], kept[i]] = [kept[i]!, kept[greatest]!];
      i = greatest;
    }
  }
}

/** 53 bits: two rounds of FNV-1a (Fowler, Noll & Vo), each finished as MurmurHash3 does (Appleby 2011). */
function hashOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  return (mixed(high) >>> 11) * 2 ** 32 + (mixed(low ^ high) >>> 0);
}

function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
