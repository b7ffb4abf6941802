import { characterClass, classOf, isSpace } from '../../text/characters.ts';

/** A line cut at its inner spaces into pieces; the gap of index i lies between piece i and piece i + 1. */
export interface SpacedLine {
  /** UTF-16 units of the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Widths of the gaps in ordinary spaces; an ideographic space counts two, a gap with a tab is a column. */
  readonly widths: readonly number[];
  /** Whether the line has full-width stops or pauses, as running text has. */
  readonly running: boolean;
  /** Where the line after begins. */
  readonly next: number;
}

export const columnWidth = 99;

const lineBreak = 2;
/** 0 for text, 1 for spaces, 2 for what ends a line. */
const kinds = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x10000; unit++) if (isSpace(unit)) kinds[unit] = 1;
for (const unit of [0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029]) kinds[unit] = lineBreak;

/**
 * The first line at or after `from` (the start of a line) that has spaces inside and, unless `all` is wanted, a piece of one
 * or two units, as letter spacing leaves them.
 */
export function spacedLine(text: string, from: number, all: boolean): SpacedLine | undefined {
  let start = from;
  while (start < text.length) {
    let pieces = 0;
    let short = false;
    let piece = start;
    let i = start;
    for (; ; i++) {
      const kind = i < text.length ? kinds[text.charCodeAt(i)]! : lineBreak;
      if (kind === 0) continue;
      if (i > piece) {
        pieces++;
        if (i - piece <= 2) short = true;
      }
      piece = i + 1;
      if (kind === lineBreak) break;
    }
    if (pieces > 1 && (short || all)) return cutLine(text, start);
    start = i + 1;
  }
  return undefined;
}

function cutLine(text: string, from: number): SpacedLine {
  const starts: number[] = [];
  const ends: number[] = [];
  const widths: number[] = [];
  let running = false;
  let i = from;
  for (;;) {
    let width = 0;
    while (i < text.length && kinds[text.charCodeAt(i)] === 1) width += widthOf(text.charCodeAt(i++));
    if (i >= text.length || kinds[text.charCodeAt(i)] === lineBreak) break;
    if (starts.length > 0) widths.push(Math.min(width, columnWidth));
    starts.push(i);
    while (i < text.length && kinds[text.charCodeAt(i)] === 0) {
      const unit = text.charCodeAt(i++);
      const kind = classOf(unit);
      if (unit > 0xff && (kind === characterClass.pause || kind === characterClass.sentenceEnd)) running = true;
    }
    ends.push(i);
  }
  return { starts, ends, widths, running, next: i + 1 };
}

function widthOf(unit: number): number {
  if (unit === 0x09) return columnWidth;
  return unit === 0x3000 ? 2 : 1;
}
