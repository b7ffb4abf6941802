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
  let table = scores(features, fixed, layout);
  let posterior = forwardBackward(table, layout);
  for (let round = 0; round < 2; round++) {
    layout = estimateLayout(features, posterior);
    table = scores(features, fixed, layout);
    posterior = forwardBackward(table, layout);
  }
  const path = viterbi(table, layout);
  const joinProbability = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let p = 0; p < partCount; p++) if (joins(p)) sum += posterior[i * partCount + p]!;
    joinProbability[i] = Math.min(1, sum);
  }
  return { part: path, joinProbability };
}

/** What the lines and the breaks after them score in a layout, in nats. */
interface Scores {
  readonly count: number;
  /** `partCount` elements a line. */
  readonly lines: Float64Array;
  /** Three elements a break: when it joins, when it cuts, when it joins two lines of a heading. */
  readonly breaks: Float64Array;
}

const join = 0;
const cut = 1;
const joinHeading = 2;

/** Which of the three scores of a break an arc takes, by the part it leaves. */
const breakColumn = Uint8Array.from({ length: partCount }, (_, p) =>
  joins(p) ? (p >= part.headFirst ? joinHeading : join) : cut,
);

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

function scores(features: LineFeatures, fixed: Uint8Array, layout: LayoutEstimate): Scores {
  const { count, across, flow, gap, width } = features;
  const lines = new Float64Array(count * partCount);
  const breaks = new Float64Array(count * 3);
  const row = new Float64Array(partCount);
  // With an empty line, and without one.
  const joinGap = [Math.log1p(-layout.blankJoin), Math.log(layout.blankJoin), 0];
  const cutGap = [Math.log1p(-layout.blankCut), Math.log(layout.blankCut), 0];
  for (let i = 0; i < count; i++) {
    emissions(features, i, layout, row);
    lines.set(row, i * partCount);
    let score = across[i]! + joinGap[gap[i]!]!;
    if (features.ragged) score += flow[i]!;
    if (fixed[i] === 1) score = Number.NEGATIVE_INFINITY;
    breaks[i * 3 + join] = score;
    breaks[i * 3 + cut] = cutGap[gap[i]!]!;
    // The last line of a heading is not longer than the line before it, which was full.
    breaks[i * 3 + joinHeading] = score - (width[i + 1]! > width[i]! + 0.7 ? 5 : 0);
  }
  return { count, lines, breaks };
}

/**
 * Probability of each part for each line, given all lines. Works on probabilities that are brought back to a sum of 1 at
 * every line, so that nothing but the scores needs an exponential. What follows a line depends on three things only:
 * whether it ends a paragraph or heading, whether it is in a paragraph, and which line of a heading it is.
 */
function forwardBackward({ count, lines, breaks }: Scores, layout: LayoutEstimate): Float64Array {
  const steps = transitions(layout).map((row) => row.map(Math.exp));
  const begins = steps[part.last]!;
  const goesOn = steps[part.first]!;
  const headGoesOn = steps[part.headFirst]!;
  const headGoesFarther = steps[part.headMiddle]!;
  const gap = new Float64Array(breaks.length);
  for (let i = 0; i < gap.length; i++) gap[i] = Math.exp(breaks[i]!);
  const emission = new Float64Array(count * partCount);
  for (let i = 0; i < emission.length; i += partCount) {
    let top = lines[i]!;
    for (let p = 1; p < partCount; p++) if (lines[i + p]! > top) top = lines[i + p]!;
    for (let p = 0; p < partCount; p++) emission[i + p] = Math.exp(lines[i + p]! - top);
  }
  const forward = new Float64Array(emission.length);
  const backward = new Float64Array(emission.length);
  for (const p of beginning) forward[p] = emission[p]!;
  scale(forward, 0);
  for (let i = 1; i < count; i++) {
    const to = i * partCount;
    const from = to - partCount;
    const g = (i - 1) * 3;
    const ended =
      gap[g + cut]! *
      (forward[from + part.last]! +
        forward[from + part.single]! +
        forward[from + part.headLast]! +
        forward[from + part.headSingle]!);
    for (const p of beginning) forward[to + p] = ended * begins[p]! * emission[to + p]!;
    const inside = gap[g + join]! * (forward[from + part.first]! + forward[from + part.middle]!);
    for (const p of goingOn) forward[to + p] = inside * goesOn[p]! * emission[to + p]!;
    const first = gap[g + joinHeading]! * forward[from + part.headFirst]!;
    const middle = gap[g + joinHeading]! * forward[from + part.headMiddle]!;
    for (const p of headGoingOn) {
      forward[to + p] = (first * headGoesOn[p]! + middle * headGoesFarther[p]!) * emission[to + p]!;
    }
    scale(forward, i);
  }
  for (let p = 0; p < partCount; p++) backward[(count - 1) * partCount + p] = joins(p) ? 0 : 1;
  for (let i = count - 2; i >= 0; i--) {
    const to = i * partCount;
    const from = to + partCount;
    const after = (p: number) => emission[from + p]! * backward[from + p]!;
    let ended = 0;
    for (const p of beginning) ended += begins[p]! * after(p);
    ended *= gap[i * 3 + cut]!;
    for (const p of ending) backward[to + p] = ended;
    const inside =
      gap[i * 3 + join]! * (goesOn[part.middle]! * after(part.middle) + goesOn[part.last]! * after(part.last));
    backward[to + part.first] = inside;
    backward[to + part.middle] = inside;
    const middle = gap[i * 3 + joinHeading]! * after(part.headMiddle);
    const last = gap[i * 3 + joinHeading]! * after(part.headLast);
    backward[to + part.headFirst] = headGoesOn[part.headMiddle]! * middle + headGoesOn[part.headLast]! * last;
    backward[to + part.headMiddle] =
      headGoesFarther[part.headMiddle]! * middle + headGoesFarther[part.headLast]! * last;
    scale(backward, i);
  }
  for (let i = 0; i < count; i++) {
    for (let p = 0; p < partCount; p++) forward[i * partCount + p]! *= backward[i * partCount + p]!;
    scale(forward, i);
  }
  return forward;
}

function viterbi({ count: n, lines: table, breaks }: Scores, layout: LayoutEstimate): Uint8Array {
  const arcs = arcsOf(layout);
  const best = new Float64Array(n * partCount).fill(Number.NEGATIVE_INFINITY);
  const origin = new Uint8Array(n * partCount);
  for (const p of beginning) best[p] = table[p]!;
  for (let i = 1; i < n; i++) {
    const here = i * partCount;
    for (let k = 0; k < arcs.log.length; k++) {
      const p = arcs.from[k]!;
      const score = best[here - partCount + p]! + arcs.log[k]! + breaks[(i - 1) * 3 + breakColumn[p]!]!;
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

/** The parts with which a paragraph or heading begins. */
const beginning = [part.first, part.single, part.headFirst, part.headSingle];
/** Those with which one ends, and those that follow a line that does not end it. */
const ending = [part.last, part.single, part.headLast, part.headSingle];
const goingOn = [part.middle, part.last];
const headGoingOn = [part.headMiddle, part.headLast];
