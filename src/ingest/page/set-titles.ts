import type { TextLine, TextPage } from './text-page.ts';

/** So many lines under each other with so many characters are running text, however large they are. */
const running = { lines: 5, characters: 100 };

/** The size of the running text: the one that most characters have, but for a document that is mostly small tables. */
export function bodySize(pages: readonly TextPage[]): number {
  const counts = new Map<number, number>();
  let largest = 0;
  for (const lines of pages.flat()) {
    let run = { size: 0, lines: 0, characters: 0 };
    for (const { size, text, isRow } of lines) {
      if (isRow) continue;
      const half = Math.round(size * 2) / 2;
      counts.set(half, (counts.get(half) ?? 0) + text.length);
      if (run.size !== half) run = { size: half, lines: 0, characters: 0 };
      run.lines++;
      run.characters += text.length;
      if (run.lines >= running.lines && run.characters >= running.characters) largest = Math.max(largest, half);
    }
  }
  let body = 0;
  for (const [size, count] of counts) if (count > (counts.get(body) ?? 0)) body = size;
  return Math.max(body, largest);
}

/** Characters of titles are larger than the text's by this factor. */
const titleSize = 1.15;
/** A title in two lines is set closer than this, in its own em. */
const titlePitch = 2;
/** What does not go on with a title: a number, a line in brackets; after a line that is not full, a date. */
const beginsAnew = /^(?:第.{1,4}[章节编条]|[（(〔【《—]|[一二三四五六七八九十]+、|[附目]\s*[件录])/;
const beginsDate = /^(?:\d|[〇○一二三四五六七八九十]{1,4}年)/;

/** Whether a line is the second one of a title: large, centred below a long line of the same size or under a full one. */
export function continuesTitle(before: TextLine, line: TextLine, lines: readonly TextLine[], body: number): boolean {
  if (
    before.isRow ||
    line.isRow ||
    line.size < titleSize * body ||
    Math.abs(line.size - before.size) > 0.02 * line.size
  )
    return false;
  if (line.y - before.y > titlePitch * line.size || beginsAnew.test(line.text) || /[。；：]$/.test(before.text))
    return false;
  const left = Math.min(...lines.map((other) => other.x0));
  const right = Math.max(...lines.map((other) => other.x1));
  const width = before.x1 - before.x0;
  const isCentred = Math.abs(before.x0 + before.x1 - line.x0 - line.x1) < line.size;
  const isFull = right - before.x1 < line.size && line.x0 - left < line.size;
  if (width >= 0.9 * (right - left)) return isCentred || isFull;
  return isCentred && width >= 0.5 * (right - left) && !beginsDate.test(line.text);
}

/** A heading is smaller than the largest line of the document, its title, by this factor at least. */
const belowTitle = 0.9;
/** Characters of a heading, at most. */
const longestHeading = 60;

/** Depths of headings by their size in half points, from 2: the title is 1. */
export function headingDepths(pages: readonly TextPage[], body: number): ReadonlyMap<number, number> {
  const sizes = new Set<number>();
  let largest = 0;
  for (const { size, text, isRow } of pages.flat(2)) {
    if (isRow || text.length < 2) continue;
    largest = Math.max(largest, size);
    if (size >= titleSize * body) sizes.add(halfPoints(size));
  }
  const depths = new Map<number, number>();
  for (const size of [...sizes].sort((a, b) => b - a)) {
    if (size <= 2 * belowTitle * largest) depths.set(size, depths.size + 2);
  }
  return depths;
}

function halfPoints(size: number): number {
  return Math.round(size * 2);
}

/** Depth of a line that is set as a heading: large, short, and apart from others of its size; 0 for another. */
export function headingDepth(lines: readonly TextLine[], i: number, depths: ReadonlyMap<number, number>): number {
  const line = lines[i]!;
  const depth = line.isRow ? undefined : depths.get(halfPoints(line.size));
  if (depth === undefined || line.text.length > longestHeading || /[。；，：]$/.test(line.text)) return 0;
  if (!/[\p{Script=Han}\p{L}]{2}/u.test(line.text)) return 0;
  const isNear = (other: TextLine | undefined) =>
    other !== undefined &&
    Math.abs(other.size - line.size) <= 0.02 * line.size &&
    Math.abs(other.y - line.y) <= titlePitch * line.size;
  return isNear(lines[i - 1]) || isNear(lines[i + 1]) ? 0 : depth;
}
