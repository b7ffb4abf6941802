import type { TextLine } from './text-page.ts';

/** Notes are set smaller than the text by this factor at least. */
const noteSize = 0.95;
/** How a note begins: ①, ¹, 4. or [4]. */
const noteMark = /^(?:([①-⑳])|([¹²³⁰⁴-⁹]{1,3})|[[［]?(\d{1,3})[\]］.．、 \u3000])/;
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Index of the first line of the notes at the foot of a column, or the number of its lines. Notes are small, and begin with a
 * mark that stands raised (or as ①) in the larger text of the page: `raised` are the marks of that text.
 */
export function notesFrom(lines: readonly TextLine[], raised: ReadonlySet<string>, body: number): number {
  let first = lines.length;
  for (let i = lines.length - 1; i >= 0; i--) {
    const { size, text, isRow } = lines[i]!;
    if (isRow || size > noteSize * body) break;
    const mark = noteMark.exec(text);
    if (mark === null) continue;
    const own = mark[1] ?? mark[2] ?? [...mark[3]!].map((digit) => superscripts[Number(digit)]).join('');
    if (raised.has(own)) first = i;
  }
  return first;
}

/** The raised numbers and ① … behind a character of the text of a page. */
export function raisedMarks(columns: readonly (readonly TextLine[])[], body: number): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const { size, text } of columns.flat()) {
    if (size <= noteSize * body) continue;
    for (const match of text.matchAll(/[①-⑳]|[¹²³⁰⁴-⁹]{1,3}/g)) if (match.index > 0) marks.add(match[0]);
  }
  return marks;
}
