import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/ingest/page/page-reader.ts';
import { pagesText } from '../../../src/ingest/page/pages-text.ts';
import { columnOf, type Painted, pageOf } from './synthetic-page.ts';

/** Left, top, right and bottom. */
type Rule = readonly [number, number, number, number];

function read(painted: readonly Painted[], rules: readonly Rule[]) {
  return pagesText([readPage({ ...pageOf(painted), rules: Float32Array.from(rules.flat()) })]);
}

function linesOf(painted: readonly Painted[], rules: readonly Rule[]): string[] {
  return read(painted, rules)
    .raw.split('\n')
    .filter((line) => line !== '');
}

const level = (y: number, x0 = 50, x1 = 350): Rule => [x0, y, x1, y + 0.5];
const upright = (x: number, y0 = 200, y1 = 260): Rule => [x, y0, x + 0.5, y1];
const frame = [level(200), level(220), level(240), level(260), ...[50, 150, 250, 350].map((x) => upright(x))];
const words = ['事项', '数量', '备注', '公开', '12', '', '复议', '3', '已办结'];
const cells = words.map((text, k) => ({ text, x: 60 + 100 * (k % 3), y: 214 + 20 * Math.floor(k / 3) }));

describe('a table in rules', () => {
  test('is read row by row, its cells parted by tabs, and each row is marked', () => {
    const { raw, marks } = read(cells, frame);
    expect(raw.split('\n')).toEqual(['事项\t数量\t备注', '公开\t12\t', '复议\t3\t已办结']);
    expect(marks.map(({ kind, start }) => [kind, raw.slice(start, start + 2)])).toEqual([
      ['table', '事项'],
      ['table', '公开'],
      ['table', '复议'],
    ]);
  });

  test('a cell over several rows stands in the first of them, even where it is written downwards', () => {
    const rules = [
      level(200),
      level(260),
      level(220, 150),
      level(240, 150),
      ...[50, 150, 250, 350].map((x) => upright(x)),
    ];
    const tall = [...'本年结果'].map((text, k) => ({ text, x: 95, y: 212 + 14 * k }));
    const rest = cells.filter(({ x, text }) => x > 60 && text !== '');
    expect(linesOf([...tall, ...rest], rules)).toEqual(['本年结果\t数量\t备注', '\t12\t', '\t3\t已办结']);
  });

  test('numbers in narrow cells are not one number', () => {
    const narrow = [level(200, 50, 110), level(220, 50, 110), ...[50, 70, 90, 110].map((x) => upright(x, 200, 220))];
    const digits = ['10', '20', '30'].map((text, k) => ({ text, x: 55 + 20 * k, y: 214 }));
    expect(linesOf(digits, narrow)).toEqual(['10\t20\t30']);
  });

  test('stands where it is in the text of its column', () => {
    const before = columnOf('前', 50, 72, 8, 30);
    const after = columnOf('后', 50, 290, 8, 30);
    const starts = linesOf([...before, ...after, ...cells], frame).map((line) => line.slice(0, 3));
    const of = (lines: readonly Painted[]) => lines.map(({ text }) => text.slice(0, 3));
    expect(starts).toEqual([...of(before), '事项\t', '公开\t', '复议\t', ...of(after)]);
  });

  test('but a frame around a text and lines under words are no table', () => {
    const text = columnOf('文', 60, 214, 3, 20);
    const plain = text.map((line) => line.text);
    const box = [level(200), level(260), upright(50), upright(350)];
    for (const rules of [box, [level(216), level(232), level(248)]]) {
      expect(linesOf(text, rules).map((line) => line.trim())).toEqual(plain);
      expect(read(text, rules).marks).toEqual([]);
    }
  });
});

test('running text is not taken for headings where small tables have most of the characters', () => {
  const body = columnOf('文', 50, 100, 8, 25, 24).map((line) => ({ ...line, size: 16 }));
  const small = columnOf('表', 50, 400, 25, 45, 12).map((line) => ({ ...line, size: 8 }));
  const { raw, marks } = read([...body, ...small], []);
  expect(marks).toEqual([]);
  expect(raw).toContain(`${body[0]!.text}\n`);
});

test('small notes at the foot of a column whose marks stand raised in its text are marked, and nothing else', () => {
  const text = columnOf('文', 50, 100, 20, 24);
  const mark = { text: '4', x: 290, y: 126, size: 5 };
  const notes = columnOf('注', 50, 440, 2, 28, 12).map((line) => ({ ...line, size: 8 }));
  const first = { ...notes[0]!, text: `4. ${notes[0]!.text}` };
  const page = [...text.slice(0, 1), { ...text[1]!, y: 130, x: 50 }, mark, ...text.slice(3), first, notes[1]!];
  const { raw, marks } = read(page, []);
  expect(marks.map(({ kind, start }) => [kind, raw.slice(start).split('\n')[0]])).toEqual([
    ['note', first.text],
    ['note', notes[1]!.text],
  ]);
  expect(
    read(
      page.filter((painted) => painted !== mark),
      [],
    ).marks,
  ).toEqual([]);
});
