import type { SourceMark } from '../../model/document.ts';
import { lineText, spacesBefore } from './line-text.ts';
import { median, pageColumns } from './page-columns.ts';
import type { PageGlyphs } from './page-glyphs.ts';
import { linePieces, turnedPieces } from './page-lines.ts';
import { bodySize, continuesTitle, headingDepth, headingDepths } from './set-titles.ts';
import type { TextLine, TextPage } from './text-page.ts';

/** Ideographic spaces that a line set to the right or in the middle begins with, at most. */
const deepestIndent = 20;
/** A gap this many times the usual one of its column, each in em, is shown as an empty line. */
const clearGap = 1.45;
/** A page of fewer lines is a cover, where size says nothing of headings. */
const coverLines = 10;
/** Columns of fewer lines do not show their own edge. */
const enoughLines = 6;

/** Reads the columns of a page; text that is turned against the rest comes last. */
export function readPage(glyphs: PageGlyphs): TextPage {
  const spaces = spacesBefore(glyphs);
  const columns: TextLine[][] = pageColumns(linePieces(glyphs), glyphs.pageHeight).map((column) =>
    column.lines.map((line) => {
      const { x0, x1, y, size } = line;
      return { text: lineText(glyphs, line, spaces), x0, x1, y, size };
    }),
  );
  for (const { x0, x1, y, size, glyphs: indexes } of turnedPieces(glyphs)) {
    const text = String.fromCodePoint(...indexes.map((i) => glyphs.codePoint[i]!));
    columns.push([{ text, x0, x1, y, size }]);
  }
  return columns;
}

/** The text of all pages, and which of its lines are titles. */
export interface PagesText {
  readonly raw: string;
  readonly marks: readonly SourceMark[];
}

/**
 * The text of all pages: a line of the page on each line, a form feed between pages, an empty line where the gap is clearly
 * larger than usual, and the indent of a line against its column as ideographic spaces. A title that is set in two lines is
 * one line and marked.
 */
export function pagesText(pages: readonly TextPage[]): PagesText {
  const edges = pages.flatMap((page) => page.filter((lines) => lines.length >= enoughLines).map(leftEdge));
  const body = bodySize(pages);
  const known = commonEdges(edges, body);
  const depths = headingDepths(pages, body);
  let raw = '';
  const marks: SourceMark[] = [];
  for (const [index, page] of pages.entries()) {
    if (index > 0) raw += '\f';
    const { lines, titles } = pageText(page, known, body, depths);
    let next = 0;
    for (let i = 0; i < lines.length; i++) {
      if (i > 0) raw += '\n';
      if (titles[next]?.line === i) marks.push({ start: raw.length, kind: 'heading', level: titles[next++]!.level });
      raw += lines[i]!;
    }
  }
  return { raw, marks };
}

interface WrittenPage {
  readonly lines: string[];
  /** Lines that are titles or headings, by their index, with their depth from 1. */
  readonly titles: { line: number; level: number }[];
}

function pageText(
  page: TextPage,
  known: readonly number[],
  body: number,
  depths: ReadonlyMap<number, number>,
): WrittenPage {
  const own = page.filter((lines) => lines.length >= enoughLines).map(leftEdge);
  const written: string[] = [];
  const titles: WrittenPage['titles'] = [];
  const isCover = page.reduce((sum, lines) => sum + lines.length, 0) < coverLines;
  const gap = median(page.flatMap((lines) => (lines.length >= enoughLines ? gapsOf(lines) : [])));
  for (const lines of page) {
    const left = columnLeft(lines, own, known);
    const usual = lines.length >= enoughLines ? median(gapsOf(lines)) : gap;
    if (written.length > 0 && lines.length < enoughLines && written.at(-1) !== '') written.push('');
    let afterTitle = false;
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      if (i > 0 && continuesTitle(lines[i - 1]!, line, lines, body)) {
        written.push((written.pop() ?? '') + line.text);
        if (!afterTitle) titles.push({ line: written.length - 1, level: depths.get(Math.round(line.size * 2)) ?? 1 });
        afterTitle = true;
        continue;
      }
      if (afterTitle) written.push('');
      afterTitle = false;
      const size = Math.max(line.size, lines[i - 1]?.size ?? 0);
      const isApart = i > 0 && usual > 0 && line.y - lines[i - 1]!.y > clearGap * usual * size;
      if (isApart && written.at(-1) !== '') written.push('');
      written.push(indentOf(line, left) + line.text);
      const level = isCover ? 0 : headingDepth(lines, i, depths);
      if (level > 0) titles.push({ line: written.length - 1, level });
    }
  }
  return { lines: written, titles };
}

function indentOf(line: TextLine, left: number): string {
  const em = Math.round((line.x0 - left) / line.size);
  return '\u3000'.repeat(Math.max(0, Math.min(deepestIndent, em)));
}

/** Distances from line to line, in em of the larger. */
function gapsOf(lines: readonly TextLine[]): number[] {
  const gaps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const gap = (lines[i]!.y - lines[i - 1]!.y) / Math.max(lines[i]!.size, lines[i - 1]!.size);
    if (gap > 0.5) gaps.push(gap);
  }
  return gaps;
}

/** The leftmost place where a fair share of the lines begins. */
function leftEdge(lines: readonly TextLine[]): number {
  const em = median(lines.map((line) => line.size));
  const starts = lines.map((line) => line.x0).sort((a, b) => a - b);
  const need = Math.max(2, Math.ceil(0.12 * starts.length));
  for (let i = 0; i + need <= starts.length; i++) if (starts[i + need - 1]! - starts[i]! <= 0.4 * em) return starts[i]!;
  return starts[0] ?? 0;
}

/** Edges that several pages share, rising. */
function commonEdges(edges: readonly number[], em: number): number[] {
  const sorted = [...edges].sort((a, b) => a - b);
  const result: number[] = [];
  let from = 0;
  for (let i = 1; i <= sorted.length; i++) {
    if (i < sorted.length && sorted[i]! - sorted[from]! <= 0.6 * em) continue;
    if (i - from >= 2 || sorted.length < 4) result.push(sorted[from]!);
    from = i;
  }
  return result;
}

/** The edge of a column: its own, or for a few lines the nearest edge to the left of them on the page or in the document. */
function columnLeft(lines: readonly TextLine[], own: readonly number[], known: readonly number[]): number {
  const first = Math.min(...lines.map((line) => line.x0));
  const em = lines[0]?.size ?? 10;
  if (lines.length >= enoughLines) {
    const edge = leftEdge(lines);
    // A page of nothing but indented lines: the edge is the one of the other pages.
    const shared = known.findLast((left) => left <= edge + 0.3 * em);
    return shared !== undefined && edge - shared <= 2.6 * em ? shared : edge;
  }
  const near = (edges: readonly number[]) => edges.filter((left) => left <= first + 0.4 * em).at(-1);
  return near([...own].sort((a, b) => a - b)) ?? near(known) ?? first;
}
