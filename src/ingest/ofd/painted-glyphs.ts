import { glyphFlag, type PageGlyphs } from '../page/page-glyphs.ts';

/** How a character lies on the page: quarter turns anticlockwise, 0 to 3; 4 at another angle. */
export type Turn = 0 | 1 | 2 | 3 | 4;

/** A character as it is painted on a page; lengths in points, y down. */
export interface PaintedGlyph {
  readonly code: number;
  /** Where its baseline begins. */
  readonly x: number;
  readonly y: number;
  /** Along the baseline. */
  readonly advance: number;
  readonly size: number;
  readonly turn: Turn;
  /** Whether the next character stands below or above this one and not beside it. */
  readonly isStacked: boolean;
  readonly isBold: boolean;
}

/** Height of an em over the baseline. */
const overBaseline = 0.88;
/** Where most characters are turned, the page is: a table printed sideways. */
const mostTurned = 0.6;

/** The characters of a page of this size in points, turned so that most of them are upright. */
export function pageGlyphs(painted: readonly PaintedGlyph[], pageWidth: number, pageHeight: number): PageGlyphs {
  const turn = pageTurn(painted);
  const sideways = turn % 2 === 1;
  const count = painted.length;
  const glyphs = {
    pageWidth: sideways ? pageHeight : pageWidth,
    pageHeight: sideways ? pageWidth : pageHeight,
    turn,
    count,
    codePoint: new Uint32Array(count),
    x: new Float32Array(count),
    y: new Float32Array(count),
    width: new Float32Array(count),
    size: new Float32Array(count),
    flags: new Uint8Array(count),
  };
  for (const [i, glyph] of painted.entries()) {
    const own = glyph.turn === 4 ? 4 : (4 + glyph.turn - turn) % 4;
    const [x, y] = turnedPoint(glyph, turn, pageWidth, pageHeight);
    const { size, advance } = glyph;
    glyphs.codePoint[i] = glyph.code;
    glyphs.x[i] =
      own === 1 ? x - overBaseline * size : own === 2 ? x - advance : own === 3 ? x - (1 - overBaseline) * size : x;
    glyphs.y[i] = y;
    glyphs.width[i] = own === 1 || own === 3 ? size : advance;
    glyphs.size[i] = size;
    const lies = own === 4 ? glyphFlag.slanted : own !== 0 || glyph.isStacked ? glyphFlag.turned : 0;
    glyphs.flags[i] = lies | (glyph.isBold ? glyphFlag.bold : 0);
  }
  return glyphs;
}

function pageTurn(painted: readonly PaintedGlyph[]): number {
  const turns = [0, 0, 0, 0, 0];
  for (const { turn } of painted) turns[turn]!++;
  return Math.max(
    0,
    turns.findIndex((count, turn) => turn < 4 && count > mostTurned * painted.length),
  );
}

/** The place of a character after the page is turned clockwise by `turn` quarters. */
function turnedPoint({ x, y }: PaintedGlyph, turn: number, width: number, height: number): [number, number] {
  if (turn === 1) return [height - y, x];
  if (turn === 2) return [width - x, height - y];
  if (turn === 3) return [y, width - x];
  return [x, y];
}
