import { type PageLayout, wholeStrip } from '../../model/page-layout.ts';
import type { LinePlace } from './text-page.ts';

/** A line of a page in the raw text. */
export interface PlacedLine {
  /** Offset of its indent, or of its text where it has none. */
  readonly start: number;
  /** Units before its text that are not on the page. */
  readonly indent: number;
  /** 1-based. */
  readonly page: number;
  /** See `PageLayout`. */
  readonly column: number;
  readonly place: LinePlace;
}

/** The layout of a raw text of `length` units in `pages` pages from its lines, in their order. */
export function layoutOf(lines: readonly PlacedLine[], length: number, pages: number): PageLayout {
  const from = new Uint16Array(length).fill(wholeStrip);
  const to = new Uint16Array(length).fill(wholeStrip);
  for (const { start, indent, place } of lines) {
    const { edges } = place;
    from.fill(0, start, start + indent);
    to.fill(0, start, start + indent);
    const first = start + indent;
    for (let k = 0; 2 * k < edges.length; k++) {
      from[first + k] = edges[2 * k]!;
      to[first + k] = edges[2 * k + 1]!;
    }
  }
  return {
    pages,
    start: Uint32Array.from(lines, (line) => line.start),
    page: Uint32Array.from(lines, (line) => line.page),
    column: Uint32Array.from(lines, (line) => line.column),
    x: Float32Array.from(lines, ({ place }) => place.x),
    y: Float32Array.from(lines, ({ place }) => place.y),
    width: Float32Array.from(lines, ({ place }) => place.width),
    height: Float32Array.from(lines, ({ place }) => place.height),
    turn: Uint8Array.from(lines, ({ place }) => place.turn),
    from,
    to,
  };
}
