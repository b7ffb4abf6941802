import { contentOf, type VersionUnit } from './version-unit.ts';

/** How alike the units of two versions are, by the pairs of neighbouring characters in them, of which rare ones weigh more. */
export class UnitGrams {
  readonly #contentA: readonly string[];
  readonly #contentB: readonly string[];
  readonly #a: readonly Int32Array[];
  readonly #b: readonly Int32Array[];
  readonly #weight: Float64Array;
  readonly #weightA: Float64Array;
  readonly #weightB: Float64Array;
  readonly #inB: readonly (readonly number[])[];

  constructor(a: readonly VersionUnit[], b: readonly VersionUnit[]) {
    const ids = new Map<string, number>();
    this.#contentA = a.map(contentOf);
    this.#contentB = b.map(contentOf);
    this.#a = this.#contentA.map((content) => gramsOf(content, ids));
    this.#b = this.#contentB.map((content) => gramsOf(content, ids));
    const count = (sets: readonly Int32Array[]) => {
      const counts = new Uint32Array(ids.size);
      for (const set of sets) for (const id of set) counts[id]!++;
      return counts;
    };
    const [countA, countB] = [count(this.#a), count(this.#b)];
    const units = Math.max(a.length, b.length);
    // Spärck Jones 1972. Of the two versions the one that has it more often: what both have once is as rare as what one has.
    this.#weight = Float64Array.from(countA, (n, id) => Math.log(1 + units / Math.max(n, countB[id]!)));
    this.#weightA = Float64Array.from(this.#a, (set) => this.#sum(set));
    this.#weightB = Float64Array.from(this.#b, (set) => this.#sum(set));
    const inB: number[][] = Array.from({ length: ids.size }, () => []);
    this.#b.forEach((set, i) => {
      for (const id of set) inB[id]!.push(i);
    });
    this.#inB = inB;
  }

  /** Dice coefficient of the weights, 0 to 1. */
  similarity(a: number, b: number): number {
    return this.similarityOf([a], [b]);
  }

  /** The same of several units taken together. */
  similarityOf(a: readonly number[], b: readonly number[]): number {
    const [inA, inB] = [this.#union(this.#a, a), this.#union(this.#b, b)];
    let common = 0;
    for (const id of inA) if (inB.has(id)) common += this.#weight[id]!;
    const all = this.#sum(inA) + this.#sum(inB);
    return all === 0 ? 0 : (2 * common) / all;
  }

  /** How much of the unit `part` of the first (`ofA`) or second version stands in `whole` of the other and not in `taken`: 0 to 1. */
  containment(ofA: boolean, part: number, whole: number, taken: readonly number[]): number {
    const [own, other] = ofA ? [this.#a, this.#b] : [this.#b, this.#a];
    const inWhole = new Set(other[whole]);
    const inTaken = this.#union(own, taken);
    let found = 0;
    for (const id of own[part]!) if (inWhole.has(id) && !inTaken.has(id)) found += this.#weight[id]!;
    const all = ofA ? this.#weightA[part]! : this.#weightB[part]!;
    return all === 0 ? 0 : found / all;
  }

  /** Whether all of `part` stands in `whole` as it is, and there is room for it beside what is `taken`. */
  isPart(ofA: boolean, part: number, whole: number, taken: readonly number[]): boolean {
    const [own, other] = ofA ? [this.#contentA, this.#contentB] : [this.#contentB, this.#contentA];
    const length = taken.reduce((sum, unit) => sum + own[unit]!.length, own[part]!.length);
    return length <= other[whole]!.length && other[whole]!.includes(own[part]!);
  }

  /** The units of the second version that are most like `a`, the likest first. */
  candidates(a: number, may: (b: number) => boolean): number[] {
    const common = new Map<number, number>();
    for (const id of this.#a[a]!) {
      const places = this.#inB[id]!;
      // What stands in very many units says little, and would make the work grow with the square of their number.
      if (places.length > mostPlaces) continue;
      for (const b of places) if (may(b)) common.set(b, (common.get(b) ?? 0) + this.#weight[id]!);
    }
    const score = (b: number) => common.get(b)! / (this.#weightA[a]! + this.#weightB[b]!);
    return [...common.keys()].sort((x, y) => score(y) - score(x) || x - y).slice(0, mostCandidates);
  }

  #union(sets: readonly Int32Array[], units: readonly number[]): Set<number> {
    const union = new Set<number>();
    for (const unit of units) for (const id of sets[unit]!) union.add(id);
    return union;
  }

  #sum(set: Iterable<number>): number {
    let sum = 0;
    for (const id of set) sum += this.#weight[id]!;
    return sum;
  }
}

const mostPlaces = 200;
const mostCandidates = 10;

function gramsOf(content: string, ids: Map<string, number>): Int32Array {
  const set = new Set<number>();
  for (let i = 0; i + 1 < content.length; i++) {
    const gram = content.slice(i, i + 2);
    let id = ids.get(gram);
    if (id === undefined) {
      id = ids.size;
      ids.set(gram, id);
    }
    set.add(id);
  }
  return Int32Array.from(set);
}
