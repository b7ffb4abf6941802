import type { SegmentedDocument } from '../model/document.ts';
import { countBelow } from '../text/count-below.ts';

/**
 * Whether a stretch of a text is made of whole words of the fine reading. The fine reading has to choose between 大|学生
 * and 大学|生, 民|法典 and 民法|典: before a suffix the other one counts as well. `next` is the index of the first fine end
 * that is not before `start`.
 */
export function isWhole(document: SegmentedDocument, start: number, end: number, next: number): boolean {
  const { text, tokens, fineEnds } = document;
  if (fineEnds[next] !== start) return false;
  let last = next;
  while (fineEnds[last]! < end) last++;
  if (fineEnds[last] === end) return true;
  if (end - start !== 2 || !suffixes.has(text.charAt(end))) return false;
  const token = countBelow(tokens.start, start);
  return tokens.start[token] === start && tokens.end[token] === end + 1;
}

// Characters that make a word of three out of one of two more often than they end one of two: 大学生, 银行业, 安全观, but not
// 府 (市政府), 织 (党组织) or 产 (再生产). Chosen from the words of jieba's dictionary that its best path parts one and two.
const suffixes: ReadonlySet<string> = new Set(
  '生业学院权品机率性化者员家区国法典观制力量费税厂所室站社会局厅署处级型式网链群圈带层度额券药馆',
);

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
