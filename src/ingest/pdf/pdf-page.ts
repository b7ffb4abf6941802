import { glyphFlag, type PageGlyphs } from '../page/page-glyphs.ts';
import { pdfRules } from './pdf-rules.ts';
import type { Pdfium } from './pdfium.ts';

/** A font is bold from this weight on. */
const boldWeight = 600;
/** Parts of a radian that a line may lean and still be upright. */
const leaning = 0.04;
/** Code point that the library has for a hyphen at the end of a line. */
const lineEndHyphen = 0xfffe;
/** Characters of one object have one font: it is enough to ask it for some of them. */
const askEvery = 8;
/** Where most characters are turned, the page is: a table printed sideways. */
const mostTurned = 0.6;

/** A page as the library reads it. */
export interface PdfPage {
  readonly glyphs: PageGlyphs;
  /** Share of its characters whose font does not tell which they are, 0 to 1; estimated from some of them. */
  readonly unmapped: number;
}

/** Reads the characters of a page (0-based); undefined where the library cannot open it. */
export function readPdfPage(pdfium: Pdfium, file: number, index: number): PdfPage | undefined {
  const { call } = pdfium;
  const page = call.FPDF_LoadPage!(file, index);
  if (page === 0) return undefined;
  try {
    const text = call.FPDFText_LoadPage!(page);
    if (text === 0) return undefined;
    try {
      const raw = readColumns(pdfium, text);
      return { glyphs: place(pdfium, page, raw), unmapped: raw.asked === 0 ? 0 : raw.unmapped / raw.asked };
    } finally {
      call.FPDFText_ClosePage!(text);
    }
  } finally {
    call.FPDF_ClosePage!(page);
  }
}

/** Columns in the space of the page, y upwards, before it is turned as it is shown. */
interface RawGlyphs {
  count: number;
  /** Characters whose font was asked what they are, and those of them that it does not know. */
  asked: number;
  unmapped: number;
  readonly codePoint: Uint32Array;
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly top: Float32Array;
  readonly bottom: Float32Array;
  readonly originX: Float32Array;
  readonly originY: Float32Array;
  readonly size: Float32Array;
  readonly bold: Uint8Array;
  /** Quarter turns of the text, anticlockwise, 0 to 3; 4 where it is at another angle. */
  readonly turn: Uint8Array;
}

function readColumns(pdfium: Pdfium, text: number): RawGlyphs {
  const { call, scratch } = pdfium;
  const all = Math.max(0, call.FPDFText_CountChars!(text));
  const columns = () => new Float32Array(all);
  const raw: RawGlyphs = {
    count: 0,
    asked: 0,
    unmapped: 0,
    codePoint: new Uint32Array(all),
    left: columns(),
    right: columns(),
    top: columns(),
    bottom: columns(),
    originX: columns(),
    originY: columns(),
    size: columns(),
    bold: new Uint8Array(all),
    turn: new Uint8Array(all),
  };
  const getUnicode = call.FPDFText_GetUnicode!;
  const isGenerated = call.FPDFText_IsGenerated!;
  const getObject = call.FPDFText_GetTextObject!;
  const getOrigin = call.FPDFText_GetCharOrigin!;
  const getBox = call.FPDFText_GetLooseCharBox!;
  let object = 0;
  let size = 0;
  let turn = 0;
  let level = false;
  let originX = 0;
  let originY = 0;
  let bold = 0;
  let n = 0;
  /** First of the characters that the glyph before stands for. */
  let first = 0;
  for (let i = 0; i < all; i++) {
    const unit = getUnicode(text, i);
    if (unit < 0x20 ? unit !== 0x02 && unit !== 0x09 : unit === 0x20 && isGenerated(text, i) === 1) continue;
    const own = getObject(text, i);
    const isNewObject = own !== object || own === 0;
    if (isNewObject) {
      object = own;
      ({ size, turn, level } = textState(pdfium, text, i));
      bold = call.FPDFText_GetFontWeight!(text, i) >= boldWeight ? 1 : 0;
    }
    if (isNewObject || i % askEvery === 0) {
      raw.asked++;
      if (call.FPDFText_HasUnicodeMapError!(text, i) === 1) raw.unmapped++;
    }
    // On a level baseline all characters of an object have the height of the first.
    if (!level || isNewObject) {
      if (getOrigin(text, i, scratch, scratch + 8) === 0) continue;
      const doubles = pdfium.doubles();
      originX = doubles[scratch >> 3]!;
      originY = doubles[(scratch >> 3) + 1]!;
    }
    raw.originX[n] = originX;
    raw.originY[n] = originY;
    if (getBox(text, i, scratch) === 0) continue;
    const floats = pdfium.floats();
    const at = scratch >> 2;
    raw.left[n] = floats[at]!;
    raw.top[n] = floats[at + 1]!;
    raw.right[n] = floats[at + 2]!;
    raw.bottom[n] = floats[at + 3]!;
    raw.codePoint[n] = unit === lineEndHyphen || unit === 0x02 ? 0x2d : unit;
    raw.size[n] = size;
    raw.turn[n] = turn;
    raw.bold[n] = bold;
    if (n > 0 && !isNewObject && isSamePlace(raw, n, first)) shareBox(raw, first, n);
    else first = n;
    n++;
  }
  raw.count = n;
  return raw;
}

/** Whether a character has the place of the one at `first`: a glyph may stand for two characters, such as —— or fi. */
function isSamePlace(raw: RawGlyphs, n: number, first: number): boolean {
  const turn = raw.turn[n]!;
  const [along, across] = [
    [raw.left, raw.bottom],
    [raw.bottom, raw.left],
    [raw.right, raw.bottom],
    [raw.top, raw.left],
  ][turn] ?? [raw.left, raw.bottom];
  return turn < 4 && along![n] === along![first] && across![n] === across![first];
}

/** Gives each of the characters `first` to `last` of one glyph its part of the width; the box of the last is whole. */
function shareBox(raw: RawGlyphs, first: number, last: number): void {
  const count = last - first + 1;
  const lies = raw.turn[last] === 1 || raw.turn[last] === 3;
  const [from, to] = lies ? [raw.bottom, raw.top] : [raw.left, raw.right];
  const start = from[last]!;
  const part = (to[last]! - start) / count;
  for (let k = 0; k < count; k++) {
    const place = raw.turn[last]! >= 2 ? count - 1 - k : k;
    from[first + k] = start + place * part;
    to[first + k] = start + (place + 1) * part;
  }
}

/** What the characters of a text object share. */
interface TextState {
  /** The em as it is shown. */
  readonly size: number;
  /** See `RawGlyphs`. */
  readonly turn: number;
  /** Whether the baseline is level to the last digit. */
  readonly level: boolean;
}

function textState(pdfium: Pdfium, text: number, i: number): TextState {
  const { call, scratch } = pdfium;
  const size = call.FPDFText_GetFontSize!(text, i);
  if (call.FPDFText_GetMatrix!(text, i, scratch) === 0) return { size, turn: 0, level: false };
  const floats = pdfium.floats();
  const at = scratch >> 2;
  const a = floats[at]!;
  const b = floats[at + 1]!;
  const scale = Math.hypot(floats[at + 2]!, floats[at + 3]!);
  const quarters = Math.atan2(b, a) / (Math.PI / 2);
  const nearest = Math.round(quarters);
  const turn = Math.abs(quarters - nearest) > leaning ? 4 : (nearest + 4) % 4;
  return { size: size * scale, turn, level: b === 0 && a > 0 };
}

/** Turns the columns so that most of the text is upright, and y runs down. */
function place(pdfium: Pdfium, page: number, raw: RawGlyphs): PageGlyphs {
  const { call, scratch } = pdfium;
  const boxed = call.FPDF_GetPageBoundingBox!(page, scratch) !== 0;
  const at = scratch >> 2;
  const [left = 0, top = 842, right = 595, bottom = 0] = boxed ? pdfium.floats().slice(at, at + 4) : [];
  const turns = [0, 0, 0, 0, 0];
  for (let i = 0; i < raw.count; i++) turns[raw.turn[i]!]!++;
  // A page that is shown turned by 90 degrees has its text written at 90 degrees; where it has not, the text decides.
  const shown = (4 + (call.FPDFPage_GetRotation!(page) % 4)) % 4;
  const upright = turns.findIndex((count, turn) => turn < 4 && count > mostTurned * raw.count);
  const rotation = upright === -1 ? shown : upright;
  const { count } = raw;
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  const width = new Float32Array(count);
  const flags = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const { 0: x1, 1: x2, 2: base } = turned(raw, i, rotation, left, top, right, bottom);
    x[i] = Math.min(x1, x2);
    width[i] = Math.abs(x2 - x1);
    y[i] = base;
    const lies = raw.turn[i]! === 4 ? glyphFlag.slanted : raw.turn[i]! === rotation ? 0 : glyphFlag.turned;
    flags[i] = lies | (raw.bold[i] === 1 ? glyphFlag.bold : 0);
  }
  const sideways = rotation % 2 === 1;
  return {
    pageWidth: sideways ? top - bottom : right - left,
    pageHeight: sideways ? right - left : top - bottom,
    turn: (4 + rotation - shown) % 4,
    count,
    codePoint: raw.codePoint.subarray(0, count),
    x,
    y,
    width,
    size: raw.size.subarray(0, count),
    flags,
    rules: pdfRules(pdfium, page, rotation, { left, top, right, bottom }),
  };
}

/** Left and right edge and baseline on the page after quarter turns clockwise. */
function turned(
  raw: RawGlyphs,
  i: number,
  rotation: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
): [number, number, number] {
  if (rotation === 1) return [raw.bottom[i]! - bottom, raw.top[i]! - bottom, raw.originX[i]! - left];
  if (rotation === 2) return [right - raw.left[i]!, right - raw.right[i]!, raw.originY[i]! - bottom];
  if (rotation === 3) return [top - raw.bottom[i]!, top - raw.top[i]!, right - raw.originX[i]!];
  return [raw.left[i]! - left, raw.right[i]! - left, top - raw.originY[i]!];
}
