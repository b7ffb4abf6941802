import { cutTree, hierarchicalClustering } from '../measure/hierarchical-clustering.ts';
import { louvain } from '../measure/louvain.ts';
import { centralities } from '../measure/network.ts';
import { significant } from '../measure/significant.ts';
import { strategicDiagram } from '../measure/strategic-diagram.ts';
import type { Cell } from '../model/table.ts';
import { dissimilarities, type Network, type NetworkSettings } from './network.ts';

/** Rows of the tables of a network. */
export interface NetworkRows {
  readonly nodes: readonly (readonly Cell[])[];
  readonly edges: readonly (readonly Cell[])[];
  readonly communities: readonly (readonly Cell[])[];
  readonly tree: readonly (readonly Cell[])[];
}

const shownTerms = 10;

export function networkRows(network: Network, settings: NetworkSettings): NetworkRows {
  const { names, frequency, edges } = network;
  const tree = hierarchicalClustering(dissimilarities(network, settings.similarity), settings.linkage);
  const cluster = cutTree(tree, { clusters: settings.clusters });
  const places = new Map(tree.order.map((item, place) => [item - 1, place + 1]));
  const { community } = louvain(names.length, edges, settings);
  const of = centralities(names.length, edges);
  return {
    nodes: names.map((name, i) => [
      name,
      name,
      i + 1,
      frequency[i]!,
      community[i]!,
      cluster[i]!,
      of.degree[i]!,
      significant(of.weighted_degree[i]!),
      significant(of.betweenness[i]!),
      significant(of.closeness[i]!),
      // Below the precision of the iteration: a part of the network that the greatest eigenvector does not reach.
      of.eigenvector[i]! < 1e-12 ? 0 : significant(of.eigenvector[i]!),
      places.get(i) ?? null,
    ]),
    edges: [...edges]
      .sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b)
      .map((edge) => [
        names[edge.a]!,
        names[edge.b]!,
        'Undirected',
        significant(edge.weight),
        edge.joint,
        significant(edge.ochiai),
        significant(edge.jaccard),
        significant(edge.association_strength),
        significant(edge.equivalence),
      ]),
    communities: communityRows(network, community, of.weighted_degree),
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

/** Communities of one node have no density, and are no themes. */
function communityRows({ names, edges }: Network, community: readonly number[], degree: Float64Array): Cell[][] {
  const weighted = edges.map(({ a, b, equivalence }) => ({ a, b, weight: equivalence }));
  const places = strategicDiagram(weighted, community);
  const members = places.map((_, i) => [...names.keys()].filter((node) => community[node] === i + 1));
  const themes = [...places.keys()].filter((i) => members[i]!.length > 1);
  const middle = {
    centrality: mean(themes.map((i) => places[i]!.centrality)),
    density: mean(themes.map((i) => places[i]!.density)),
  };
  return themes.map((i) => {
    const { centrality, density } = places[i]!;
    const own = members[i]!.sort((a, b) => degree[b]! - degree[a]! || a - b);
    const isCentral = centrality >= middle.centrality;
    const quadrant = density >= middle.density ? (isCentral ? 1 : 2) : isCentral ? 4 : 3;
    const shown = own.slice(0, shownTerms).map((node) => names[node]!);
    return [i + 1, own.length, shown.join('|'), significant(centrality), significant(density), quadrant];
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
