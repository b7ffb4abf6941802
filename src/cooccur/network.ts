import { associationMeasure } from '../measure/association.ts';
import type { Linkage } from '../measure/hierarchical-clustering.ts';
import type { Edge } from '../measure/network.ts';
import { pairCounts } from './pair-counts.ts';
import { pairTableOf } from './significances.ts';
import type { CooccurrenceSettings, CooccurrenceTotal, UnitKind } from './units.ts';

export const similarities = ['ochiai', 'jaccard', 'association_strength', 'equivalence'] as const;

export type Similarity = (typeof similarities)[number];

const measures = {
  ochiai: associationMeasure('ochiai'),
  jaccard: associationMeasure('jaccard'),
  association_strength: associationMeasure('association_strength'),
  equivalence: associationMeasure('equivalence'),
};

export interface NetworkSettings extends Pick<CooccurrenceSettings, 'count'> {
  readonly unit: UnitKind;
  /** The most frequent terms or words that are nodes. */
  readonly nodes: number;
  /** Pairs that meet less often are no edges. */
  readonly minJoint: number;
  /** What an edge weighs. */
  readonly similarity: Similarity;
  readonly linkage: Linkage;
  /** Clusters into which the tree is cut. */
  readonly clusters: number;
  readonly resolution: number;
  readonly seed: number;
}

/** A pair of nodes that is an edge, and its similarities. */
export interface NetworkEdge extends Edge, Readonly<Record<Similarity, number>> {
  readonly joint: number;
}

/** The network of the terms of one kind of unit. Nodes stand by frequency, then by name. */
export interface Network {
  readonly unit: UnitKind;
  readonly names: readonly string[];
  /** Units that hold each node; where occurrences are counted, all its pairs. */
  readonly frequency: readonly number[];
  /** Names that are of no node because they are not frequent enough. */
  readonly leftOut: number;
  readonly edges: readonly NetworkEdge[];
}

/** The network that the counts of these settings make; undefined where the unit was not counted. `names` are by id. */
export function networkOf(
  totals: CooccurrenceTotal,
  names: readonly string[],
  settings: NetworkSettings,
): Network | undefined {
  const total = totals.find(({ kind }) => kind === settings.unit);
  if (total === undefined || total.kind === 'span') return undefined;
  const counts = pairCounts(total, { count: settings.count, minJoint: 1 });
  const { first, second, joint } = counts;
  const frequency = total.present.slice();
  if (settings.count === 'all') {
    for (let i = 0; i < joint.length; i++) {
      const { f1, f2 } = counts.signature(i);
      frequency[first[i]!] = f1;
      frequency[second[i]!] = f2;
    }
  }
  const found = [...names.keys()].filter((id) => frequency[id]! > 0);
  found.sort((a, b) => frequency[b]! - frequency[a]! || (names[a]! < names[b]! ? -1 : 1));
  const chosen = found.slice(0, settings.nodes);
  const nodes = new Map(chosen.map((id, node) => [id, node]));
  const edges: NetworkEdge[] = [];
  for (let i = 0; i < joint.length; i++) {
    const a = nodes.get(first[i]!);
    const b = nodes.get(second[i]!);
    if (a === undefined || b === undefined || joint[i]! < settings.minJoint) continue;
    const table = pairTableOf(counts, i);
    const similarity = {
      ochiai: measures.ochiai(table),
      jaccard: measures.jaccard(table),
      association_strength: measures.association_strength(table),
      equivalence: measures.equivalence(table),
    };
    const weight = similarity[settings.similarity];
    edges.push({ a: Math.min(a, b), b: Math.max(a, b), weight, joint: joint[i]!, ...similarity });
  }
  edges.sort((x, y) => x.a - y.a || x.b - y.b);
  return {
    unit: total.kind,
    names: chosen.map((id) => names[id]!),
    frequency: chosen.map((id) => frequency[id]!),
    leftOut: found.length - chosen.length,
    edges,
  };
}

/** A square matrix over the nodes, 0 for no edge. */
export function matrixOf(
  { names, edges }: Network,
  value: (edge: NetworkEdge) => number,
  diagonal: (node: number) => number,
): Float64Array[] {
  const matrix = names.map(() => new Float64Array(names.length));
  for (const edge of edges) {
    matrix[edge.a]![edge.b] = value(edge);
    matrix[edge.b]![edge.a] = value(edge);
  }
  for (const node of names.keys()) matrix[node]![node] = diagonal(node);
  return matrix;
}

/** 1 − similarity; association strength, which has no fixed greatest value, is divided by the greatest first. */
export function dissimilarities(network: Network, similarity: Similarity): Float64Array[] {
  let greatest = 1;
  if (similarity === 'association_strength') {
    greatest = network.edges.reduce((most, edge) => Math.max(most, edge.association_strength), 0) || 1;
  }
  return matrixOf(
    network,
    (edge) => edge[similarity] / greatest,
    () => 1,
  ).map((row) => row.map((value) => 1 - value));
}
