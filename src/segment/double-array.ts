/**
 * A trie over UTF-16 units (Aoe 1989). A unit has a code from 1 (0: in no word). A node's slot `s` has two cells side by
 * side: its base and its parent's slot. Code `c` leads to slot `t = base + c` if `s` is the parent of `t`. The root is slot
 * 0. A node without children has base 0, where all slots are the root's children, so that one comparison ends every walk.
 */
export interface DoubleArray {
  /** Code of each unit: 65,536 elements. */
  readonly codes: Uint16Array;
  /** Base at `2 s`, the parent's slot at `2 s + 1`; -1 where there is no node. */
  readonly cells: Int32Array;
}

/** A trie of these forms (distinct, not empty), and the slot of each. Equal sets of forms, in any order, give equal columns. */
export function buildDoubleArray(forms: readonly string[]): { trie: DoubleArray; slots: Int32Array } {
  const codes = codesByFrequency(forms);
  const order = sortByCodes(forms, codes);
  const nodes = nodesOf(forms, order, codes);
  const layout = new Layout(forms.length * 2 + 0x10000);
  const bases = new Int32Array(nodes.length);
  layout.take(0, nodes[0]!.codes);
  for (let node = 1; node < nodes.length; node++) bases[node] = layout.place(nodes[node]!.codes);

  const length = layout.end + nodes[0]!.codes.length + 1;
  const cells = new Int32Array(length * 2).fill(-1);
  cells[0] = 0;
  const slots = new Int32Array(forms.length);
  const slotOfNode = new Int32Array(nodes.length);
  for (const [i, { codes: children, nodes: inner, words }] of nodes.entries()) {
    for (const [child, code] of children.entries()) {
      const slot = bases[i]! + code;
      const node = inner[child]!;
      cells[2 * slot] = bases[node]!;
      cells[2 * slot + 1] = slotOfNode[i]!;
      slotOfNode[node] = node > 0 ? slot : 0;
      if (words[child]! >= 0) slots[words[child]!] = slot;
    }
  }
  return { trie: { codes, cells }, slots };
}

/** The slot of a form in the trie, word or beginning of one; -1 where there is none. */
export function slotOf({ codes, cells }: DoubleArray, form: string): number {
  let slot = 0;
  for (let i = 0; i < form.length; i++) {
    const next = cells[2 * slot]! + codes[form.charCodeAt(i)]!;
    if (cells[2 * next + 1] !== slot) return -1;
    slot = next;
  }
  return slot;
}

/** The commonest units get the least codes, which keeps the children of a node together. */
function codesByFrequency(forms: readonly string[]): Uint16Array {
  const counts = new Float64Array(0x10000);
  for (const form of forms) for (let i = 0; i < form.length; i++) counts[form.charCodeAt(i)]!++;
  const units = [...counts.keys()].filter((unit) => counts[unit]! > 0);
  units.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const codes = new Uint16Array(0x10000);
  for (const [i, unit] of units.entries()) codes[unit] = i + 1;
  return codes;
}

/** Indices of the forms, sorted by their codes. */
function sortByCodes(forms: readonly string[], codes: Uint16Array): Uint32Array {
  const keys = forms.map((form) => {
    let key = '';
    for (let i = 0; i < form.length; i++) key += String.fromCharCode(codes[form.charCodeAt(i)]!);
    return key;
  });
  return Uint32Array.from(forms.keys()).sort((a, b) => (keys[a]! < keys[b]! ? -1 : 1));
}

/** A node with children: for each its code, its index among the nodes (0: it has no children), its form's index or -1. */
interface Node {
  readonly codes: number[];
  readonly nodes: number[];
  readonly words: number[];
}

/** The root and all nodes with children, breadth first. */
function nodesOf(forms: readonly string[], order: Uint32Array, codes: Uint16Array): Node[] {
  const nodes: Node[] = [{ codes: [], nodes: [], words: [] }];
  // For each node its forms, order[from … to), which are alike up to `depth`.
  const ranges = [{ from: 0, to: order.length, depth: 0 }];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const { to, depth } = ranges[i]!;
    for (let from = ranges[i]!.from; from < to; ) {
      const code = codes[forms[order[from]!]!.charCodeAt(depth)]!;
      let end = from + 1;
      while (end < to && codes[forms[order[end]!]!.charCodeAt(depth)] === code) end++;
      const isWord = forms[order[from]!]!.length === depth + 1;
      node.codes.push(code);
      node.words.push(isWord ? order[from]! : -1);
      if (isWord) from++;
      node.nodes.push(from < end ? nodes.push({ codes: [], nodes: [], words: [] }) - 1 : 0);
      if (from < end) ranges.push({ from, to: end, depth: depth + 1 });
      from = end;
    }
  }
  return nodes;
}

/** Which slots are taken; the free ones are a list that is doubly linked, in order. */
class Layout {
  /** One after the last slot that is taken. */
  end = 1;
  #taken: Uint8Array;
  /** The free slots next to each free one; slot 0 is the list's head. */
  #next: Int32Array;
  #previous: Int32Array;

  constructor(slots: number) {
    this.#taken = new Uint8Array(slots);
    this.#next = Int32Array.from({ length: slots }, (_, i) => i + 1);
    this.#previous = Int32Array.from({ length: slots }, (_, i) => i - 1);
  }

  /** Takes the slots of these children at the first base above 0 where all are free. */
  place(children: readonly number[]): number {
    const first = children[0]!;
    const last = children.at(-1)!;
    for (let slot = this.#next[0]!; ; slot = this.#next[slot]!) {
      const base = slot - first;
      this.#reach(base + last);
      if (base > 0 && this.#fits(base, children)) return this.take(base, children);
    }
  }

  #fits(base: number, children: readonly number[]): boolean {
    for (let i = children.length - 1; i > 0; i--) if (this.#taken[base + children[i]!] === 1) return false;
    return true;
  }

  /** Takes the slots of these children at this base. */
  take(base: number, children: readonly number[]): number {
    this.#reach(base + (children.at(-1) ?? 0));
    for (const code of children) {
      const slot = base + code;
      this.#taken[slot] = 1;
      this.#next[this.#previous[slot]!] = this.#next[slot]!;
      this.#previous[this.#next[slot]!] = this.#previous[slot]!;
      this.end = Math.max(this.end, slot + 1);
    }
    return base;
  }

  /** Makes room for a slot and the one after it. */
  #reach(slot: number): void {
    const held = this.#taken.length;
    if (slot + 1 < held) return;
    const length = Math.max(held * 2, slot + 2);
    this.#taken = grown(this.#taken, new Uint8Array(length));
    this.#next = grown(this.#next, new Int32Array(length));
    this.#previous = grown(this.#previous, new Int32Array(length));
    for (let i = held; i < length; i++) {
      this.#next[i] = i + 1;
      this.#previous[i] = i - 1;
    }
  }
}

function grown<Column extends Uint8Array | Int32Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
