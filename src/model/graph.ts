import type { Cell, Column } from './table.ts';

/** Years in a row in which something is there, the last one included. */
export interface YearSpan {
  readonly first: number;
  readonly last: number;
}

export interface GraphNode {
  readonly label: string;
  /** Place on a map, −1 to 1 either way, x to the right and y upwards. */
  readonly x: number;
  readonly y: number;
  readonly frequency: number;
  /** From 1. */
  readonly community: number;
  /** One cell a node column. */
  readonly values: readonly Cell[];
  /** Rising and apart; empty where years are not known. */
  readonly years: readonly YearSpan[];
}

/** An edge without direction between two nodes, by their indices. */
export interface GraphEdge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
  /** One cell an edge column. */
  readonly values: readonly Cell[];
  readonly years: readonly YearSpan[];
}

/** A network with what is known of its nodes and edges beside what each has. */
export interface Graph {
  readonly description: string;
  readonly nodeColumns: readonly Column[];
  readonly edgeColumns: readonly Column[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
