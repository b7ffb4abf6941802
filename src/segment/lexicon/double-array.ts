/**
 * A trie over UTF-16 units (Aoe 1989). A unit has a code from 1 (0: in no word). Code `c` leads from slot `s` to slot
 * `t = bases[s] + c` if `steps[t]` is `c`: no two nodes have the same base, so that this needs no look at the parent. The
 * root is slot 0, with base 0. The base of a node without children is where no slot is taken, so that one comparison ends
 * every walk.
 */
export interface DoubleArray {
  /** Code of each unit: 65,536 elements. */
  readonly codes: Uint16Array;
  /** By slot. */
  readonly bases: Int32Array;
  /** By slot: the code that leads there, `noStep` where there is no node. */
  readonly steps: Uint16Array;
}

/** More than any code, as there are fewer characters. */
export const noStep = 0xffff;

/** A trie of these forms (distinct, not empty), and the slot of each. Equal sets of forms, in any order, give equal columns. */
export function buildDoubleArray(
  forms: readonly string[],
  weights?: ArrayLike<number>,
): { trie: DoubleArray; slots: Int32Array } {
  const codes = codesByFrequency(forms);
  const nodes = nodesOf(forms, sortByCodes(forms, codes), codes);
  const { first, count, code, node: inner, word } = nodes;
  const layout = new Layout(forms.length * 2 + 0x100);
  const bases = new Int32Array(count);
  // Nodes with many children first, and those with one last: they fill what the others have left.
  const children = (node: number) => code.subarray(first[node]!, first[node + 1]!);
  layout.takeRoot(children(0));
  const order = weights === undefined ? byChildren(nodes) : byWeight(nodes, weights);
  for (const node of order) if (node > 0) bases[node] = layout.place(children(node));

  const highest = code.reduce((highest, code) => Math.max(highest, code), 0);
  const length = layout.end + highest + 1;
  const trie = { codes, bases: new Int32Array(length).fill(layout.end), steps: new Uint16Array(length).fill(noStep) };
  trie.bases[0] = 0;
  const slots = new Int32Array(forms.length);
  for (let node = 0; node < count; node++) {
    for (let child = first[node]!; child < first[node + 1]!; child++) {
      const slot = bases[node]! + code[child]!;
      trie.steps[slot] = code[child]!;
      if (inner[child]! > 0) trie.bases[slot] = bases[inner[child]!]!;
      if (word[child]! >= 0) slots[word[child]!] = slot;
    }
  }
  return { trie, slots };
}

/** The slot of what stands in a text from `start` to `end`, word or beginning of one; -1 where there is none. */
export function slotOf({ codes, bases, steps }: DoubleArray, text: string, start = 0, end = text.length): number {
  let slot = 0;
  for (let i = start; i < end; i++) {
    const code = codes[text.charCodeAt(i)]!;
    slot = bases[slot]! + code;
    if (steps[slot] !== code) return -1;
  }
  return slot;
}

/** The commonest units get the least codes, which keeps the children of a node together. */
function codesByFrequency(forms: readonly string[]): Uint16Array {
  const counts = new Float64Array(0x10000);
  for (const form of forms) for (let i = 0; i < form.length; i++) counts[form.charCodeAt(i)]!++;
  const units: number[] = [];
  for (let unit = 0; unit < counts.length; unit++) if (counts[unit]! > 0) units.push(unit);
  units.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const codes = new Uint16Array(0x10000);
  for (const [i, unit] of units.entries()) codes[unit] = i + 1;
  return codes;
}

/** Indices of the forms, sorted by their codes. */
function sortByCodes(forms: readonly string[], codes: Uint16Array): Uint32Array {
  return indices(forms.length).sort((left, right) => {
    const a = forms[left]!;
    const b = forms[right]!;
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
      const difference = codes[a.charCodeAt(i)]! - codes[b.charCodeAt(i)]!;
      if (difference !== 0) return difference;
    }
    return a.length - b.length;
  });
}

function indices(length: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(length).map((_, i) => i);
}

/** The nodes with children, breadth first, the root as 0: in columns by child, those of node `n` from `first[n]` on. */
interface Nodes {
  readonly count: number;
  /** One element more than nodes. */
  readonly first: Int32Array;
  readonly code: Uint16Array;
  /** The child's index among the nodes; 0: it has no children. */
  readonly node: Int32Array;
  /** Index of the form that ends at the child, or -1. */
  readonly word: Int32Array;
}

function nodesOf(forms: readonly string[], order: Uint32Array, codes: Uint16Array): Nodes {
  const most = forms.reduce((sum, form) => sum + form.length, 0);
  const first = new Int32Array(most + 2);
  const code = new Uint16Array(most);
  const node = new Int32Array(most);
  const word = new Int32Array(most);
  // The forms of each node, order[from … to), are alike up to its depth.
  const from = new Int32Array(most + 1);
  const to = new Int32Array(most + 1);
  const depth = new Int32Array(most + 1);
  to[0] = order.length;
  let count = 1;
  let children = 0;
  for (let n = 0; n < count; n++) {
    const at = depth[n]!;
    for (let i = from[n]!; i < to[n]!; children++) {
      const form = order[i]!;
      const own = codes[forms[form]!.charCodeAt(at)]!;
      let end = i + 1;
      while (end < to[n]! && codes[forms[order[end]!]!.charCodeAt(at)] === own) end++;
      const isWord = forms[form]!.length === at + 1;
      code[children] = own;
      word[children] = isWord ? form : -1;
      if (isWord) i++;
      if (i < end) {
        from[count] = i;
        to[count] = end;
        depth[count] = at + 1;
        node[children] = count++;
      }
      i = end;
    }
    first[n + 1] = children;
  }
  return { count, first, code, node, word };
}

/** The root, then the other nodes by falling number of children, equal ones as they stand. */
function byChildren({ count, first }: Nodes): Uint32Array {
  const children = (node: number) => first[node + 1]! - first[node]!;
  return indices(count).sort((a, b) => (a === 0 || b === 0 ? a - b : children(b) - children(a) || a - b));
}

/** The root, then the other nodes by the falling sum of the weights of all forms under them. */
function byWeight({ count, first, node, word }: Nodes, weights: ArrayLike<number>): Uint32Array {
  const sums = new Float64Array(count);
  // Children come after their parents.
  for (let n = count - 1; n >= 0; n--) {
    for (let child = first[n]!; child < first[n + 1]!; child++) {
      sums[n]! += (word[child]! >= 0 ? weights[word[child]!]! : 0) + (node[child]! > 0 ? sums[node[child]!]! : 0);
    }
  }
  return indices(count).sort((a, b) => (a === 0 || b === 0 ? a - b : sums[b]! - sums[a]! || a - b));
}

/** Which slots are free, a bit a slot: so that 32 places for a node are tried at once. */
class Layout {
  /** One after the last slot that is taken. */
  end = 1;
  #free = new Uint32Array(0);
  /** Which bases no node has, a bit each. */
  #freeBases = new Uint32Array(0);
  /** Of an element with a free slot its own index; of another one the next that may have one. */
  #next = new Uint32Array(0);
  /** By number of children: where the last such node was placed. */
  readonly #from: number[] = [];

  constructor(slots: number) {
    this.#reach(slots >>> 5);
    this.#take(0);
  }

  /** Takes the slots of these children at base 0. */
  takeRoot(codes: Uint16Array): void {
    for (const code of codes) this.#take(code);
  }

  /**
   * Takes the slots of these children, in rising order, at a base above 0 where all are free: the first one from where the
   * last node of as many children is, since what had no room for that one hardly has it for this one.
   */
  place(codes: Uint16Array): number {
    const first = codes[0]!;
    const last = codes.at(-1)!;
    for (let element = Math.max(this.#from[codes.length] ?? 0, (first + 1) >>> 5); ; element++) {
      element = this.#nextWithFree(element);
      this.#reach(element + 2 + ((last - first) >>> 5));
      let fits = this.#free[element]!;
      const shift = element * 32 - first;
      if (shift <= 0) fits &= -1 << (1 - shift);
      for (let i = codes.length - 1; i > 0 && fits !== 0; i--) fits &= bitsAt(this.#free, shift + codes[i]!);
      if (fits !== 0) fits &= shift < 0 ? bitsAt(this.#freeBases, 0) << -shift : bitsAt(this.#freeBases, shift);
      if (fits === 0) continue;
      this.#from[codes.length] = element;
      const base = shift + 31 - Math.clz32(fits & -fits);
      this.#freeBases[base >>> 5]! &= ~(1 << (base & 31));
      for (const code of codes) this.#take(base + code);
      return base;
    }
  }

  #take(slot: number): void {
    const element = slot >>> 5;
    this.#reach(element);
    this.#free[element]! &= ~(1 << (slot & 31));
    if (this.#free[element] === 0) this.#next[element] = element + 1;
    this.end = Math.max(this.end, slot + 1);
  }

  /** The first element from this one on with a free slot; the way there is made shorter. */
  #nextWithFree(from: number): number {
    let element = from;
    this.#reach(element);
    while (this.#next[element] !== element) {
      const next = this.#next[element]!;
      this.#reach(next);
      this.#next[element] = this.#next[next]!;
      element = next;
    }
    return element;
  }

  /** Makes room for an element. */
  #reach(element: number): void {
    const held = this.#free.length;
    if (element < held) return;
    const length = Math.max(held * 2, element + 1);
    const grown = (bits: Uint32Array) => {
      const more = new Uint32Array(length).fill(0xffffffff);
      more.set(bits);
      return more;
    };
    this.#free = grown(this.#free);
    this.#freeBases = grown(this.#freeBases);
    const next = indices(length);
    next.set(this.#next);
    this.#next = next;
  }
}

/** The bits of 32 places from this one on. */
function bitsAt(bits: Uint32Array, place: number): number {
  const shift = place & 31;
  const low = bits[place >>> 5]! >>> shift;
  return shift === 0 ? low : low | (bits[(place >>> 5) + 1]! << (32 - shift));
}
