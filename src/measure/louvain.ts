import { type Edge, neighboursOf } from './network.ts';
import { seededRandom } from './random.ts';

/** A division of the nodes of a network. */
export interface Communities {
  /** The community of each node, from 1 by their lowest nodes. */
  readonly community: readonly number[];
  readonly modularity: number;
}

/** How communities are looked for. */
export interface LouvainSettings {
  /** Above 1 more and smaller communities, below 1 fewer. Reichardt & Bornholdt 2006 */
  readonly resolution?: number;
  readonly seed?: number;
  /** The best of so many orders of the nodes is given. */
  readonly starts?: number;
}

/** A gain that is not rounding. */
const leastGain = 1e-12;

/** Modularity of a division (Newman 2004) with a resolution; NaN for a network without edges. */
export function modularity(edges: readonly Edge[], community: ArrayLike<number>, resolution = 1): number {
  const inside = new Map<number, number>();
  const degree = new Map<number, number>();
  let total = 0;
  for (const { a, b, weight } of edges) {
    total += weight;
    for (const node of [a, b]) degree.set(community[node]!, (degree.get(community[node]!) ?? 0) + weight);
    if (community[a] === community[b]) inside.set(community[a]!, (inside.get(community[a]!) ?? 0) + weight);
  }
  let sum = 0;
  for (const [name, own] of degree) sum += (inside.get(name) ?? 0) / total - resolution * (own / (2 * total)) ** 2;
  return total > 0 ? sum : Number.NaN;
}

/** Communities of greatest modularity by the method of Louvain (Blondel et al. 2008); a node without edges is its own. */
export function louvain(
  nodes: number,
  edges: readonly Edge[],
  { resolution = 1, seed = 1, starts = 10 }: LouvainSettings = {},
): Communities {
  const random = seededRandom(seed);
  let best: Communities | undefined;
  for (let start = 0; start < starts; start++) {
    const community = numbered(oneDivision(nodes, edges, resolution, random));
    const found = { community, modularity: modularity(edges, community, resolution) };
    if (best === undefined || found.modularity > best.modularity + leastGain) best = found;
  }
  return best ?? { community: [], modularity: Number.NaN };
}

function oneDivision(nodes: number, edges: readonly Edge[], resolution: number, random: () => number): number[] {
  let of = Array.from({ length: nodes }, (_, node) => node);
  let size = nodes;
  let between: readonly Edge[] = edges;
  let loops = new Float64Array(nodes);
  for (;;) {
    const moved = localMoves(size, between, loops, resolution, random);
    const numbers = numbered(moved).map((number) => number - 1);
    const fewer = numbers.reduce((most, number) => Math.max(most, number + 1), 0);
    of = of.map((node) => numbers[node]!);
    if (fewer === size) return of;
    const merged = new Map<number, number>();
    const inner = new Float64Array(fewer);
    loops.forEach((weight, node) => {
      inner[numbers[node]!]! += weight;
    });
    for (const { a, b, weight } of between) {
      const [x, y] = [Math.min(numbers[a]!, numbers[b]!), Math.max(numbers[a]!, numbers[b]!)];
      if (x === y) inner[x]! += weight;
      else merged.set(x * fewer + y, (merged.get(x * fewer + y) ?? 0) + weight);
    }
    size = fewer;
    loops = inner;
    between = [...merged].map(([key, weight]) => ({ a: Math.floor(key / fewer), b: key % fewer, weight }));
  }
}

function localMoves(
  nodes: number,
  edges: readonly Edge[],
  loops: Float64Array,
  resolution: number,
  random: () => number,
): number[] {
  const neighbours = neighboursOf(nodes, edges);
  const degree = Float64Array.from(neighbours, (list, v) =>
    list.reduce((sum, [, weight]) => sum + weight, 2 * loops[v]!),
  );
  const twice = degree.reduce((sum, value) => sum + value, 0);
  const community = Array.from({ length: nodes }, (_, node) => node);
  const sums = degree.slice();
  const order = shuffled(nodes, random);
  for (let hasMoved = twice > 0; hasMoved; ) {
    hasMoved = false;
    for (const v of order) {
      const own = community[v]!;
      const links = new Map<number, number>([[own, 0]]);
      for (const [w, weight] of neighbours[v]!) links.set(community[w]!, (links.get(community[w]!) ?? 0) + weight);
      sums[own]! -= degree[v]!;
      const gain = (name: number) => links.get(name)! - (resolution * degree[v]! * sums[name]!) / twice;
      let best = own;
      for (const name of [...links.keys()].sort((x, y) => x - y)) {
        if (gain(name) > gain(best) + leastGain * twice) best = name;
      }
      sums[best]! += degree[v]!;
      community[v] = best;
      if (best !== own) hasMoved = true;
    }
  }
  return community;
}

function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

function numbered(names: readonly number[]): number[] {
  const numbers = new Map<number, number>();
  return names.map((name) => {
    if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
    return numbers.get(name)!;
  });
}
