import type { Edge } from './network.ts';
import { seededRandom } from './random.ts';

// Steps that are enough for the picture to settle, and what they may cost where there are many nodes.
const mostSteps = 500;
const leastSteps = 50;
const mostPairs = 5e7;
/** How much each node is drawn to the middle, so that parts without a link do not drift away. */
const gravity = 0.3;

/** Places of nodes on a map. */
export interface Layout {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Places by forces (Fruchterman & Reingold 1991): linked nodes draw each other by their weight, all push each other away.
 * From −1 to 1 either way; only sums, products and roots, so that equal networks are placed equally everywhere.
 */
export function forceLayout(nodes: number, edges: readonly Edge[]): Layout {
  const random = seededRandom(1);
  const x = Float64Array.from({ length: nodes }, () => random() - 0.5);
  const y = Float64Array.from({ length: nodes }, () => random() - 0.5);
  const greatest = edges.reduce((most, { weight }) => Math.max(most, weight), 0) || 1;
  const ideal = Math.sqrt(1 / Math.max(1, nodes));
  const steps = Math.min(mostSteps, Math.max(leastSteps, Math.floor(mostPairs / (nodes * nodes || 1))));
  const dx = new Float64Array(nodes);
  const dy = new Float64Array(nodes);
  for (let step = 0; step < steps; step++) {
    dx.fill(0);
    dy.fill(0);
    for (let i = 0; i < nodes; i++) {
      for (let j = i + 1; j < nodes; j++) {
        const ax = x[i]! - x[j]!;
        const ay = y[i]! - y[j]!;
        const push = (ideal * ideal) / (ax * ax + ay * ay + 1e-9);
        dx[i]! += ax * push;
        dy[i]! += ay * push;
        dx[j]! -= ax * push;
        dy[j]! -= ay * push;
      }
      dx[i]! -= x[i]! * gravity;
      dy[i]! -= y[i]! * gravity;
    }
    for (const { a, b, weight } of edges) {
      const ax = x[a]! - x[b]!;
      const ay = y[a]! - y[b]!;
      const pull = ((Math.sqrt(ax * ax + ay * ay) / ideal) * weight) / greatest;
      dx[a]! -= ax * pull;
      dy[a]! -= ay * pull;
      dx[b]! += ax * pull;
      dy[b]! += ay * pull;
    }
    const reach = 0.1 * (1 - step / steps);
    for (let i = 0; i < nodes; i++) {
      const length = Math.sqrt(dx[i]! * dx[i]! + dy[i]! * dy[i]!) || 1;
      const way = Math.min(length, reach) / length;
      x[i]! += dx[i]! * way;
      y[i]! += dy[i]! * way;
    }
  }
  return centred(x, y);
}

/** The middle at 0, the farthest coordinate at 1. */
function centred(x: Float64Array, y: Float64Array): Layout {
  const middle = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const mx = middle(x);
  const my = middle(y);
  let farthest = 0;
  for (let i = 0; i < x.length; i++) farthest = Math.max(farthest, Math.abs(x[i]! - mx), Math.abs(y[i]! - my));
  const scale = farthest || 1;
  return { x: x.map((value) => (value - mx) / scale), y: y.map((value) => (value - my) / scale) };
}
