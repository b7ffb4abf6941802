import type { LinePiece } from './line-piece.ts';
import type { PageGlyphs } from './page-glyphs.ts';

/** What is painted under characters that are to be stressed. */
const dots = new Set([0x2e, 0xb7, 0x2022, 0x22c5, 0x25cf, 0x30fb, 0xff0e, 0xfe52, 0x2d9]);
/** How far below the baseline, in em of the line, it stands: at most, and at least; a line of leaders stands farther. */
const deepest = 1.1;
const highest = 0.15;

/** The pieces without the dots under or over the characters of a line (着重号), which are no characters of the text. */
export function withoutEmphasis(glyphs: PageGlyphs, pieces: readonly LinePiece[]): readonly LinePiece[] {
  // A single point may be lowered in a formula.
  const isDots = ({ glyphs: own }: LinePiece) =>
    (own.length > 1 || glyphs.codePoint[own[0]!]! > 0xff) && own.every((i) => dots.has(glyphs.codePoint[i]!));
  const dotted = pieces.filter(isDots);
  if (dotted.length === 0) return pieces;
  const lines = pieces.filter((piece) => !dotted.includes(piece));
  const isUnder = (piece: LinePiece) =>
    lines.some((line) => {
      const depth = Math.abs(piece.y - line.y) / line.size;
      return depth <= deepest && depth >= highest && isWithin(piece, line);
    });
  const away = new Set(dotted.filter(isUnder));
  return away.size === 0 ? pieces : pieces.filter((piece) => !away.has(piece));
}

function isWithin(piece: LinePiece, line: LinePiece): boolean {
  return piece.x0 >= line.x0 - 0.5 * line.size && piece.x1 <= line.x1 + 0.5 * line.size;
}
