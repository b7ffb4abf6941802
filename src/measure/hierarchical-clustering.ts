/** How far two clusters are apart: `ward` on distances as they are, squared inside (ward.D2 of R). */
export const linkages = ['average', 'complete', 'single', 'ward'] as const;

/** How far a cluster is from another. */
export type Linkage = (typeof linkages)[number];

/** A tree of n items in the convention of R's hclust. */
export interface Dendrogram {
  /** n − 1 pairs: −i is item i (from 1), j the cluster of step j (from 1); items before clusters, lower numbers first. */
  readonly merge: readonly (readonly [number, number])[];
  /** The distance at which each pair is merged. */
  readonly height: readonly number[];
  /** Items (from 1) from left to right, so that no branches cross. */
  readonly order: readonly number[];
}

/**
 * Agglomerative clustering of a symmetric matrix of distances by the formula of Lance & Williams 1967. Of equal distances
 * the pair of the lowest items is merged first, so the tree depends on the order of items only where distances are equal.
 */
export function hierarchicalClustering(distances: readonly ArrayLike<number>[], linkage: Linkage): Dendrogram {
  const n = distances.length;
  const isWard = linkage === 'ward';
  const d = distances.map((row) => Float64Array.from(row, (value) => (isWard ? value * value : value)));
  const size = new Float64Array(n).fill(1);
  const name = Int32Array.from({ length: n }, (_, i) => -i - 1);
  const isLeft = new Uint8Array(n).fill(1);
  // The nearest of the later clusters; each cluster is known by its lowest item.
  const nearest = new Int32Array(n).fill(-1);
  const find = (i: number) => {
    let best = -1;
    for (let j = i + 1; j < n; j++) if (isLeft[j] === 1 && (best < 0 || d[i]![j]! < d[i]![best]!)) best = j;
    nearest[i] = best;
  };
  for (let i = 0; i < n; i++) find(i);
  const merge: [number, number][] = [];
  const height: number[] = [];
  while (merge.length < n - 1) {
    let a = -1;
    for (let i = 0; i < n; i++) {
      if (isLeft[i] === 0 || nearest[i]! < 0) continue;
      if (a < 0 || d[i]![nearest[i]!]! < d[a]![nearest[a]!]!) a = i;
    }
    const b = nearest[a]!;
    const between = d[a]![b]!;
    merge.push(inOrder(name[a]!, name[b]!));
    height.push(isWard ? Math.sqrt(between) : between);
    isLeft[b] = 0;
    for (let k = 0; k < n; k++) {
      if (k === a || isLeft[k] === 0) continue;
      const updated = joined(linkage, d[a]![k]!, d[b]![k]!, between, size[a]!, size[b]!, size[k]!);
      d[a]![k] = updated;
      d[k]![a] = updated;
    }
    size[a]! += size[b]!;
    name[a] = merge.length;
    for (let k = 0; k < n; k++) {
      if (isLeft[k] === 0) continue;
      if (k === a || nearest[k] === a || nearest[k] === b) find(k);
      else if (k < a && d[k]![a]! <= d[k]![nearest[k]!]!) find(k);
    }
  }
  return { merge, height, order: leafOrder(merge, n) };
}

/** The cluster of each item, from 1 by their lowest items: `clusters` of them, or what is merged up to `height`. */
export function cutTree({ merge, height }: Dendrogram, cut: { clusters: number } | { height: number }): number[] {
  const n = merge.length + 1;
  const steps =
    'clusters' in cut
      ? n - Math.min(n, Math.max(1, cut.clusters))
      : height.filter((value) => value <= cut.height).length;
  const root = new Int32Array(n + merge.length).fill(-1);
  const index = (name: number) => (name < 0 ? -name - 1 : n + name - 1);
  for (let step = 0; step < steps; step++) for (const name of merge[step]!) root[index(name)] = n + step;
  const numbers = new Map<number, number>();
  return Array.from({ length: n }, (_, item) => {
    let top = item;
    while (root[top]! >= 0) top = root[top]!;
    if (!numbers.has(top)) numbers.set(top, numbers.size + 1);
    return numbers.get(top)!;
  });
}

function joined(linkage: Linkage, ak: number, bk: number, ab: number, a: number, b: number, k: number): number {
  if (linkage === 'single') return Math.min(ak, bk);
  if (linkage === 'complete') return Math.max(ak, bk);
  if (linkage === 'average') return (a * ak + b * bk) / (a + b);
  return ((a + k) * ak + (b + k) * bk - k * ab) / (a + b + k);
}

function inOrder(a: number, b: number): [number, number] {
  if (a < 0 && b < 0) return a > b ? [a, b] : [b, a];
  return a < b ? [a, b] : [b, a];
}

function leafOrder(merge: readonly (readonly [number, number])[], n: number): number[] {
  if (n < 2) return n === 1 ? [1] : [];
  const order: number[] = [];
  const open = [merge.length];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name < 0) order.push(-name);
    else open.push(merge[name - 1]![1], merge[name - 1]![0]);
  }
  return order;
}
