import type { SegmentedDocument } from '../../model/document.ts';
import { countBelow } from '../../text/count-below.ts';

/**
 * What the segmenter makes of a stretch of a text, whole words and what is between them without citation marks; undefined
 * where the stretch is one word.
 */
export function cutInside(document: SegmentedDocument, start: number, end: number): string[] | undefined {
  const { text, tokens, citations } = document;
  let token = countBelow(tokens.end, start + 1);
  if (tokens.start[token] === start && tokens.end[token] === end) return undefined;
  const words: string[] = [];
  const gap = (from: number, to: number) => {
    const first = countBelow(citations.end, from + 1);
    const isMark = citations.start[first]! <= from && citations.end[first]! >= to;
    if (to > from && !isMark) words.push(text.slice(from, to));
  };
  let at = start;
  for (; tokens.start[token]! < end; token++) {
    gap(at, tokens.start[token]!);
    words.push(tokens.types[tokens.type[token]!]!);
    at = tokens.end[token]!;
  }
  gap(at, end);
  return words;
}
