import type { SourceMark } from '../model/document.ts';
import { isSpace } from '../text/characters.ts';
import { type OffsetMap, toTarget } from '../text/offset-map.ts';
import type { MarkedLine } from './markdown.ts';

/** The lines of `text` that the format of the document says the kind of, by their start; `map` leads from raw to it. */
export function sourceMarks(
  marks: readonly SourceMark[],
  map: OffsetMap,
  text: string,
): ReadonlyMap<number, MarkedLine> {
  const lines = new Map<number, MarkedLine>();
  for (const { start, kind, level } of marks) {
    let at = toTarget(map, { start, end: start + 1 }).start;
    while (at < text.length && text[at] !== '\n' && isSpace(text.charCodeAt(at))) at++;
    lines.set(at, { kind, level });
  }
  return lines;
}
