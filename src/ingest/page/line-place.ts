import { wholeStrip } from '../../model/page-layout.ts';
import type { LinePiece } from './line-piece.ts';
import type { PageGlyphs } from './page-glyphs.ts';
import type { LinePlace } from './text-page.ts';

/** Height of an em over the baseline; the rest is below it. So the fonts for Chinese have it. */
const overBaseline = 0.88;

/** The place of an upright line, from the left and the right edge of each unit of its text. */
export function linePlace(glyphs: PageGlyphs, { x0, x1, y, size }: LinePiece, sides: readonly number[]): LinePlace {
  const top = y - overBaseline * size;
  return shownPlace(glyphs, x0, top, x1 - x0, size, 0, partsOf(sides, x0, x1));
}

/** The place of text that is turned against the rest of its page, whose units are `glyphs` one by one. */
export function turnedPlace(glyphs: PageGlyphs, piece: LinePiece): LinePlace {
  const { codePoint, x, y, width, size } = glyphs;
  const first = piece.glyphs[0]!;
  const last = piece.glyphs.at(-1)!;
  if (Math.abs(x[last]! - x[first]!) > Math.abs(y[last]! - y[first]!)) return upsideDown(glyphs, piece);
  const up = y[last]! <= y[first]!;
  const steps = piece.glyphs.length - 1;
  const usual = steps > 0 ? Math.abs(y[last]! - y[first]!) / steps : piece.size;
  // The baseline's end of each character, in the direction of writing.
  const begin = (i: number) => (up ? -y[i]! : y[i]!);
  const sides: number[] = [];
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let end = begin(first);
  for (const [k, i] of piece.glyphs.entries()) {
    const next = piece.glyphs[k + 1];
    const step = next === undefined ? usual : begin(next) - begin(i);
    const until = begin(i) + (step > 0 && step < size[i]! ? step : size[i]!);
    sides.push(begin(i), until);
    if (codePoint[i]! > 0xffff) sides.push(begin(i), until);
    left = Math.min(left, x[i]!);
    right = Math.max(right, x[i]! + width[i]!);
    end = Math.max(end, until);
  }
  // The boxes of some fonts are higher than the em; their middle is the line's.
  const height = Math.min(piece.size, right - left);
  left = (left + right - height) / 2;
  const start = begin(first);
  const edges = partsOf(sides, start, end);
  return shownPlace(glyphs, left, up ? -end : start, height, end - start, up ? 1 : 3, edges);
}

/** The place of text that is turned by a half: it runs to the left, and hangs from its baseline. */
function upsideDown(glyphs: PageGlyphs, { x0, x1, y, size, glyphs: indexes }: LinePiece): LinePlace {
  const { codePoint, x, width } = glyphs;
  const left = indexes.reduce((least, i) => Math.min(least, x[i]!), x0);
  const sides = indexes.flatMap((i) => {
    const own = [-x[i]! - width[i]!, -x[i]!];
    return codePoint[i]! > 0xffff ? [...own, ...own] : own;
  });
  const top = y - (1 - overBaseline) * size;
  return shownPlace(glyphs, left, top, x1 - left, size, 2, partsOf(sides, -x1, -left));
}

/** Places along a line from `start` to `end` in parts of its length. */
function partsOf(sides: readonly number[], start: number, end: number): Uint16Array {
  const parts = new Uint16Array(sides.length);
  const scale = end > start ? wholeStrip / (end - start) : 0;
  for (let k = 0; k < sides.length; k++) {
    const part = (sides[k]! - start) * scale;
    parts[k] = part <= 0 ? 0 : part >= wholeStrip ? wholeStrip : part + 0.5;
  }
  return parts;
}

/** A box in the frame in which the page is read, as it stands on the page as it is shown. */
function shownPlace(
  { pageWidth, pageHeight, turn: lies = 0 }: PageGlyphs,
  x: number,
  y: number,
  width: number,
  height: number,
  turn: number,
  edges: Uint16Array,
): LinePlace {
  const shown = { turn: (turn + lies) % 4, edges };
  if (lies === 1) return { x: y, y: pageWidth - x - width, width: height, height: width, ...shown };
  if (lies === 2) return { x: pageWidth - x - width, y: pageHeight - y - height, width, height, ...shown };
  if (lies === 3) return { x: pageHeight - y - height, y: x, width: height, height: width, ...shown };
  return { x, y, width, height, ...shown };
}
