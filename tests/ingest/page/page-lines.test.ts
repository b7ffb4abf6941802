import { describe, expect, test } from 'vitest';
import { lineText, spacesBefore } from '../../../src/ingest/page/line-text.ts';
import { glyphFlag } from '../../../src/ingest/page/page-glyphs.ts';
import { columnLines, linePieces } from '../../../src/ingest/page/page-lines.ts';
import { type Painted, pageOf } from './synthetic-page.ts';

function linesOf(...painted: Painted[]): string[] {
  const glyphs = pageOf(painted);
  const spaces = spacesBefore(glyphs);
  return columnLines(linePieces(glyphs)).map((line) => lineText(glyphs, line, spaces));
}

describe('characters of a page become lines', () => {
  test('whatever order they are painted in', () => {
    const lines = linesOf(
      { text: '举国体制', x: 100, y: 216 },
      { text: '坚持', x: 50, y: 200 },
      { text: '新型', x: 70, y: 200 },
      { text: '健全', x: 80, y: 216 },
    );
    expect(lines).toEqual(['坚持新型', '健全举国体制']);
  });

  test('without characters that are painted twice to look bold, but with those that are written twice', () => {
    expect(linesOf({ text: '总则第二二条', x: 50, y: 200 }, { text: '总则第二二条', x: 50.4, y: 200.1 })).toEqual([
      '总则第二二条',
    ]);
    expect(linesOf({ text: '总总则则', x: 50, y: 200, step: 0.3 })).not.toEqual(['总总则则']);
  });

  test('with raised digits as superscripts, and with the brackets of [12]', () => {
    expect(
      linesOf(
        { text: '自立自强', x: 50, y: 200 },
        { text: '12', x: 90, y: 196, size: 6 },
        { text: '。', x: 96, y: 200 },
      ),
    ).toEqual(['自立自强¹²。']);
    expect(
      linesOf(
        { text: '自立自强', x: 50, y: 200 },
        { text: '[12]', x: 90, y: 196, size: 6 },
        { text: '。', x: 102, y: 200 },
      ),
    ).toEqual(['自立自强[12]。']);
  });

  test('with a space between Latin words and in letter-spaced titles only', () => {
    expect(linesOf({ text: 'New whole nation system', x: 50, y: 200 })).toEqual(['New whole nation system']);
    expect(linesOf({ text: '通知', x: 50, y: 200, step: 20 })).toEqual(['通 知']);
    expect(linesOf({ text: '两端对齐的一行', x: 50, y: 200, step: 12 })).toEqual(['两端对齐的一行']);
    // An OCR layer: a space after each character, but no gap for it.
    const layer = pageOf([{ text: '推 动 发 展', x: 50, y: 200, step: 5 }]);
    const close = { ...layer, width: layer.width.map((_, i) => (i % 2 === 0 ? 9.8 : 0.2)) };
    expect(columnLines(linePieces(close)).map((line) => lineText(close, line, spacesBefore(close)))).toEqual([
      '推动发展',
    ]);
  });

  test('with spaces that show the cells of a table', () => {
    expect(
      linesOf({ text: '合计', x: 50, y: 200 }, { text: '12', x: 150, y: 200 }, { text: '13', x: 250, y: 200 })[0],
    ).toMatch(/^合计 {2,}12 {2,}13$/);
  });

  test('without a watermark across the page', () => {
    expect(
      linesOf({ text: '正文', x: 50, y: 200 }, { text: '内部资料', x: 60, y: 205, size: 40, flags: glyphFlag.slanted }),
    ).toEqual(['正文']);
  });
});
