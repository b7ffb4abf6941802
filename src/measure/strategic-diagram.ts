import type { Edge } from './network.ts';

/** A theme's place in the strategic diagram of Callon, Courtial & Laville 1991. */
export interface ThemePlace {
  /** 10 times the sum of the weights of edges to other themes. Cobo et al. 2011 */
  readonly centrality: number;
  /** 100 times the sum of the weights of edges inside, by the number of nodes. Cobo et al. 2011 */
  readonly density: number;
}

/** The places of themes 1 to the greatest number in `theme`, by edges that weigh the equivalence index. */
export function strategicDiagram(edges: readonly Edge[], theme: readonly number[]): ThemePlace[] {
  const themes = theme.reduce((most, number) => Math.max(most, number), 0);
  const inside = new Float64Array(themes + 1);
  const outside = new Float64Array(themes + 1);
  const nodes = new Float64Array(themes + 1);
  for (const number of theme) nodes[number]!++;
  for (const { a, b, weight } of edges) {
    const [x, y] = [theme[a]!, theme[b]!];
    if (x === y) inside[x]! += weight;
    else {
      outside[x]! += weight;
      outside[y]! += weight;
    }
  }
  return Array.from({ length: themes }, (_, i) => ({
    centrality: 10 * outside[i + 1]!,
    density: (100 * inside[i + 1]!) / nodes[i + 1]!,
  }));
}
