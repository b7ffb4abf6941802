import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { glyphFlag, type PageGlyphs } from '../../../src/ingest/page/page-glyphs.ts';
import { readPage } from '../../../src/ingest/page/page-reader.ts';
import { pagesText } from '../../../src/ingest/page/pages-text.ts';
import type { CleanDocument } from '../../../src/model/document.ts';
import { createRepair } from '../../../src/repair/repair.ts';
import { type Box, Boxes } from '../../../src/run/result/boxes.ts';
import { identityMap } from '../../../src/text/offset-map.ts';
import { checkDocument } from '../../check-document.ts';
import { columnOf, type Painted, pageOf } from '../../ingest/page/synthetic-page.ts';

/** The text of pages, and the box of a part of it that stands there once. */
function read(...pages: PageGlyphs[]) {
  const { raw, layout } = pagesText(pages.map(readPage));
  const boxes = new Boxes({ layout, map: identityMap(raw.length) });
  const boxOf = (part: string) => {
    const at = raw.indexOf(part);
    expect(at, `${part} in ${raw}`).toBeGreaterThanOrEqual(0);
    expect(raw.indexOf(part, at + 1)).toBe(-1);
    return boxes.ofSpan(at, at + part.length);
  };
  return { raw, boxOf };
}

const lineOf = (...painted: Painted[]) => read(pageOf(painted));

describe('the box of a part of a line', () => {
  test('is its characters, from the left edge of the first to the right edge of the last, one em high', () => {
    const { boxOf } = lineOf({ text: '健全新型举国体制', x: 50, y: 200 });
    expect(boxOf('举国体制')).toEqual({ x: 90, y: 191.2, width: 40, height: 10 });
    expect(boxOf('健')).toEqual({ x: 50, y: 191.2, width: 10, height: 10 });
  });

  test('leaves out the gaps around it: of letter-spaced text, of Latin words, beside an inserted space', () => {
    expect(lineOf({ text: '健全体制', x: 50, y: 200, step: 13 }).boxOf('全体')).toMatchObject({ x: 63, width: 23 });
    expect(lineOf({ text: '健全体制', x: 50, y: 200, step: 20 }).boxOf('全 体')).toMatchObject({ x: 70, width: 30 });
    const { raw, boxOf } = lineOf(
      { text: '推广', x: 50, y: 200 },
      { text: 'GDP', x: 73, y: 200 },
      { text: '核算', x: 95, y: 200 },
    );
    expect(raw).toBe('推广GDP核算');
    expect(boxOf('GDP')).toMatchObject({ x: 73, width: 15 });
    const cells = lineOf({ text: '单位', x: 50, y: 200 }, { text: '金额', x: 100, y: 200 });
    expect(cells.raw).toMatch(/^单位 +金额$/);
    expect(cells.boxOf('金额')).toMatchObject({ x: 100, width: 20 });
    expect(cells.boxOf(cells.raw)).toMatchObject({ x: 50, width: 70 });
  });

  test('begins where the text begins, not at the indent that stands for its place', () => {
    const lines = columnOf('甲', 50, 200, 7, 20);
    const { raw, boxOf } = lineOf(...lines, { text: '乙一段缩进两字', x: 70, y: 200 + 7 * 16 });
    expect(raw).toContain('\n　　乙一');
    expect(boxOf('　　乙')).toMatchObject({ x: 70, width: 10 });
    expect(boxOf('乙')).toMatchObject({ x: 70, width: 10 });
  });

  test('takes in a character beyond the basic plane, a raised digit and a character that is painted twice', () => {
    const { raw, boxOf } = lineOf(
      { text: '𠮷国体', x: 50, y: 200 },
      { text: '国体', x: 60.2, y: 200 },
      { text: '3', x: 80, y: 196, size: 6 },
      { text: '制', x: 83, y: 200 },
    );
    expect(raw).toBe('𠮷国体³制');
    expect(boxOf('𠮷')).toMatchObject({ x: 50, width: 10 });
    expect(boxOf('体')).toMatchObject({ x: 70, width: 10 });
    expect(boxOf('³')).toMatchObject({ x: 80, width: 3 });
    expect(boxOf('体³制')).toMatchObject({ x: 70, width: 23 });
  });

  test('on either line of a title that is set in two', () => {
    const body = columnOf('甲', 50, 300, 10, 40);
    const { raw, boxOf } = lineOf(
      { text: '关于健全新型举国体制加快推进高水平科', x: 70, y: 100, size: 20 },
      { text: '技自立自强的意见', x: 170, y: 130, size: 20 },
      ...body,
    );
    expect(raw).toContain('高水平科技自立自强');
    expect(boxOf('加快')).toEqual({ x: 270, y: 82.4, width: 40, height: 20 });
    expect(boxOf('自立自强')).toEqual({ x: 190, y: 112.4, width: 80, height: 20 });
    // Broken over the two lines: the part on the first.
    expect(boxOf('科技自立')).toEqual({ x: 410, y: 82.4, width: 20, height: 20 });
  });

  test('that is turned against the page: upwards, downwards and upside down', () => {
    const upwards = [...'第一章总则'].map((text, i) => ({ text, x: 500, y: 400 - 10 * i, flags: glyphFlag.turned }));
    const downwards = [...'第二章分则'].map((text, i) => ({ text, x: 520, y: 100 + 12 * i, flags: glyphFlag.turned }));
    const { boxOf } = lineOf(...columnOf('甲', 50, 100, 8, 20), ...upwards, ...downwards);
    expect(boxOf('一章')).toEqual({ x: 500, y: 370, width: 10, height: 20 });
    expect(boxOf('二章')).toEqual({ x: 520, y: 112, width: 10, height: 22 });
    const head = [...'倒置的字'].map((text, i) => ({ text, x: 300 - 10 * i, y: 400, flags: glyphFlag.turned }));
    const turned = lineOf(...columnOf('甲', 50, 100, 8, 20), ...head).boxOf('置的');
    expect(turned).toEqual({ x: 280, y: 398.8, width: 20, height: 10 });
  });

  test('in a row of a table, on its own line of its own cell', () => {
    const across = [100, 140, 180].flatMap((y) => [50, y, 350, y + 0.5]);
    const down = [50, 150, 350].flatMap((x) => [x, 100, x + 0.5, 180]);
    const page = pageOf([
      ...columnOf('甲', 50, 300, 8, 30),
      { text: '主要职责', x: 160, y: 124 },
      { text: '财政部', x: 60, y: 164 },
      { text: '拟订并执行财政收支政策', x: 160, y: 156 },
      { text: '办法', x: 160, y: 172 },
    ]);
    const { raw, boxOf } = read({ ...page, rules: Float32Array.from([...across, ...down]) });
    expect(raw).toMatch(/^\t主要职责\n+财政部\t拟订并执行财政收支政策办法$/m);
    expect(boxOf('主要')).toEqual({ x: 160, y: 115.2, width: 20, height: 10 });
    expect(boxOf('\t主')).toMatchObject({ x: 160, width: 10 });
    expect(boxOf('部\t')).toMatchObject({ x: 80, width: 10 });
    expect(boxOf('收支')).toEqual({ x: 230, y: 147.2, width: 20, height: 10 });
    expect(boxOf('办法')).toEqual({ x: 160, y: 163.2, width: 20, height: 10 });
  });

  test('of no characters, and before the first line, is none', () => {
    const { layout, raw } = pagesText([[], readPage(pageOf([{ text: '第二页', x: 50, y: 200 }]))]);
    const boxes = new Boxes({ layout, map: identityMap(raw.length) });
    expect(raw).toBe('\f第二页');
    expect(boxes.ofSpan(0, 1)).toBeNull();
    expect(boxes.ofSpan(1, 1)).toBeNull();
    expect(boxes.ofSpan(1, 2)).toMatchObject({ x: 50 });
    expect(new Boxes({ map: identityMap(3) }).ofSpan(0, 3)).toBeNull();
    expect(pagesText([[], []]).layout).toMatchObject({ pages: 2 });
  });
});

/** Turns a page with its content by a quarter, anticlockwise: `width` is the page's. */
function turnBox({ x, y, width, height }: Box, pageWidth: number): Box {
  return { x: y, y: pageWidth - x - width, width: height, height: width };
}

test('every character has its box, however the lines lie and whichever way the page is turned', () => {
  const line = fc.record({
    x: fc.integer({ min: 20, max: 300 }),
    length: fc.integer({ min: 1, max: 16 }),
    size: fc.constantFrom(8, 10.5, 12, 16),
    stretch: fc.constantFrom(1, 1, 1.05, 1.3),
    leading: fc.integer({ min: 20, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 3 }), (lines, turn) => {
      let next = 0x4e00;
      let y = 20;
      const painted: Painted[] = [];
      const expected = new Map<string, Box>();
      for (const { x, length, size, stretch, leading } of lines) {
        y += leading;
        const step = size * stretch;
        const text = String.fromCharCode(...Array.from({ length }, () => next++));
        painted.push({ text, x, y, size, step });
        for (const [k, character] of [...text].entries())
          expected.set(character, { x: x + k * step, y: y - 0.88 * size, width: size, height: size });
      }
      const page = pageOf(painted);
      const { raw, layout } = pagesText([readPage({ ...page, turn })]);
      const boxes = new Boxes({ layout, map: identityMap(raw.length) });
      let found = 0;
      for (const [i, character] of [...raw].entries()) {
        let box = expected.get(character);
        if (box === undefined) continue;
        let width = page.pageWidth;
        for (let k = 0; k < turn; k++) {
          box = turnBox(box, width);
          width = width === page.pageWidth ? page.pageHeight : page.pageWidth;
        }
        const read = boxes.ofSpan(i, i + 1)!;
        for (const side of ['x', 'y', 'width', 'height'] as const)
          expect(Math.abs(read[side] - box[side])).toBeLessThan(0.11);
        found++;
      }
      expect(found).toBe(expected.size);
    }),
  );
});

/** Pages repaired as a run does, and the box of the block with a text in it. */
function repaired(...pages: PageGlyphs[]): { document: CleanDocument; boxWith: (part: string) => Box | null } {
  const document = createRepair().run({
    id: 'a.pdf',
    meta: {},
    format: 'pdf',
    encoding: '',
    bytes: 0,
    sha256: '',
    messages: [],
    ...pagesText(pages.map(readPage)),
  });
  checkDocument(document);
  const boxes = new Boxes(document);
  const boxWith = (part: string) => {
    const block = document.blocks.find(({ start, end }) => document.text.slice(start, end).includes(part));
    return boxes.ofBlock(block!);
  };
  return { document, boxWith };
}

/** Lines of 20 characters of a paragraph: one indented by two characters, full ones, and a short one where it ends. */
function paragraph(mark: string, x: number, y: number, lines: number, ends = true): Painted[] {
  return Array.from({ length: lines }, (_, i) => ({
    text:
      `${mark}${i}`.padEnd(i === 0 ? 18 : i === lines - 1 && ends ? 9 : 20, '之') +
      (i === lines - 1 && ends ? '。' : ''),
    x: i === 0 ? x + 20 : x,
    y: y + 16 * i,
  }));
}

describe('the box of a block', () => {
  test('is around all its lines', () => {
    const { boxWith } = repaired(pageOf([...paragraph('甲', 50, 200, 4), ...paragraph('乙', 50, 264, 6)]));
    expect(boxWith('甲0')).toEqual({ x: 50, y: 191.2, width: 195, height: 58 });
    expect(boxWith('乙0')).toEqual({ x: 50, y: 255.2, width: 195, height: 90 });
  });

  test('that goes on in the next column is around its lines in the first', () => {
    const left = [...paragraph('甲', 50, 100, 8), ...paragraph('乙', 50, 228, 5, false)];
    const right = [
      ...Array.from({ length: 3 }, (_, i) => ({ text: '丙'.padEnd(20, '之'), x: 320, y: 100 + 16 * i })),
      ...paragraph('丁', 320, 148, 10),
    ];
    const { document, boxWith } = repaired(pageOf([...left, ...right]));
    expect(document.text).toMatch(/^乙0.*丙/m);
    expect(boxWith('乙0')).toEqual({ x: 50, y: 219.2, width: 195, height: 74 });
  });

  test('leaves out the note and the page number between its parts, which have their own', () => {
    const first = [
      ...paragraph('甲', 50, 100, 30),
      ...paragraph('乙', 50, 580, 6, false).map((line, i) =>
        i === 3 ? { ...line, text: '乙3科学技术进步①'.padEnd(20, '之') } : line,
      ),
      { text: '①《中华人民共和国科学技术进步法》第三条。', x: 50, y: 690, size: 8 },
      { text: '—12—', x: 300, y: 770 },
    ];
    const second = [
      { text: '丙'.padEnd(20, '之'), x: 50, y: 100 },
      { text: '丙'.padEnd(9, '之').concat('。'), x: 50, y: 116 },
      ...paragraph('丁', 50, 132, 30),
    ];
    const { document, boxWith } = repaired(pageOf(first), pageOf(second));
    expect(document.text).toMatch(/^乙0.*丙/m);
    expect(boxWith('乙0')).toEqual({ x: 50, y: 571.2, width: 195, height: 90 });
    expect(boxWith('第三条')).toMatchObject({ x: 50, y: 683, height: 8 });
    const furniture = document.blocks.find(({ kind }) => kind === 'furniture')!;
    expect(new Boxes(document).ofBlock(furniture)).toEqual({ x: 300, y: 761.2, width: 30, height: 10 });
  });
});
