import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { adjust, adjustments } from '../../src/measure/adjust.ts';
import { association } from '../../src/measure/association.ts';
import { classicalScaling } from '../../src/measure/classical-scaling.ts';
import { fisherTest } from '../../src/measure/fisher.ts';
import { cutTree, hierarchicalClustering, linkages } from '../../src/measure/hierarchical-clustering.ts';
import { modularity } from '../../src/measure/louvain.ts';
import { centralities, type Edge } from '../../src/measure/network.ts';
import { seededRandom } from '../../src/measure/random.ts';
import { rankSum } from '../../src/measure/rank-sum.ts';
import { shareBounds, trend } from '../../src/measure/trend.ts';

const hasR = spawnSync('Rscript', ['--version']).status === 0;
const python = '/usr/bin/python3';
const hasNetworkx = spawnSync(python, ['-c', 'import networkx']).status === 0;

/** Numbers that R's `cat` prints, line by line. */
function r(script: string): number[][] {
  const said = execFileSync('Rscript', ['--vanilla', '-'], {
    input: `options(digits=17)\n${script}`,
    encoding: 'utf8',
  });
  return said.trim().split('\n').map(numbersOf);
}

function numbersOf(line: string): number[] {
  return line.trim().split(/\s+/).map(Number);
}

const list = (values: ArrayLike<number>) => `c(${Array.from(values).join(',')})`;
const close = (values: readonly number[], digits = 9) => values.map((value) => expect.closeTo(value, digits));

const random = seededRandom(11);
const whole = (below: number) => Math.floor(random() * below);

describe.runIf(hasR)('as R has it', () => {
  const points = Array.from({ length: 24 }, () => [random(), random(), random()] as const);
  const rows = points.map((a) => points.map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])));
  const matrix = `d <- as.dist(matrix(${list(rows.flat())}, 24))\n`;

  test.each(linkages)('hclust by %s: pairs, heights, groups', (linkage) => {
    const method = linkage === 'ward' ? 'ward.D2' : linkage;
    const [merge, height, groups] = r(
      `${matrix}h <- hclust(d, "${method}")\ncat(t(h$merge), "\\n")\ncat(h$height, "\\n")\ncat(cutree(h, 5), "\\n")\n`,
    );
    const tree = hierarchicalClustering(rows, linkage);
    expect(tree.merge.flat()).toEqual(merge);
    expect(tree.height).toEqual(close(height!));
    expect(cutTree(tree, { clusters: 5 })).toEqual(groups);
  });

  test('cmdscale: coordinates up to the sign of a dimension, and eigenvalues', () => {
    const [coordinates, values] = r(
      `${matrix}s <- cmdscale(d, 2, eig=TRUE)\ncat(abs(t(s$points)), "\\n")\ncat(s$eig[1:2], "\\n")\n`,
    );
    const found = classicalScaling(rows, 2);
    expect(found.coordinates.flatMap((row) => Array.from(row, Math.abs))).toEqual(close(coordinates!));
    expect(found.eigenvalues).toEqual(close(values!));
  });

  test('chisq.test and fisher.test of tables', () => {
    const tables = Array.from({ length: 60 }, () => [whole(40), whole(300), whole(300), whole(4000) + 1] as const);
    const found = r(
      tables
        .map(
          ([a, b, c, d]) =>
            `m <- matrix(c(${a},${b},${c},${d}), 2)\nsuppressWarnings(cat(chisq.test(m, correct=FALSE)$statistic, chisq.test(m)$statistic, fisher.test(m)$p.value, fisher.test(m, alternative="greater")$p.value, "\\n"))\n`,
        )
        .join(''),
    );
    for (const [i, [o11, o12, o21, o22]] of tables.entries()) {
      const ours = association({ o11, o12, o21, o22 });
      const [chi2, yates, two, greater] = found[i]!;
      if (!Number.isNaN(chi2!)) expect(Math.abs(ours.chi2)).toBeCloseTo(chi2!, 6);
      // R takes less than ½ off where the difference is smaller than that.
      if (!Number.isNaN(yates!)) expect(Math.abs(ours.chi2_yates)).toBeCloseTo(yates!, 6);
      const fisher = fisherTest({ o11, o12, o21, o22 });
      expect([fisher.two_sided, fisher.greater]).toEqual(close([two!, greater!]));
    }
  });

  test('p.adjust, wilcox.test, cor.test by Kendall, binom.test', () => {
    const p = Array.from({ length: 40 }, () => random() ** 3);
    const inR = adjustments.filter((method) => method !== 'sidak');
    const nameInR = (method: string) => (method === 'bh' || method === 'by' ? method.toUpperCase() : method);
    const adjusted = r(inR.map((m) => `cat(p.adjust(${list(p)}, "${nameInR(m)}"), "\\n")\n`).join(''));
    for (const [i, method] of inR.entries()) expect(Array.from(adjust(p, method))).toEqual(close(adjusted[i]!));

    const x = Array.from({ length: 12 }, () => whole(9));
    const y = Array.from({ length: 17 }, () => whole(14));
    const series = Array.from({ length: 21 }, (_, i) => random() + i / 30);
    const [ranks, kendall, share] = r(
      `w <- suppressWarnings(wilcox.test(${list(x)}, ${list(y)}, exact=FALSE))\ncat(w$statistic, w$p.value, "\\n")\n` +
        `k <- cor.test(seq_len(21), ${list(series)}, method="kendall", exact=TRUE)\ncat(k$estimate, k$p.value, "\\n")\n` +
        'cat(binom.test(17, 402)$conf.int, "\\n")\n',
    );
    const { u, p: byRanks } = rankSum(x, y);
    expect([u, byRanks]).toEqual(close(ranks!));
    const { tau, p: byOrder } = trend(series);
    expect([tau, byOrder]).toEqual(close(kendall!));
    expect(shareBounds(17, 402)).toEqual(close(share!));
  });
});

describe.runIf(hasNetworkx)('as networkx has it', () => {
  test('centralities and modularity of random networks', () => {
    for (let round = 0; round < 4; round++) {
      const nodes = 20 + 5 * round;
      const edges: Edge[] = [];
      for (let a = 0; a < nodes; a++) {
        for (let b = a + 1; b < nodes; b++) if (random() < 0.15) edges.push({ a, b, weight: 1 + whole(9) });
      }
      const community = Array.from({ length: nodes }, () => whole(3));
      const said = execFileSync(
        python,
        [
          '-c',
          `
import json, sys, networkx as nx
from networkx.algorithms.community import modularity
n, edges, community = json.load(sys.stdin)
g = nx.Graph(); g.add_nodes_from(range(n)); g.add_weighted_edges_from(edges)
row = lambda d: print(*[repr(float(d[i])) for i in range(n)])
row(nx.betweenness_centrality(g)); row(nx.closeness_centrality(g)); row(dict(g.degree(weight='weight')))
print(repr(modularity(g, [[i for i in range(n) if community[i] == c] for c in range(3)])))
`,
        ],
        {
          input: JSON.stringify([nodes, edges.map(({ a, b, weight }) => [a, b, weight]), community]),
          encoding: 'utf8',
        },
      );
      const [betweenness, closeness, degree, [q]] = said.trim().split('\n').map(numbersOf) as [
        number[],
        number[],
        number[],
        [number],
      ];
      const found = centralities(nodes, edges);
      expect(Array.from(found.betweenness)).toEqual(close(betweenness));
      expect(Array.from(found.closeness)).toEqual(close(closeness));
      expect(Array.from(found.weighted_degree)).toEqual(degree);
      expect(modularity(edges, community)).toBeCloseTo(q, 9);
    }
  });
});

test.skipIf(hasR && hasNetworkx)('Rscript and networkx are not both here: what needs them was passed over', () => {});
