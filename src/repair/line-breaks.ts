import { emissions, firstGuess, joins, type LayoutEstimate, part, partCount, transitions } from './line-model.ts';
import type { LineFeatures } from './line-features.ts';

/** The most likely part of every line, and the probability that each break is the page's. */
export interface LineParts {
  readonly part: Uint8Array;
  /** One element a line: probability that the break after it joins. */
  readonly joinProbability: Float64Array;
}

/**
 * Decides for all lines together what part each plays: a hidden Markov model over the lines (forward-backward for the
 * probabilities, Viterbi for the decisions, which so never contradict each other). What differs from document to document
 * (is there an indent, does an empty line mean anything) is estimated from the document by three rounds of EM.
 * `fixed[i]` is 1 where the break after line i is known to be the author's.
 */
export function lineParts(features: LineFeatures, fixed: Uint8Array): LineParts {
  const n = features.count;
  if (n === 0) return { part: new Uint8Array(0), joinProbability: new Float64Array(0) };
  let layout = firstGuess;
  let table = scores(features, layout);
  let posterior = forwardBackward(features, fixed, layout, table);
  for (let round = 0; round < 3; round++) {
    layout = estimate(features, posterior);
    table = scores(features, layout);
    posterior = forwardBackward(features, fixed, layout, table);
  }
  const path = viterbi(features, fixed, layout, table);
  const joinProbability = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let p = 0; p < partCount; p++) if (joins(p)) sum += posterior[i * partCount + p]!;
    joinProbability[i] = Math.min(1, sum);
  }
  return { part: path, joinProbability };
}

const breakColumn = Uint8Array.from({ length: partCount }, (_, p) => (joins(p) ? (p >= part.headFirst ? 2 : 0) : 1));

function scores(features: LineFeatures, layout: LayoutEstimate): Float64Array {
  const table = new Float64Array(features.count * partCount);
  const row = new Float64Array(partCount);
  for (let i = 0; i < features.count; i++) {
    emissions(features, i, layout, row);
    table.set(row, i * partCount);
  }
  return table;
}

/** Nats for a break after line i: [when it joins, when it cuts, when it joins two lines of a heading]. */
function breakScore(features: LineFeatures, fixed: Uint8Array, layout: LayoutEstimate, i: number, out: Float64Array): void {
  const gap = features.gap[i]!;
  out[0] = features.across[i]!;
  out[1] = 0;
  if (fixed[i] === 1) out[0] = Number.NEGATIVE_INFINITY;
  if (gap !== 2) {
    out[0] += Math.log(gap === 1 ? layout.blankJoin : 1 - layout.blankJoin);
    out[1] += Math.log(gap === 1 ? layout.blankCut : 1 - layout.blankCut);
  }
  // The last line of a heading is not longer than the line before it, which was full.
  out[2] = out[0] - (features.width[i + 1]! > features.width[i]! + 0.7 ? 5 : 0);
}

function forwardBackward(
  features: LineFeatures,
  fixed: Uint8Array,
  layout: LayoutEstimate,
  table: Float64Array,
): Float64Array {
  const n = features.count;
  const forward = new Float64Array(n * partCount);
  const backward = new Float64Array(n * partCount);
  const gap = new Float64Array(3);
  const follows = transitions(layout);
  const row = new Float64Array(partCount);
  for (let p = 0; p < partCount; p++) forward[p] = canBegin(p) ? table[p]! : Number.NEGATIVE_INFINITY;
  for (let i = 1; i < n; i++) {
    breakScore(features, fixed, layout, i - 1, gap);
    for (let to = 0; to < partCount; to++) {
      for (let from = 0; from < partCount; from++) {
        row[from] = forward[(i - 1) * partCount + from]! + follows[from]![to]! + gap[breakColumn[from]!]!;
      }
      forward[i * partCount + to] = logSum(row) + table[i * partCount + to]!;
    }
    shift(forward, i);
  }
  for (let p = 0; p < partCount; p++) backward[(n - 1) * partCount + p] = joins(p) ? Number.NEGATIVE_INFINITY : 0;
  for (let i = n - 2; i >= 0; i--) {
    breakScore(features, fixed, layout, i, gap);
    for (let from = 0; from < partCount; from++) {
      for (let to = 0; to < partCount; to++) {
        const at = (i + 1) * partCount + to;
        row[to] = follows[from]![to]! + table[at]! + backward[at]! + gap[breakColumn[from]!]!;
      }
      backward[i * partCount + from] = logSum(row);
    }
    shift(backward, i);
  }
  const posterior = new Float64Array(n * partCount);
  for (let i = 0; i < n; i++) {
    for (let p = 0; p < partCount; p++) row[p] = forward[i * partCount + p]! + backward[i * partCount + p]!;
    const total = logSum(row);
    for (let p = 0; p < partCount; p++) posterior[i * partCount + p] = Math.exp(row[p]! - total);
  }
  return posterior;
}

function viterbi(features: LineFeatures, fixed: Uint8Array, layout: LayoutEstimate, table: Float64Array): Uint8Array {
  const n = features.count;
  const best = new Float64Array(n * partCount);
  const from = new Uint8Array(n * partCount);
  const gap = new Float64Array(3);
  const follows = transitions(layout);
  for (let p = 0; p < partCount; p++) best[p] = canBegin(p) ? table[p]! : Number.NEGATIVE_INFINITY;
  for (let i = 1; i < n; i++) {
    breakScore(features, fixed, layout, i - 1, gap);
    for (let to = 0; to < partCount; to++) {
      let top = Number.NEGATIVE_INFINITY;
      let origin = 0;
      for (let p = 0; p < partCount; p++) {
        const score = best[(i - 1) * partCount + p]! + follows[p]![to]! + gap[breakColumn[p]!]!;
        if (score > top) {
          top = score;
          origin = p;
        }
      }
      best[i * partCount + to] = top + table[i * partCount + to]!;
      from[i * partCount + to] = origin;
    }
  }
  const path = new Uint8Array(n);
  let state = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let p = 0; p < partCount; p++) {
    if (!joins(p) && best[(n - 1) * partCount + p]! > top) {
      top = best[(n - 1) * partCount + p]!;
      state = p;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    path[i] = state;
    state = from[i * partCount + state]!;
  }
  return path;
}

/** Counts of the last round, drawn a little towards the first guess so that a short document keeps it. */
function estimate(features: LineFeatures, posterior: Float64Array): LayoutEstimate {
  const share = { indent: [0, 0], leadStart: [0, 0], leadInside: [0, 0], blankCut: [0, 0], blankJoin: [0, 0], single: [0, 0], goesOn: [0, 0] };
  for (let i = 0; i < features.count; i++) {
    const at = (p: number) => posterior[i * partCount + p]!;
    const lead = features.indented[i]!;
    const start = at(part.first) + at(part.single);
    const inside = at(part.middle) + at(part.last);
    share.single[0]! += at(part.single);
    share.single[1]! += start;
    share.goesOn[0]! += at(part.middle);
    share.goesOn[1]! += inside;
    share.leadStart[0]! += lead * start;
    share.leadStart[1]! += start;
    share.leadInside[0]! += lead * inside;
    share.leadInside[1]! += inside;
    const slack = features.slack[i]!;
    if (!Number.isNaN(slack) && lead === 0 && features.starts[i] !== startKindReference && slack > -1 && slack < 3.2) {
      // A first line that ends one to three em before the edge had its indent; one that fills the column had none.
      share.indent[0]! += slack > 1.1 ? at(part.first) : 0;
      share.indent[1]! += at(part.first);
    }
    if (i + 1 < features.count && features.gap[i] !== 2) {
      let join = 0;
      for (let p = 0; p < partCount; p++) if (joins(p)) join += at(p);
      const blank = features.gap[i] === 1 ? 1 : 0;
      share.blankJoin[0]! += blank * join;
      share.blankJoin[1]! += join;
      share.blankCut[0]! += blank * (1 - join);
      share.blankCut[1]! += 1 - join;
    }
  }
  const mean = (counts: number[], guess: number, weight = 4) =>
    Math.min(0.995, Math.max(0.003, (counts[0]! + weight * guess) / (counts[1]! + weight)));
  return {
    indent: Math.min(0.97, mean(share.indent, firstGuess.indent)),
    leadStart: mean(share.leadStart, firstGuess.leadStart),
    leadInside: Math.min(0.2, mean(share.leadInside, firstGuess.leadInside)),
    blankCut: mean(share.blankCut, firstGuess.blankCut),
    blankJoin: Math.min(0.3, mean(share.blankJoin, firstGuess.blankJoin)),
    single: Math.min(0.85, mean(share.single, firstGuess.single, 30)),
    goesOn: Math.max(0.15, Math.min(0.93, mean(share.goesOn, firstGuess.goesOn, 30))),
  };
}

const startKindReference = 8;

function canBegin(p: number): boolean {
  return p === part.first || p === part.single || p === part.headFirst || p === part.headSingle;
}

function shift(table: Float64Array, i: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let p = 0; p < partCount; p++) top = Math.max(top, table[i * partCount + p]!);
  if (top === Number.NEGATIVE_INFINITY) return;
  for (let p = 0; p < partCount; p++) table[i * partCount + p]! -= top;
}

function logSum(values: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > top) top = value;
  if (top === Number.NEGATIVE_INFINITY) return top;
  let sum = 0;
  for (const value of values) if (value !== Number.NEGATIVE_INFINITY) sum += Math.exp(value - top);
  return top + Math.log(sum);
}
