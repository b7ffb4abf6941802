import type { SegmentedDocument } from '../model/document.ts';
import { countBelow } from '../text/count-below.ts';

/**
 * Whether a stretch of a text is made of whole words of the fine reading, where `next` is the index of the first
 * fine end that is not before `start`.
 */
export function isWhole({ fineEnds }: SegmentedDocument, start: number, end: number, next: number): boolean {
  if (fineEnds[next] !== start) return false;
  let last = next;
  while (fineEnds[last]! < end) last++;
  return fineEnds[last] === end;
}

/** The words of the fine reading that a span touches, parted by `|`: 中|国家 for 中国 in 发展中国家. */
export function wordsAcross(text: string, fineEnds: Uint32Array, start: number, end: number): string {
  let next = countBelow(fineEnds, start);
  let from = fineEnds[next] === start ? start : (fineEnds[next - 1] ?? 0);
  if (from === start) next++;
  const words: string[] = [];
  while (from < end) {
    const to = fineEnds[next++] ?? text.length;
    words.push(text.slice(from, to));
    from = to;
  }
  return words.join('|');
}
