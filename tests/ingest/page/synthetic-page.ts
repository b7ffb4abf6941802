import type { PageGlyphs } from '../../../src/ingest/page/page-glyphs.ts';

/** A stretch of text on a baseline, as a page paints it. */
export interface Painted {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** 10 where it is not given. */
  readonly size?: number;
  /** Distance from character to character; the em, or half of it for ASCII, where it is not given. */
  readonly step?: number;
  readonly flags?: number;
}

/** The characters of a page of 600 by 800 points with these stretches on it, in their order. */
export function pageOf(painted: readonly Painted[]): PageGlyphs {
  const glyphs = painted.flatMap(({ text, x, y, size = 10, step, flags = 0 }) => {
    let at = x;
    return [...text].map((character) => {
      const codePoint = character.codePointAt(0)!;
      const width = codePoint < 0x80 ? size / 2 : size;
      const glyph = { codePoint, x: at, y, width, size, flags };
      at += step ?? width;
      return glyph;
    });
  });
  const column = (key: 'x' | 'y' | 'width' | 'size') => Float32Array.from(glyphs, (glyph) => glyph[key]);
  return {
    pageWidth: 600,
    pageHeight: 800,
    count: glyphs.length,
    codePoint: Uint32Array.from(glyphs, (glyph) => glyph.codePoint),
    x: column('x'),
    y: column('y'),
    width: column('width'),
    size: column('size'),
    flags: Uint8Array.from(glyphs, (glyph) => glyph.flags),
  };
}

/** A column of full lines: 甲00甲甲甲…, each of `width` characters and with its number. */
export function columnOf(mark: string, x: number, y: number, lines: number, width: number, pitch = 16): Painted[] {
  return Array.from({ length: lines }, (_, i) => ({
    text: `${mark}${String(i).padStart(2, '0')}${mark.repeat(width - 2)}`,
    x,
    y: y + i * pitch,
  }));
}
