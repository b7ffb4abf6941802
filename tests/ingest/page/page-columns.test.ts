import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/ingest/page/page-reader.ts';
import { pagesText } from '../../../src/ingest/page/pages-text.ts';
import { columnOf, type Painted, pageOf } from './synthetic-page.ts';

function read(painted: readonly Painted[]): string[] {
  return pagesText([readPage(pageOf(painted))])
    .raw.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const textOf = (painted: readonly Painted[]) => painted.map(({ text }) => text);

describe('columns of a page are read one after the other', () => {
  const left = columnOf('左', 50, 200, 20, 24);
  const middle = columnOf('中', 220, 200, 20, 15);
  const right = columnOf('右', 310, 200, 20, 24);

  test('two of them', () => {
    expect(read([...left, ...right])).toEqual(textOf([...left, ...right]));
  });

  test('two of them, whose lines stand at different heights', () => {
    const lower = right.map((line) => ({ ...line, y: line.y + 7 }));
    expect(read([...left, ...lower])).toEqual(textOf([...left, ...lower]));
  });

  test('two of them, whatever order they are painted in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...left, ...right], { minLength: 40, maxLength: 40 }), (painted) => {
        expect(read(painted)).toEqual(textOf([...left, ...right]));
      }),
      { numRuns: 30 },
    );
  });

  test('three of them', () => {
    const first = columnOf('左', 50, 200, 20, 14);
    const third = columnOf('右', 390, 200, 20, 15);
    expect(read([...first, ...middle, ...third])).toEqual(textOf([...first, ...middle, ...third]));
  });

  test('a title across them comes first, and what stands across them below comes last', () => {
    const title = { text: '关于健全新型举国体制的若干问题研究', x: 170, y: 150, size: 16 };
    const below = columnOf('下', 50, 540, 4, 50);
    expect(read([...left, title, ...right, ...below])).toEqual(textOf([title, ...left, ...right, ...below]));
  });

  test('columns that begin below a text across the page', () => {
    const above = columnOf('上', 50, 100, 5, 50);
    expect(read([...right, ...above, ...left])).toEqual(textOf([...above, ...left, ...right]));
  });

  test('a running head and a page number do not get between them', () => {
    const head = { text: '政策研究与评论', x: 50, y: 40 };
    const issue = { text: '2025年第3期', x: 480, y: 40 };
    const foot = { text: '· 12 ·', x: 285, y: 770 };
    expect(read([...left, ...right, head, issue, foot])).toEqual(textOf([head, issue, ...left, ...right, foot]));
  });

  test('also where one of them is a table for the most part, and text recognition left dirt beside the other', () => {
    const text = columnOf('右', 310, 100, 34, 24);
    const above = columnOf('左', 50, 100, 5, 24);
    const cells = Array.from({ length: 24 }, (_, i) => [
      { text: `项目${i}`, x: 60, y: 196 + i * 16 },
      { text: `${i}00`, x: 220, y: 196 + i * 16 },
    ]).flat();
    const dirt = Array.from({ length: 9 }, (_, i) => ({ text: '盯', x: 590, y: 203 + i * 32, size: 4 }));
    const lines = read([...text, ...above, ...cells, ...dirt]);
    expect(lines.slice(0, 5)).toEqual(textOf(above));
    expect(lines[5]).toMatch(/^项目0 +000$/);
    expect(lines.filter((line) => /^右\d\d/.test(line))).toEqual(textOf(text));
  });

  test('the caption of a picture between them, with text at both its sides, does not part them', () => {
    const caption = { text: '某馆大楼', x: 280, y: 361, size: 7 };
    const narrow = left.map((line, i) => (i < 12 ? { ...line, text: line.text.slice(0, 19) } : line));
    const shifted = right.map((line, i) => (i < 12 ? { ...line, x: 360, text: line.text.slice(0, 19) } : line));
    expect(read([...narrow, caption, ...shifted])).toEqual(textOf([caption, ...narrow, ...shifted]));
  });

  test('but the rows of a table are read across', () => {
    const rows = Array.from({ length: 8 }, (_, i) => [
      { text: `项目${i}`, x: 60, y: 200 + i * 16 },
      { text: `${i}00`, x: 330, y: 200 + i * 16 },
    ]);
    const lines = read(rows.flat());
    expect(lines).toHaveLength(8);
    for (const [i, line] of lines.entries()) expect(line).toMatch(new RegExp(`^项目${i} +${i}00$`));
  });
});

describe('the text of a page keeps what its geometry says', () => {
  const lines = columnOf('文', 50, 200, 12, 40);

  test('an indent of two em as two ideographic spaces, a larger gap as an empty line', () => {
    const moved = lines.map((line, i) => ({
      ...line,
      x: i === 3 ? 70 : 50,
      text: i === 3 ? line.text.slice(0, -2) : line.text,
      y: line.y + (i > 7 ? 16 : 0),
    }));
    const { raw } = pagesText([readPage(pageOf(moved))]);
    const written = raw.split('\n');
    expect(written[3]).toBe(`　　${moved[3]!.text}`);
    expect(written.indexOf('')).toBe(8);
    expect(written.filter((line) => line.startsWith('　'))).toHaveLength(1);
  });

  test('a title in two lines is one line, and is marked', () => {
    const title = [
      { text: '关于健全关键核心技术攻关新型举国体制的', x: 98, y: 120, size: 18 },
      { text: '若干意见', x: 233, y: 148, size: 18 },
    ];
    const { raw, marks } = pagesText([readPage(pageOf([...title, ...lines]))]);
    expect(marks).toHaveLength(1);
    expect(raw.slice(marks[0]!.start).trimStart()).toMatch(/^关于健全关键核心技术攻关新型举国体制的若干意见\n/);
    expect(marks[0]).toMatchObject({ kind: 'heading', level: 1 });
  });

  test('pages are parted by form feeds', () => {
    const page = readPage(pageOf(lines));
    expect(pagesText([page, page, page]).raw.split('\f')).toHaveLength(3);
  });
});
