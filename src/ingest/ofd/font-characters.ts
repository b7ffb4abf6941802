/**
 * The characters of a TrueType or OpenType font by its glyphs, from its `cmap` (formats 4 and 12): a character of Unicode
 * rather than one of private use. Empty where the font has none that can be read.
 */
export function fontCharacters(font: Uint8Array): ReadonlyMap<number, number> {
  const characters = new Map<number, number>();
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const add = (code: number, glyph: number) => {
    const known = characters.get(glyph);
    if (glyph !== 0 && (known === undefined || rank(code) < rank(known))) characters.set(glyph, code);
  };
  try {
    const table = cmapOf(view);
    if (table === undefined) return characters;
    const count = view.getUint16(table + 2);
    for (let i = 0; i < count; i++) {
      const record = table + 4 + 8 * i;
      if (!isUnicode(view.getUint16(record), view.getUint16(record + 2))) continue;
      const map = table + view.getUint32(record + 4);
      const format = view.getUint16(map);
      if (format === 4) readFormat4(view, map, add);
      if (format === 12) readFormat12(view, map, add);
    }
  } catch (cause) {
    // A table that points outside the font: what was read before is kept.
    if (!(cause instanceof RangeError)) throw cause;
  }
  return characters;
}

const trueType = 0x00010000;
const openType = 0x4f54544f;
const appleTrueType = 0x74727565;
const collection = 0x74746366;
const cmap = 0x636d6170;
/** More characters than fonts have glyphs. */
const mostCharacters = 0x20000;

function cmapOf(view: DataView): number | undefined {
  let start = 0;
  if (view.getUint32(0) === collection) start = view.getUint32(12);
  if (![trueType, openType, appleTrueType].includes(view.getUint32(start))) return undefined;
  const count = view.getUint16(start + 4);
  for (let i = 0; i < count; i++) {
    const record = start + 12 + 16 * i;
    if (view.getUint32(record) === cmap) return view.getUint32(record + 8);
  }
  return undefined;
}

function isUnicode(platform: number, encoding: number): boolean {
  return platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
}

type Add = (code: number, glyph: number) => void;

function readFormat4(view: DataView, map: number, add: Add): void {
  const twice = view.getUint16(map + 6);
  const ends = map + 14;
  const starts = ends + twice + 2;
  let left = mostCharacters;
  for (let at = 0; at < twice; at += 2) {
    const end = view.getUint16(ends + at);
    const start = view.getUint16(starts + at);
    const delta = view.getUint16(starts + twice + at);
    const place = starts + 2 * twice + at;
    const offset = view.getUint16(place);
    for (let code = start; code <= end && code < 0xffff && left > 0; code++, left--) {
      const glyph = offset === 0 ? code : view.getUint16(place + offset + 2 * (code - start));
      add(code, glyph === 0 ? 0 : (glyph + delta) & 0xffff);
    }
  }
}

function readFormat12(view: DataView, map: number, add: Add): void {
  const groups = view.getUint32(map + 12);
  let left = mostCharacters;
  for (let i = 0; i < groups && left > 0; i++) {
    const group = map + 16 + 12 * i;
    const start = view.getUint32(group);
    const end = Math.min(0x10ffff, view.getUint32(group + 4));
    const glyph = view.getUint32(group + 8);
    for (let code = start; code <= end && left > 0; code++, left--) add(code, glyph + code - start);
  }
}

/** Which of several characters of a glyph is meant: 一 (U+4E00), not the radical ⼀ (U+2F00) or a private one. */
function rank(code: number): number {
  if ((code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000) return 0x600000 + code;
  if (code >= 0x2e80 && code <= 0x2fdf) return 0x400000 + code;
  return code >= 0xf900 && code <= 0xfaff ? 0x200000 + code : code;
}
