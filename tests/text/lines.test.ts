import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAndColumn, lineStarts } from '../../src/text/lines.ts';

const text = fc.string({
  unit: fc.constantFrom('中', 'a', '\n', '\r', '\r\n', '\f', '\v', '\u0085', '\u2028', '\u2029', '\t'),
});

describe('the lines of a text', () => {
  it('end where any line break ends, CR LF being one, and a form feed beside one being none', () => {
    expect([...lineStarts('第一页\n\f第二页\f第三页\f\n第四页\r\n\f')]).toEqual([0, 4, 9, 14, 19]);
    fc.assert(
      fc.property(text, (text) => {
        const lines = text.split(/\r\n|[\n\v\r\u0085\u2028\u2029]|(?<![\n\r])\f(?![\n\r])/);
        const starts = lineStarts(text);
        expect(starts.length).toBe(lines.length);
        lines.forEach((line, i) => {
          expect(text.slice(starts[i]!, starts[i]! + line.length)).toBe(line);
        });
      }),
    );
  });

  it('give line and column of an offset, from 1', () => {
    const starts = lineStarts('第一行\n第二行\r\n第三行');
    const place = (offset: number) => lineAndColumn(starts, offset);
    expect(place(0)).toEqual({ line: 1, column: 1 });
    expect(place(5)).toEqual({ line: 2, column: 2 });
    expect(place(9)).toEqual({ line: 3, column: 1 });
    expect(place(12)).toEqual({ line: 3, column: 4 });
  });

  it('lead back to the offset', () => {
    fc.assert(
      fc.property(text, fc.nat(), (text, from) => {
        const offset = from % (text.length + 1);
        const starts = lineStarts(text);
        const { line, column } = lineAndColumn(starts, offset);
        expect(starts[line - 1]! + column - 1).toBe(offset);
        if (line < starts.length) expect(offset).toBeLessThan(starts[line]!);
      }),
    );
  });
});
