import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fontCharacters } from '../../../src/ingest/ofd/font-characters.ts';

/** A TrueType font with nothing but a `cmap` in format 4 (one segment a character) and, beyond the BMP, in format 12. */
function fontOf(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const all = [...glyphs].sort(([a], [b]) => a - b);
  const segments = [...all.filter(([code]) => code < 0xffff), [0xffff, 0] as const];
  const twice = 2 * segments.length;
  const words = [
    4,
    16 + 4 * twice,
    0,
    twice,
    0,
    0,
    0,
    ...segments.map(([code]) => code),
    0,
    ...segments.map(([code]) => code),
    ...segments.map(([code, glyph]) => (0x10000 + glyph - code) & 0xffff),
    ...segments.map(() => 0),
  ];
  const format4 = bigEndian(words);
  const long = all.filter(([code]) => code >= 0xffff);
  const groups = long.flatMap(([code, glyph]) => [code >> 16, code & 0xffff, code >> 16, code & 0xffff, 0, glyph]);
  const format12 = bigEndian([12, 0, 0, 0, 0, 0, 0, long.length, ...groups]);
  const cmap = bigEndian([0, 2, 3, 1, 0, 20, 3, 10, 0, 20 + format4.length]);
  const head = Buffer.alloc(28);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(1, 4);
  head.write('cmap', 12, 'latin1');
  head.writeUInt32BE(28, 20);
  return Buffer.concat([head, cmap, format4, format12]);
}

function bigEndian(words: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * words.length);
  for (const [i, word] of words.entries()) bytes.writeUInt16BE(word, 2 * i);
  return bytes;
}

describe('the characters of a font', () => {
  it('are those that its map leads to a glyph', () => {
    const code = fc.oneof(fc.integer({ min: 0x20, max: 0xd7ff }), fc.integer({ min: 0x20000, max: 0x2ffff }));
    fc.assert(
      fc.property(fc.uniqueArray(code, { maxLength: 40 }), (codes) => {
        const glyphs = new Map(codes.map((one, i) => [one, i + 1]));
        const found = fontCharacters(fontOf(glyphs));
        expect([...found].sort(([a], [b]) => a - b)).toEqual(codes.map((one, i) => [i + 1, one]));
      }),
    );
  });

  it('are the usual ones where several have one glyph', () => {
    const shared = new Map([
      [0x2f00, 7],
      [0x4e00, 7],
      [0xe000, 7],
      [0xe001, 8],
      [0xf900, 9],
      [0x8c48, 9],
    ]);
    expect([...fontCharacters(fontOf(shared))].sort()).toEqual([
      [7, 0x4e00],
      [8, 0xe001],
      [9, 0x8c48],
    ]);
  });

  it('of a damaged font are some or none', () => {
    const font = fontOf(new Map([[0x4e00, 1]]));
    for (let end = 0; end < font.length; end++) expect(fontCharacters(font.slice(0, end)).size).toBeLessThanOrEqual(1);
    expect(fontCharacters(Buffer.from('\x01\x00\x04\x01 CFF alone', 'latin1')).size).toBe(0);
  });
});
