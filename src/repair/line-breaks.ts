import { estimateLayout } from './estimate-layout.ts';
import type { LineFeatures } from './line-features.ts';
import { emissions, firstGuess, joins, type LayoutEstimate, part, partCount, transitions } from './line-model.ts';
import type { LineParts } from './line-parts.ts';
import { unbroken } from './unbroken-lines.ts';

/**
 * Decides for all lines together what part each plays: a hidden Markov model over the lines (forward-backward for the
 * probabilities, Viterbi for the decisions, which so never contradict each other). What differs from document to document
 * (is there an indent, does an empty line mean anything) is estimated from the document by two rounds of EM.
 * `fixed[i]` is 1 where the break after line i is known to be the author's.
 */
export function lineParts(features: LineFeatures, fixed: Uint8Array): LineParts {
  const n = features.count;
  if (n === 0 || (!features.ragged && features.column.every((width) => width === 0))) return unbroken(features, fixed);
  let layout = firstGuess;
  let table = scores(features, layout);
  let posterior = forwardBackward(features, fixed, layout, table);
  for (let round = 0; round < 2; round++) {
    layout = estimateLayout(features, posterior);
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

/** Which of the three scores of a break an arc takes, by the part it leaves. */
const breakColumn = Uint8Array.from({ length: partCount }, (_, p) => (joins(p) ? (p >= part.headFirst ? 2 : 0) : 1));

/** The arcs that can be, as columns: 24 of the 64 pairs of parts. `log` is their log probability in a layout. */
interface Arcs {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly log: Float64Array;
}

function arcsOf(layout: LayoutEstimate): Arcs {
  const from: number[] = [];
  const to: number[] = [];
  const log: number[] = [];
  transitions(layout).forEach((row, p) => {
    row.forEach((value, q) => {
      if (value === Number.NEGATIVE_INFINITY) return;
      from.push(p);
      to.push(q);
      log.push(value);
    });
  });
  return { from: Uint8Array.from(from), to: Uint8Array.from(to), log: Float64Array.from(log) };
}

function scores(features: LineFeatures, layout: LayoutEstimate): Float64Array {
  const table = new Float64Array(features.count * partCount);
  const row = new Float64Array(partCount);
  for (let i = 0; i < features.count; i++) {
    emissions(features, i, layout, row);
    table.set(row, i * partCount);
  }
  return table;
}

/** Nats for the break after line i: when it joins, when it cuts, when it joins two lines of a heading. */
function breakScore(
  features: LineFeatures,
  fixed: Uint8Array,
  layout: LayoutEstimate,
  i: number,
  out: Float64Array,
): void {
  const gap = features.gap[i]!;
  let join = features.across[i]!;
  let cut = 0;
  if (features.ragged) join += features.flow[i]!;
  if (fixed[i] === 1) join = Number.NEGATIVE_INFINITY;
  if (gap !== 2) {
    join += gap === 1 ? Math.log(layout.blankJoin) : Math.log1p(-layout.blankJoin);
    cut += gap === 1 ? Math.log(layout.blankCut) : Math.log1p(-layout.blankCut);
  }
  out[0] = join;
  out[1] = cut;
  // The last line of a heading is not longer than the line before it, which was full.
  out[2] = join - (features.width[i + 1]! > features.width[i]! + 0.7 ? 5 : 0);
}

/**
 * Probability of each part for each line, given all lines. Works on probabilities that are brought back to a sum of 1 at
 * every line, so that nothing but the emissions needs an exponential.
 */
function forwardBackward(
  features: LineFeatures,
  fixed: Uint8Array,
  layout: LayoutEstimate,
  table: Float64Array,
): Float64Array {
  const n = features.count;
  const arcs = arcsOf(layout);
  const weight = Float64Array.from(arcs.log, Math.exp);
  const emission = new Float64Array(n * partCount);
  const breaks = new Float64Array(n * 3);
  const gap = new Float64Array(3);
  for (let i = 0; i < n; i++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let p = 0; p < partCount; p++) top = Math.max(top, table[i * partCount + p]!);
    for (let p = 0; p < partCount; p++) emission[i * partCount + p] = Math.exp(table[i * partCount + p]! - top);
    breakScore(features, fixed, layout, i, gap);
    for (let c = 0; c < 3; c++) breaks[i * 3 + c] = Math.exp(gap[c]!);
  }
  const forward = new Float64Array(n * partCount);
  const backward = new Float64Array(n * partCount);
  for (let p = 0; p < partCount; p++) forward[p] = canBegin(p) ? emission[p]! : 0;
  scale(forward, 0);
  for (let i = 1; i < n; i++) {
    const here = i * partCount;
    const before = here - partCount;
    for (let k = 0; k < weight.length; k++) {
      const p = arcs.from[k]!;
      forward[here + arcs.to[k]!]! += forward[before + p]! * weight[k]! * breaks[(i - 1) * 3 + breakColumn[p]!]!;
    }
    for (let p = 0; p < partCount; p++) forward[here + p]! *= emission[here + p]!;
    scale(forward, i);
  }
  for (let p = 0; p < partCount; p++) backward[(n - 1) * partCount + p] = joins(p) ? 0 : 1;
  for (let i = n - 2; i >= 0; i--) {
    const here = i * partCount;
    const after = here + partCount;
    for (let k = 0; k < weight.length; k++) {
      const p = arcs.from[k]!;
      const q = after + arcs.to[k]!;
      backward[here + p]! += weight[k]! * breaks[i * 3 + breakColumn[p]!]! * emission[q]! * backward[q]!;
    }
    scale(backward, i);
  }
  for (let i = 0; i < n; i++) {
    for (let p = 0; p < partCount; p++) forward[i * partCount + p]! *= backward[i * partCount + p]!;
    scale(forward, i);
  }
  return forward;
}

function viterbi(features: LineFeatures, fixed: Uint8Array, layout: LayoutEstimate, table: Float64Array): Uint8Array {
  const n = features.count;
  const arcs = arcsOf(layout);
  const best = new Float64Array(n * partCount).fill(Number.NEGATIVE_INFINITY);
  const origin = new Uint8Array(n * partCount);
  const gap = new Float64Array(3);
  for (let p = 0; p < partCount; p++) if (canBegin(p)) best[p] = table[p]!;
  for (let i = 1; i < n; i++) {
    const here = i * partCount;
    breakScore(features, fixed, layout, i - 1, gap);
    for (let k = 0; k < arcs.log.length; k++) {
      const p = arcs.from[k]!;
      const score = best[here - partCount + p]! + arcs.log[k]! + gap[breakColumn[p]!]!;
      if (score <= best[here + arcs.to[k]!]!) continue;
      best[here + arcs.to[k]!] = score;
      origin[here + arcs.to[k]!] = p;
    }
    for (let p = 0; p < partCount; p++) best[here + p]! += table[here + p]!;
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
    state = origin[i * partCount + state]!;
  }
  return path;
}

/** Brings the row of line i to a sum of 1. */
function scale(table: Float64Array, i: number): void {
  let sum = 0;
  for (let p = 0; p < partCount; p++) sum += table[i * partCount + p]!;
  if (sum > 0) for (let p = 0; p < partCount; p++) table[i * partCount + p]! /= sum;
}

function canBegin(p: number): boolean {
  return p === part.first || p === part.single || p === part.headFirst || p === part.headSingle;
}
