import { classicalScaling } from '../measure/classical-scaling.ts';
import { cutTree, hierarchicalClustering, type Linkage } from '../measure/hierarchical-clustering.ts';
import { significant } from '../measure/significant.ts';
import type { Cell } from '../model/table.ts';
import { type DocumentMeasure, distanceMatrix, documentMeasures, type Profiles } from './similarity.ts';

export interface SimilaritySettings {
  /** The measure of clusters, coordinates and neighbours. */
  readonly measure: DocumentMeasure;
  /** Neighbours of each document that are given. */
  readonly nearest: number;
  readonly linkage: Linkage;
  readonly clusters: number;
}

export interface SimilarityRows {
  readonly similarity: readonly (readonly Cell[])[];
  readonly nearest: Iterable<readonly Cell[]>;
  readonly coordinates: Iterable<readonly Cell[]>;
  readonly tree: Iterable<readonly Cell[]>;
  /** Documents without any counted item: they have no distance, and no row. */
  readonly empty: readonly string[];
  /** The distances by the measure of the settings, and their names. */
  readonly names: readonly string[];
  readonly matrix: readonly Float64Array[];
}

export function similarityRows(
  all: Profiles,
  { measure, nearest, linkage, clusters }: SimilaritySettings,
): SimilarityRows {
  const kept = [...all.names.keys()].filter((i) => all.counts[i]!.some((count) => count > 0));
  const profiles = {
    ...all,
    names: kept.map((i) => all.names[i]!),
    counts: kept.map((i) => all.counts[i]!),
    sizes: kept.map((i) => all.sizes[i]!),
    ...(all.shingles === undefined ? {} : { shingles: kept.map((i) => all.shingles![i]!) }),
  };
  const { names } = profiles;
  const matrices = documentMeasures.map((kind) => finite(distanceMatrix(profiles, kind)));
  const matrix = matrices[documentMeasures.indexOf(measure)]!;
  const tree = hierarchicalClustering(matrix, linkage);
  const cluster = names.length > 0 ? cutTree(tree, { clusters }) : [];
  const places = new Map(tree.order.map((item, place) => [item - 1, place + 1]));
  const { coordinates } = classicalScaling(matrix, 2);
  const shown = (i: number, j: number): (number | null)[] =>
    documentMeasures.map((kind, k) => {
      const value = matrices[k]![i]![j]!;
      return significant(kind === 'delta' ? value : 1 - value);
    });
  const pairs = names.flatMap((_, i) => names.slice(i + 1).map((_, k): [number, number] => [i, i + 1 + k]));
  pairs.sort(([a, b], [c, d]) => matrix[a]![b]! - matrix[c]![d]! || a - c || b - d);
  return {
    names,
    matrix,
    empty: all.names.filter((_, i) => !kept.includes(i)),
    similarity: pairs.map(([a, b]) => [names[a]!, names[b]!, ...shown(a, b)]),
    nearest: names.flatMap((name, i) =>
      [...names.keys()]
        .filter((j) => j !== i)
        .sort((a, b) => matrix[i]![a]! - matrix[i]![b]! || a - b)
        .slice(0, nearest)
        .map((j, rank) => [name, rank + 1, names[j]!, ...shown(i, j)]),
    ),
    coordinates: names.map((name, i) => [
      name,
      i + 1,
      profiles.sizes[i]!,
      cluster[i]!,
      places.get(i) ?? null,
      significant(coordinates[i]![0]!),
      significant(coordinates[i]![1]!),
    ]),
    tree: tree.merge.map(([a, b], i) => [
      i + 1,
      a,
      b,
      significant(tree.height[i]!),
      a < 0 ? names[-a - 1]! : null,
      b < 0 ? names[-b - 1]! : null,
    ]),
  };
}

/** What is not defined, as the cosine of a document of words that all have, is as far as can be. */
function finite(matrix: readonly Float64Array[]): Float64Array[] {
  return matrix.map((row) => row.map((value) => (Number.isNaN(value) ? 1 : value)));
}
