import type { SourceMark } from '../../model/document.ts';
import type { PageLayout } from '../../model/page-layout.ts';
import { notesFrom, raisedMarks } from './column-notes.ts';
import { hangingLines } from './hanging-lines.ts';
import { layoutOf, type PlacedLine } from './layout-of.ts';
import { bareTitle, type OutlineEntry, outlineDepths } from './outline.ts';
import { median } from './page-columns.ts';
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
/** But where they are running text, of so many lines, one so wide, in em. */
const shortColumn = 3;
const narrowestText = 12;

/** The text of all pages, which of its lines are titles, and where it stands. */
export interface PagesText {
  readonly raw: string;
  readonly marks: readonly SourceMark[];
  readonly layout: PageLayout;
}

/**
 * The text of all pages: a line of the page on each line, a form feed between pages, an empty line where the gap is clearly
 * larger than usual, and the indent of a line against its column as ideographic spaces. A title that is set in two lines is
 * one line and marked, as is a line that the outline of the file names. Empty where no page has text.
 */
export function pagesText(pages: readonly TextPage[], outline: readonly OutlineEntry[] = []): PagesText {
  if (pages.every((page) => page.length === 0)) return { raw: '', marks: [], layout: layoutOf([], 0, pages.length) };
  const edges = pages.flatMap((page) => page.filter((lines) => lines.length >= enoughLines).map(leftEdge));
  const body = bodySize(pages);
  const known = commonEdges(edges, body);
  const depths = headingDepths(pages, body);
  const named = outlineDepths(outline);
  let raw = '';
  const marks: SourceMark[] = [];
  const placed: PlacedLine[] = [];
  let columns = 0;
  for (const [index, page] of pages.entries()) {
    if (index > 0) raw += '\f';
    const { lines, marked, parts } = pageText(page, known, body, depths, (text) => {
      const title = bareTitle(text);
      return named.get(index)?.get(title) ?? named.get(-1)?.get(title) ?? 0;
    });
    let next = 0;
    let part = 0;
    for (let i = 0; i < lines.length; i++) {
      if (i > 0) raw += '\n';
      if (marked[next]?.line === i) marks.push({ start: raw.length, ...marked[next++]!.mark });
      for (; parts[part]?.line === i; part++) {
        const { at, indent, column, source } = parts[part]!;
        for (const [k, { at: own, place }] of source.parts.entries()) {
          // Empty cells at the start of a row are no more on the page than an indent.
          const before = k === 0 ? 0 : indent + own;
          const start = raw.length + at + before;
          placed.push({ start, indent: indent + own - before, page: index + 1, column: columns + column, place });
        }
      }
      raw += lines[i]!;
    }
    columns += page.length;
  }
  return { raw, marks, layout: layoutOf(placed, raw.length, pages.length) };
}

interface WrittenPage {
  readonly lines: string[];
  /** Lines that are titles or headings (their depth from 1) or rows of tables, by their index. */
  readonly marked: { line: number; mark: Omit<SourceMark, 'start'> }[];
  /** The lines of the page in those of the text, by their index and from which unit on, and how many of those are its indent. */
  readonly parts: { line: number; at: number; indent: number; column: number; source: TextLine }[];
}

function pageText(
  page: TextPage,
  known: readonly number[],
  body: number,
  depths: ReadonlyMap<number, number>,
  named: (text: string) => number,
): WrittenPage {
  const own = page.filter((lines) => lines.length >= enoughLines).map(leftEdge);
  const written: string[] = [];
  const marked: WrittenPage['marked'] = [];
  const parts: WrittenPage['parts'] = [];
  const isCover = page.reduce((sum, lines) => sum + lines.length, 0) < coverLines;
  const gap = median(page.flatMap((lines) => (lines.length >= enoughLines ? gapsOf(lines) : [])));
  const raised = raisedMarks(page, body);
  for (const [column, lines] of page.entries()) {
    const notes = raised.size === 0 ? lines.length : notesFrom(lines, raised, body);
    const left = columnLeft(lines, own, known);
    const usual = lines.length >= enoughLines ? median(gapsOf(lines)) : gap;
    if (written.length > 0 && lines.length < enoughLines && written.at(-1) !== '') written.push('');
    const hanging = hangingLines(lines);
    let afterTitle = false;
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      if (i > 0 && continuesTitle(lines[i - 1]!, line, lines, body)) {
        const before = written.pop() ?? '';
        parts.push({ line: written.length, at: before.length, indent: 0, column, source: line });
        written.push(before + line.text);
        if (!afterTitle) marked.push(headingAt(written.length - 1, depths.get(Math.round(line.size * 2)) ?? 1));
        afterTitle = true;
        continue;
      }
      if (afterTitle) written.push('');
      afterTitle = false;
      const size = Math.max(line.size, lines[i - 1]?.size ?? 0);
      const isApart = i > 0 && usual > 0 && line.y - lines[i - 1]!.y > clearGap * usual * size;
      if (isApart && written.at(-1) !== '') written.push('');
      const indent = line.isRow || hanging[i] === 1 ? '' : indentOf(line, left);
      parts.push({ line: written.length, at: 0, indent: indent.length, column, source: line });
      written.push(indent + line.text);
      const level = named(line.text) || (isCover ? 0 : headingDepth(lines, i, depths));
      if (line.isRow) marked.push({ line: written.length - 1, mark: { kind: 'table', level: 0 } });
      else if (line.isRunning) marked.push({ line: written.length - 1, mark: { kind: 'furniture', level: 0 } });
      else if (i >= notes) marked.push({ line: written.length - 1, mark: { kind: 'note', level: 0 } });
      else if (level > 0) marked.push(headingAt(written.length - 1, level));
    }
  }
  return { lines: written, marked, parts };
}

function headingAt(line: number, level: number): WrittenPage['marked'][number] {
  return { line, mark: { kind: 'heading', level } };
}

function indentOf(line: TextLine, left: number): string {
  const em = Math.round((line.x0 - left) / line.size);
  return '\u3000'.repeat(Math.max(0, Math.min(deepestIndent, em)));
}

/** The lines of the text among the rows of tables, which have edges and heights of their own; all where there is nothing else. */
function withoutRows(lines: readonly TextLine[]): readonly TextLine[] {
  if (!lines.some((line) => line.isRow)) return lines;
  const rest = lines.filter((line) => !line.isRow);
  return rest.length > 0 ? rest : lines;
}

/** Distances from line to line, in em of the larger. */
function gapsOf(all: readonly TextLine[]): number[] {
  const lines = withoutRows(all);
  const gaps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const gap = (lines[i]!.y - lines[i - 1]!.y) / Math.max(lines[i]!.size, lines[i - 1]!.size);
    if (gap > 0.5) gaps.push(gap);
  }
  return gaps;
}

/** The leftmost place where a fair share of the lines begins. */
function leftEdge(all: readonly TextLine[]): number {
  const lines = withoutRows(all);
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
  // A short column of running text has its own edge, and no column beside it.
  const starts = lines.filter((line) => line.x0 - first <= 0.4 * em).length;
  if (lines.length >= shortColumn && starts >= 2 && lines.some((line) => line.x1 - first >= narrowestText * em))
    return first;
  const near = (edges: readonly number[]) => edges.filter((left) => left <= first + 0.4 * em).at(-1);
  return near([...own].sort((a, b) => a - b)) ?? near(known) ?? first;
}
