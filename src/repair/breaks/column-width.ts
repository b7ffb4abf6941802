import { endDensity, fillDensity } from './line-fill.ts';

/** No column of running text is narrower or wider than this, in em. */
const narrowest = 11;
const widest = 90;
/** Widths tried in one document, the commonest ends of lines. */
const mostCandidates = 14;
/** Cost in nats of a new width from one line to the next, and where a page or a column may begin. */
const changeCost = 10;
const changeCostAtGap = 6;

export interface MeasuredLines {
  /** Width of each line in em, a visible indent included. */
  readonly width: Float64Array;
  readonly chunk: Float64Array;
  readonly loose: Float64Array;
  /** Probability that a line that ends like this was ended by the author. */
  readonly finished: Float64Array;
  /** 1 where something stands before the line that may part columns: an empty line, a new page. */
  readonly gapBefore: Uint8Array;
}

/**
 * Width of the column that each line stands in, in em; 0 where nothing shows that the text was broken at a width. The
 * width stays the same from line to line but for few changes: the best sequence of widths is found for all lines together,
 * a full line, a first line two em shorter and a last line of any length each weighed by how likely it is in that width.
 */
export function columnWidths(lines: MeasuredLines): Float64Array {
  const candidates = candidateWidths(lines.width);
  const free = bestWidths(lines, [0, ...candidates]);
  let broken = 0;
  for (const width of free) if (width > 0) broken++;
  // A document that was broken at a width was so throughout: a page of short items shows it less.
  if (broken > 0.3 * free.length) return bestWidths(lines, candidates);
  // And three lines of one length do not make a column in a text that was not.
  return broken < 0.15 * free.length ? new Float64Array(free.length) : free;
}

/** The best sequence of candidate widths, one a line. */
function bestWidths(lines: MeasuredLines, candidates: readonly number[]): Float64Array {
  const count = lines.width.length;
  const result = new Float64Array(count);
  const k = candidates.length;
  const inside = Float64Array.from(candidates, (column) => Math.exp(endDensity(0, column)));
  const unbroken = candidates[0] === 0;
  const origin = new Int8Array(count * k);
  let score = new Float64Array(k);
  let next = new Float64Array(k);
  for (let i = 0; i < count; i++) {
    let top = 0;
    for (let c = 1; c < k; c++) if (score[c]! > score[top]!) top = c;
    const change = lines.gapBefore[i] === 1 ? changeCostAtGap : changeCost;
    for (let c = 0; c < k; c++) {
      const stays = i === 0 || score[c]! >= score[top]! - change;
      origin[i * k + c] = stays ? c : top;
      next[c] = (stays ? score[c]! : score[top]! - change) + likelihood(lines, i, candidates[c]!, inside[c]!, unbroken);
    }
    [score, next] = [next, score];
  }
  let state = 0;
  for (let c = 1; c < k; c++) if (score[c]! > score[state]!) state = c;
  for (let i = count - 1; i >= 0; i--) {
    result[i] = candidates[state]!;
    state = origin[i * k + state]!;
  }
  return result;
}

/**
 * In a column this much too narrow, in em, a line is so unlikely (e^-31 at most of what it is in text that was not broken)
 * that it is never taken where the text may be unbroken: changing there and back costs no more than 20.
 */
const muchTooWide = -24;

/**
 * Log likelihood of a line in a column of this width; 0 stands for text that was not broken at a width. `inside` is the
 * density of an end anywhere in the column; `unbroken` says whether 0 is among the widths.
 */
function likelihood(lines: MeasuredLines, i: number, column: number, inside: number, unbroken: boolean): number {
  const width = lines.width[i]!;
  const atEnd = lines.finished[i]!;
  if (column === 0) return Math.log(atEnd) - Math.log(18 + width);
  const slack = column - width;
  if (unbroken && slack < muchTooWide) return Number.NEGATIVE_INFINITY;
  const loose = lines.loose[i]!;
  const chunk = lines.chunk[i]!;
  const end = slack >= -0.3 ? inside : Math.exp(endDensity(slack, column));
  const full = 0.41 * fillDensity(slack, chunk, loose) + 0.24 * fillDensity(slack - 2, chunk, loose);
  return Math.log((1 - 0.94 * atEnd) * full + atEnd * 0.35 * end);
}

/** The widths at which most lines end, each standing for itself and the lines up to one em shorter. */
function candidateWidths(widths: Float64Array): number[] {
  const counts = new Map<number, number>();
  for (const width of widths) {
    if (width < narrowest || width > widest) continue;
    const half = Math.round(width * 2) / 2;
    counts.set(half, (counts.get(half) ?? 0) + 1);
  }
  // A few lines cut from a page show their width once or twice; in a longer text a column shows it more often.
  const need = widths.length >= 20 ? 3 : widths.length >= 8 ? 2 : 1;
  return [...counts]
    .filter(([, count]) => count >= need)
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, mostCandidates)
    .map(([width]) => width);
}
