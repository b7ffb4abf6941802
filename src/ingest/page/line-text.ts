import type { LinePiece } from './line-piece.ts';
import type { PageGlyphs } from './page-glyphs.ts';
import { isBlank } from './page-lines.ts';

/** Raised digits as characters: 10¹², and ³ where a note is meant. */
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Between Latin words a gap is a space from this width on, in em; between Han characters it takes a character's. */
const latinGap = 0.18;
const hanGap = 0.8;
/** A space that the file writes between Han characters counts from this width on: OCR layers write one after each. */
const writtenGap = 0.4;
/** From this width on it parts cells. */
const cellGap = 1.9;

/**
 * The text of a line from left to right. Doubled characters are left out, raised digits become superscripts, and a space
 * stands where a gap shows one: a space of the file alone counts only beside Latin. `sides` gets the left and the right edge
 * of each UTF-16 unit; a space has those of its gap.
 */
export function lineText(glyphs: PageGlyphs, line: LinePiece, spaceBefore: Uint8Array, sides: number[] = []): string {
  const { codePoint, x, y, width, size } = glyphs;
  const order = leftToRight(line.glyphs, x);
  let text = '';
  let last = -1;
  let edge = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < order.length; k++) {
    const i = order[k]!;
    if (isDoubled(glyphs, order, k)) continue;
    const code = codePoint[i]!;
    if (last >= 0) text += spaceBetween(codePoint[last]!, code, (x[i]! - edge) / line.size, spaceBefore[i] === 1);
    while (sides.length < 2 * text.length) sides.push(edge, x[i]!);
    const raised = size[i]! < 0.82 * line.size && line.y - y[i]! > 0.15 * line.size;
    const isDigit = code >= 0x30 && code <= 0x39;
    text += raised && isDigit && !isBracketed(codePoint, order, k) ? superscripts[code - 0x30]! : characterOf(code);
    last = i;
    edge = x[i]! + width[i]!;
    while (sides.length < 2 * text.length) sides.push(x[i]!, edge);
  }
  return text;
}

/** 1 for each character that the file writes a space before. */
export function spacesBefore(glyphs: PageGlyphs): Uint8Array {
  const result = new Uint8Array(glyphs.count);
  for (let i = 1; i < glyphs.count; i++) {
    if (isBlank(glyphs.codePoint[i - 1]!) && Math.abs(glyphs.y[i]! - glyphs.y[i - 1]!) < 0.3 * glyphs.size[i]!)
      result[i] = 1;
  }
  return result;
}

function characterOf(code: number): string {
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
}

function leftToRight(glyphs: readonly number[], x: Float32Array): readonly number[] {
  for (let k = 1; k < glyphs.length; k++) {
    if (x[glyphs[k]!]! < x[glyphs[k - 1]!]!) return [...glyphs].sort((a, b) => x[a]! - x[b]! || a - b);
  }
  return glyphs;
}

function isDoubled(glyphs: PageGlyphs, order: readonly number[], k: number): boolean {
  const i = order[k]!;
  for (let j = k - 1; j >= 0 && j >= k - 3; j--) {
    const other = order[j]!;
    if (glyphs.codePoint[other] === glyphs.codePoint[i] && glyphs.x[i]! - glyphs.x[other]! < 0.3 * glyphs.width[i]!)
      return Math.abs(glyphs.y[i]! - glyphs.y[other]!) < 0.3 * glyphs.size[i]!;
  }
  return false;
}

/** Whether a raised digit stands in brackets as in [12] or [3-5]. */
function isBracketed(codePoint: Uint32Array, order: readonly number[], k: number): boolean {
  for (let j = k - 1; j >= 0 && j >= k - 12; j--) {
    const code = codePoint[order[j]!]!;
    if (code === 0x5b || code === 0xff3b || code === 0x28 || code === 0xff08 || code === 0x3014) return true;
    const goesOn =
      (code >= 0x30 && code <= 0x39) || code === 0x2c || code === 0x2d || code === 0x2013 || code === 0xff0c;
    if (!goesOn) return false;
  }
  return false;
}

/** `gap` in em. */
function spaceBetween(before: number, after: number, gap: number, written: boolean): string {
  if (gap >= cellGap) return ' '.repeat(Math.min(40, Math.round(gap * 2)));
  const wide = isWide(before) || isWide(after);
  if (gap >= hanGap) return ' ';
  if (isWide(before) && isWide(after)) return written && gap >= writtenGap ? ' ' : '';
  if (wide) return written && gap > 0.1 ? ' ' : '';
  return gap >= latinGap || (written && gap > 0.05) ? ' ' : '';
}

function isWide(code: number): boolean {
  return code >= 0x2e80 || (code >= 0x2014 && code <= 0x2026);
}
