import { describe, expect, test } from 'vitest';
import { classicalScaling } from '../../src/measure/classical-scaling.ts';
import { cutTree, hierarchicalClustering } from '../../src/measure/hierarchical-clustering.ts';
import { louvain, modularity } from '../../src/measure/louvain.ts';
import { centralities } from '../../src/measure/network.ts';

// Zachary 1977, the 78 friendships of a karate club.
const karate =
  '1-2 1-3 2-3 1-4 2-4 3-4 1-5 1-6 1-7 5-7 6-7 1-8 2-8 3-8 4-8 1-9 3-9 3-10 1-11 5-11 6-11 1-12 1-13 4-13 1-14 2-14 3-14 4-14 6-17 7-17 1-18 2-18 1-20 2-20 1-22 2-22 24-26 25-26 3-28 24-28 25-28 3-29 24-30 27-30 2-31 9-31 1-32 25-32 26-32 29-32 3-33 9-33 15-33 16-33 19-33 21-33 23-33 24-33 30-33 31-33 32-33 9-34 10-34 14-34 15-34 16-34 19-34 20-34 21-34 23-34 24-34 27-34 28-34 29-34 30-34 31-34 32-34 33-34';
const edges = karate.split(' ').map((pair) => {
  const [a, b] = pair.split('-').map(Number) as [number, number];
  return { a: a - 1, b: b - 1, weight: 1 };
});

describe('networks', () => {
  test('centralities of the karate club are those that are published', () => {
    expect(edges).toHaveLength(78);
    const found = centralities(34, edges);
    // By networkx 3.6.1, edges unweighted, eigenvector by its dense solver: nodes 1 (the instructor) and 34 (the officer).
    expect(found.degree[0]).toBe(16);
    expect(found.degree[33]).toBe(17);
    expect(found.betweenness[0]).toBeCloseTo(0.43763528, 7);
    expect(found.betweenness[33]).toBeCloseTo(0.30407498, 7);
    expect(found.closeness[0]).toBeCloseTo(0.56896552, 7);
    expect(found.eigenvector[33]).toBeCloseTo(0.3733634703, 9);
    expect(found.eigenvector[0]).toBeCloseTo(0.3554914445, 9);
  });

  test('Louvain finds the division of the karate club with the greatest modularity there is', () => {
    // 0.4198: Brandes et al. 2008, proved to be the greatest.
    const found = louvain(34, edges);
    expect(found.modularity).toBeCloseTo(0.41979, 5);
    expect(louvain(34, edges)).toEqual(found);
    expect(modularity(edges, new Array(34).fill(1))).toBeCloseTo(0, 12);
  });
});

describe('trees and maps', () => {
  test('five towns on a line are joined as by hclust in R', () => {
    const at = [0, 1, 5, 7, 20];
    const rows = at.map((x) => at.map((y) => Math.abs(x - y)));
    const tree = hierarchicalClustering(rows, 'average');
    expect(tree.merge).toEqual([
      [-1, -2],
      [-3, -4],
      [1, 2],
      [-5, 3],
    ]);
    expect(tree.height).toEqual([1, 2, 5.5, 16.75]);
    expect(tree.order).toEqual([5, 1, 2, 3, 4]);
    expect(cutTree(tree, { clusters: 3 })).toEqual([1, 1, 2, 2, 3]);
    expect(cutTree(tree, { height: 5.5 })).toEqual([1, 1, 1, 1, 2]);
    const { coordinates } = classicalScaling(rows, 2);
    expect(coordinates.map(([x]) => x! - coordinates[0]![0]!)).toEqual(at.map((x) => expect.closeTo(x, 9)));
    expect(coordinates.every(([, y]) => y === 0)).toBe(true);
  });
});
