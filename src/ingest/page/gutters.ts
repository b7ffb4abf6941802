import type { LinePiece } from './line-piece.ts';

/** A column of running text is at least this wide, in em. */
export const narrowestColumn = 9;

/** Places where fewer lines stand than on both sides: the middle of each such strip. */
export function gutters(pieces: readonly LinePiece[], x0: number, x1: number, em: number): number[] {
  const step = em / 4;
  const bins = Math.min(4000, Math.ceil((x1 - x0) / step));
  const covered = new Float64Array(bins + 1);
  for (const piece of pieces) {
    covered[clamp(Math.floor((piece.x0 - x0) / step), bins)]!++;
    covered[clamp(Math.ceil((piece.x1 - x0) / step), bins)]!--;
  }
  for (let i = 1; i <= bins; i++) covered[i]! += covered[i - 1]!;
  const result: number[] = [];
  let from = -1;
  const rightMost = new Float64Array(bins + 1);
  for (let i = bins - 1; i >= 0; i--) rightMost[i] = Math.max(rightMost[i + 1]!, covered[i]!);
  let leftMost = 0;
  for (let i = 0; i < bins; i++) {
    leftMost = Math.max(leftMost, covered[i]!);
    const low = covered[i]! <= 0.6 * Math.min(leftMost, rightMost[i]!);
    if (low && from >= 0 && covered[i] !== covered[i - 1]) {
      if (i - from >= 2) result.push(x0 + ((from + i) / 2) * step);
      from = i;
    }
    if (low && from < 0) from = i;
    if (!low && from >= 0) {
      if (i - from >= 2) result.push(x0 + ((from + i) / 2) * step);
      from = -1;
    }
  }
  const inner = narrowestColumn * 0.9 * em;
  return result.filter((x) => x - x0 > inner && x1 - x > inner);
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
