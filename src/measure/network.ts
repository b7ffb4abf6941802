/** An undirected edge of nodes numbered from 0; each pair of different nodes at most once, weights above 0. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Measures of how central each node is, an element a node. */
export interface Centralities {
  readonly degree: Float64Array;
  readonly weighted_degree: Float64Array;
  readonly betweenness: Float64Array;
  readonly closeness: Float64Array;
  readonly eigenvector: Float64Array;
}

/** The neighbours of each node, in the order of their numbers. */
export function neighboursOf(nodes: number, edges: readonly Edge[]): (readonly (readonly [number, number])[])[] {
  const lists: [number, number][][] = Array.from({ length: nodes }, () => []);
  for (const { a, b, weight } of edges) {
    lists[a]!.push([b, weight]);
    lists[b]!.push([a, weight]);
  }
  for (const list of lists) list.sort((x, y) => x[0] - y[0]);
  return lists;
}

/**
 * Centralities of the nodes. Betweenness and closeness count edges, whatever their weights, and are divided by their
 * greatest possible value (Freeman 1979; Brandes 2001); in a network of several parts closeness is that of Wasserman &
 * Faust 1994. The eigenvector (Bonacich 1972) is by weights, of length 1.
 */
export function centralities(nodes: number, edges: readonly Edge[]): Centralities {
  const neighbours = neighboursOf(nodes, edges);
  const { betweenness, closeness } = byPaths(neighbours);
  return {
    degree: Float64Array.from(neighbours, (list) => list.length),
    weighted_degree: Float64Array.from(neighbours, (list) => list.reduce((sum, [, weight]) => sum + weight, 0)),
    betweenness,
    closeness,
    eigenvector: eigenvector(neighbours),
  };
}

function byPaths(neighbours: ReturnType<typeof neighboursOf>): Pick<Centralities, 'betweenness' | 'closeness'> {
  const n = neighbours.length;
  const betweenness = new Float64Array(n);
  const closeness = new Float64Array(n);
  for (let source = 0; source < n; source++) {
    const distance = new Int32Array(n).fill(-1);
    const paths = new Float64Array(n);
    const share = new Float64Array(n);
    const queue = [source];
    distance[source] = 0;
    paths[source] = 1;
    let sum = 0;
    for (let at = 0; at < queue.length; at++) {
      const v = queue[at]!;
      sum += distance[v]!;
      for (const [w] of neighbours[v]!) {
        if (distance[w]! < 0) {
          distance[w] = distance[v]! + 1;
          queue.push(w);
        }
        if (distance[w] === distance[v]! + 1) paths[w]! += paths[v]!;
      }
    }
    for (let at = queue.length - 1; at > 0; at--) {
      const w = queue[at]!;
      for (const [v] of neighbours[w]!) {
        if (distance[v] === distance[w]! - 1) share[v]! += (paths[v]! / paths[w]!) * (1 + share[w]!);
      }
      betweenness[w]! += share[w]!;
    }
    const reached = queue.length - 1;
    closeness[source] = sum > 0 ? ((reached / sum) * reached) / (n - 1) : 0;
  }
  // Each path was seen from both ends.
  for (let v = 0; v < n; v++) betweenness[v] = n > 2 ? betweenness[v]! / ((n - 1) * (n - 2)) : 0;
  return { betweenness, closeness };
}

/** By repeated multiplication with A + I, which settles also where A alone goes to and fro. */
function eigenvector(neighbours: ReturnType<typeof neighboursOf>): Float64Array {
  const n = neighbours.length;
  let greatest = 0;
  for (const list of neighbours) for (const [, weight] of list) greatest = Math.max(greatest, weight);
  let vector: Float64Array = new Float64Array(n).fill(1 / Math.sqrt(n));
  if (greatest === 0) return vector.fill(0);
  for (let step = 0; step < 10_000; step++) {
    const next = Float64Array.from(neighbours, (list, v) =>
      list.reduce((sum, [w, weight]) => sum + (weight / greatest) * vector[w]!, vector[v]!),
    );
    const length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0));
    let change = 0;
    for (let v = 0; v < n; v++) {
      next[v]! /= length;
      change = Math.max(change, Math.abs(next[v]! - vector[v]!));
    }
    vector = next;
    if (change < 1e-14) break;
  }
  return vector;
}
