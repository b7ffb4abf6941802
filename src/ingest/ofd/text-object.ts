import { advancesOf } from './advances.ts';
import { deltaList } from './delta-list.ts';
import { chainMatrices, type Matrix, mapPoint, matrixOf } from './matrix.ts';
import { type OfdElement, ofdChildren, ofdNumber, ofdNumbers, ofdText } from './ofd-element.ts';
import type { OfdFont } from './ofd-resources.ts';
import type { PaintedGlyph, Turn } from './painted-glyphs.ts';

/** Parts of a radian that a line may lean and still be upright. */
const leaning = 0.04;
/** A font is bold from this weight on. */
const boldWeight = 600;
/** Stands for a character that only the font knows; so does U+FFFD. */
const placeholder = 0xa4;
const unknown = 0xfffd;

/** The characters of a text object. `space` leads from its own space to points on the page. */
export function textGlyphs(object: OfdElement, space: Matrix, font: OfdFont | undefined): PaintedGlyph[] {
  const { attributes } = object;
  const em = ofdNumber(attributes.Size, 0);
  const strings = ofdChildren(object, 'TextCode').map((code) => codesOf(code.text));
  nameGlyphs(strings, object, font);
  const narrowing = ofdNumber(attributes.HScale, 1) || 1;
  const along = em * narrowing;
  const direction = (quarters(attributes.ReadDirection) * Math.PI) / 2;
  const [a, b, c, d] = space;
  const style = {
    size: em * Math.hypot(c, d),
    turn: turnOf(Math.atan2(b, a) / (Math.PI / 2) + quarters(attributes.CharDirection)),
    isBold: isBold(attributes, font),
  };
  const wide = Math.hypot(a, b);
  const glyphs: PaintedGlyph[] = [];
  let x = 0;
  let y = 0;
  for (const [index, code] of ofdChildren(object, 'TextCode').entries()) {
    const codes = strings[index]!;
    // Without a place of its own a string begins where the one before it began.
    x = ofdNumber(code.attributes.X, x);
    y = ofdNumber(code.attributes.Y, y);
    const stepsX = deltaList(code.attributes.DeltaX, codes.length - 1);
    const stepsY = deltaList(code.attributes.DeltaY, codes.length - 1);
    const isPlaced = stepsX !== undefined || stepsY !== undefined;
    const advances = advancesOf(
      codes,
      along > 0 ? stepsX?.map((step) => step / along) : undefined,
      font?.isHalfWidth ?? false,
    );
    const isStacked = isDownwards(stepsX, stepsY, isPlaced ? 0 : direction);
    let atX = x;
    let atY = y;
    for (let i = 0; i < codes.length; i++) {
      const [pageX, pageY] = mapPoint(space, atX, atY);
      glyphs.push({ code: codes[i]!, x: pageX, y: pageY, advance: advances[i]! * along * wide, isStacked, ...style });
      if (isPlaced) {
        atX += stepsX?.[i] ?? 0;
        atY += stepsY?.[i] ?? 0;
      } else {
        atX += Math.cos(direction) * advances[i]! * along;
        atY += Math.sin(direction) * (isStacked ? em : advances[i]! * along);
      }
    }
  }
  return glyphs;
}

/** The map from an object's own space to that of what it stands in: its CTM, then the corner of its Boundary. */
export function objectSpace({ attributes }: OfdElement, around: Matrix): Matrix {
  const [left = 0, top = 0] = ofdNumbers(attributes.Boundary);
  const corner: Matrix = [1, 0, 0, 1, left, top];
  return chainMatrices(chainMatrices(matrixOf(ofdNumbers(attributes.CTM)), corner), around);
}

function quarters(degrees: string | undefined): number {
  return ofdNumber(degrees, 0) / 90;
}

/** From quarter turns clockwise, which is how angles grow where y runs down. */
function turnOf(clockwise: number): Turn {
  const nearest = Math.round(clockwise);
  if (Math.abs(clockwise - nearest) * (Math.PI / 2) > leaning) return 4;
  return (((-nearest % 4) + 4) % 4) as Turn;
}

function isDownwards(
  stepsX: readonly number[] | undefined,
  stepsY: readonly number[] | undefined,
  direction: number,
): boolean {
  if (stepsX === undefined && stepsY === undefined) return Math.abs(Math.sin(direction)) > 0.5;
  const count = stepsX?.length ?? stepsY?.length ?? 0;
  let down = 0;
  for (let i = 0; i < count; i++) if (Math.abs(stepsY?.[i] ?? 0) > Math.abs(stepsX?.[i] ?? 0)) down++;
  return 2 * down > count;
}

function isBold(attributes: OfdElement['attributes'], font: OfdFont | undefined): boolean {
  // An outline around filled letters makes them look bold.
  const isOutlined = attributes.Stroke === 'true' && attributes.Fill !== 'false';
  return isOutlined || ofdNumber(attributes.Weight, 400) >= boldWeight || font?.isBold === true;
}

/** The code points of a string; what is not allowed in XML, and spaces, may be written as `\0020`. */
function codesOf(text: string): number[] {
  // A line break is the layout of the markup.
  const written = /[\n\r]/.test(text) ? text.replace(/\s*[\n\r]\s*/g, '') : text;
  const plain = written.includes('\\') ? written.replace(/\\([0-9a-f]{4})/gi, unescaped) : written;
  const codes: number[] = [];
  for (const character of plain) codes.push(character.codePointAt(0)!);
  return codes.filter((code) => code >= 0x20 || code === 0x09);
}

function unescaped(whole: string, digits: string): string {
  const code = Number.parseInt(digits, 16);
  const isSpace = code <= 0x20 || code === 0xa0 || code === 0x3000;
  return isSpace || code === 0x5c || code >= 0xfffe ? String.fromCharCode(code) : whole;
}

/** Puts in the characters that the file gives as glyphs of its font only. */
function nameGlyphs(strings: number[][], object: OfdElement, font: OfdFont | undefined): void {
  if (strings.length === 0) return;
  const isEmpty = strings.every((codes) => codes.length === 0);
  if (!isEmpty && !strings.some((codes) => codes.some(isNameless))) return;
  let characters: ReadonlyMap<number, number> | undefined;
  for (const transform of ofdChildren(object, 'CGTransform')) {
    const glyphs = ofdNumbers(ofdText(transform, 'Glyphs'));
    const from = ofdNumber(transform.attributes.CodePosition, 0);
    characters ??= font?.characters();
    for (const [k, glyph] of glyphs.entries()) {
      const code = characters?.get(glyph);
      if (isEmpty) strings[0]!.push(code ?? unknown);
      else if (code !== undefined) nameGlyph(strings, from + k, code);
    }
  }
}

/** Positions count through all strings of an object. */
function nameGlyph(strings: number[][], position: number, code: number): void {
  let at = position;
  for (const codes of strings) {
    if (at < codes.length) {
      if (isNameless(codes[at]!)) codes[at] = code;
      return;
    }
    at -= codes.length;
  }
}

/** Whether a code does not tell which character is painted. */
export function isNameless(code: number): boolean {
  return (
    code === placeholder ||
    code === unknown ||
    (code >= 0xe000 && code <= 0xf8ff) ||
    (code >= 0xf0000 && code <= 0x10fffd)
  );
}
