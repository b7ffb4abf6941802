import { rows, rowsOfOffset } from './boundary-logits.ts';
import { type BoundaryModel, boundaryModel, weightScale } from './boundary-model.ts';

/** Offsets of sentences with what is right there, in columns. */
export interface BoundaryExamples {
  /** Of example `e` from `rowsOfOffset × e` on. */
  readonly rows: Int32Array;
  /** 1: a boundary. */
  readonly labels: Uint8Array;
  /** Logit of a model that is to be corrected, in nats; all 0 where there is none. */
  readonly prior: Float64Array;
}

// Found on UD GSDSimp dev and PUD, each held out: more epochs gain half a point of F1 at the cost of crossed words.
const epochs = 8;
const alpha = 0.3;
const beta = 1;
const l1 = 0.3;
const l2 = 1;
const seed = 1;

/**
 * Logistic regression by FTRL-proximal (McMahan et al. 2013, "Ad click prediction: a view from the trenches", algorithm 1),
 * which leaves most weights at nought; every row has the value 1. Gives `base` with what was learnt added to it. The same
 * examples give the same model.
 */
export function trainBoundaries(examples: BoundaryExamples, base?: BoundaryModel): BoundaryModel {
  const weights = followTheLeader(examples);
  const sums = Int8Array.from(weights, (weight, row) => {
    const sum = Math.round(weight * weightScale) + (base?.weights[row] ?? 0);
    return Math.max(-127, Math.min(127, sum));
  });
  return boundaryModel(sums);
}

function followTheLeader({ rows: columns, labels, prior }: BoundaryExamples): Float64Array {
  const z = new Float64Array(rows);
  const n = new Float64Array(rows);
  const weights = new Float64Array(rows);
  const order = new Uint32Array(labels.length).map((_, i) => i);
  const random = randomNumbers(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const example of order) {
      const from = example * rowsOfOffset;
      let logit = prior[example]!;
      for (let f = 0; f < rowsOfOffset; f++) logit += weights[columns[from + f]!]!;
      const gradient = 1 / (1 + Math.exp(-logit)) - labels[example]!;
      const square = gradient * gradient;
      for (let f = 0; f < rowsOfOffset; f++) {
        const row = columns[from + f]!;
        const root = Math.sqrt(n[row]! + square);
        const next = z[row]! + gradient - ((root - Math.sqrt(n[row]!)) / alpha) * weights[row]!;
        z[row] = next;
        n[row]! += square;
        weights[row] = Math.abs(next) <= l1 ? 0 : -(next - Math.sign(next) * l1) / ((beta + root) / alpha + l2);
      }
    }
  }
  return weights;
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
}

/** Mulberry32: numbers from 0 up to 1, the same for a seed on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}
