import { wholeStrip } from '../../model/page-layout.ts';
import type { TextLine } from './text-page.ts';

/** How an item of a list begins: 1. （二） a) ① • [4] */
const marker =
  /^(?:\d{1,3}[.．、)）]|[（(][\da-z一二三四五六七八九十]{1,3}[)）]|[a-zA-Z][.．)）]|[①-⑳]|[•●■◆○▪·–—]{1,2}|[[［]\d{1,3}[\]］])[ \u3000]*/;
/** A line that ends nearer to the edge of its column, in em, is full. */
const nearEdge = 2;
/** Places that differ by less, in em, are the same. */
const samePlace = 0.35;

/**
 * 1 for each line that goes on with an item under the first character behind its number: it is no first line of a paragraph,
 * though it is indented.
 */
export function hangingLines(lines: readonly TextLine[]): Uint8Array {
  const hanging = new Uint8Array(lines.length);
  const right = lines.reduce((most, line) => (line.isRow ? most : Math.max(most, line.x1)), Number.NEGATIVE_INFINITY);
  let place: number | undefined;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!;
    if (hanging[i] === 0) place = behindMarker(line);
    const next = lines[i + 1]!;
    const isFull = right - line.x1 <= nearEdge * line.size;
    if (place === undefined || !isFull || next.isRow || marker.test(next.text)) continue;
    if (Math.abs(next.x0 - place) <= samePlace * next.size) hanging[i + 1] = 1;
  }
  return hanging;
}

/** Where the text begins behind the number of an item; undefined where the line is none. */
function behindMarker(line: TextLine): number | undefined {
  const length = line.isRow ? 0 : (marker.exec(line.text)?.[0].length ?? 0);
  const edges = line.parts[0]?.place.edges;
  if (length === 0 || edges === undefined || 2 * length >= edges.length) return undefined;
  return line.x0 + ((line.x1 - line.x0) * edges[2 * length]!) / wholeStrip;
}
