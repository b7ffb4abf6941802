import type { GraphNode } from '../model/graph.ts';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

// Okabe & Ito 2008, without black: eight colours that people of every colour vision tell apart, then again from the first.
const colours: readonly Colour[] = [
  [0, 114, 178],
  [230, 159, 0],
  [0, 158, 115],
  [204, 121, 167],
  [86, 180, 233],
  [213, 94, 0],
  [240, 228, 66],
  [153, 153, 153],
];

const leastSize = 8;
const mostSize = 48;

/** The colour of a community, numbered from 1. */
export function communityColour(community: number): Colour {
  return colours[(community - 1) % colours.length] ?? colours[0]!;
}

/** Sizes of nodes whose areas are as their frequencies. */
export function nodeSizes(nodes: readonly GraphNode[]): number[] {
  const most = nodes.reduce((greatest, { frequency }) => Math.max(greatest, frequency), 1);
  return nodes.map(({ frequency }) => rounded(Math.max(leastSize, mostSize * Math.sqrt(frequency / most))));
}

/** Three decimals: more say nothing in a picture. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
