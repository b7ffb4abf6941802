import type { SpacedLine } from './spaced-line.ts';

/**
 * Adds the gaps inside Latin words that were letter-spaced (P o l i c y) to `closed`. Only words that stand by themselves:
 * between single spaces nothing tells where one word ends (t h e e n d), and a b c d, A B C and x y are lists or symbols.
 */
export function closeLatin(text: string, line: SpacedLine, closed: Uint8Array): void {
  const pieces = line.starts.length;
  for (let first = 0; first + 2 < pieces; first++) {
    if (!isLetter(text, line, first)) continue;
    let last = first;
    let word = text.charAt(line.starts[first]!);
    while (last + 1 < pieces && line.widths[last] === 1 && isLetter(text, line, last + 1)) {
      last++;
      word += text.charAt(line.starts[last]!);
    }
    if (standsAlone(text, line, first, last) && isWord(word)) for (let gap = first; gap < last; gap++) closed[gap] = 1;
    first = last;
  }
}

/** The/Policy from three letters on, policy from four, POLICY from five: with a vowel, and not in the order of the alphabet. */
function isWord(word: string): boolean {
  if (word.length > 14 || !/[aeiouy]/i.test(word)) return false;
  const shape = /^[A-Z][a-z]{2,}$/.test(word) || /^[a-z]{4,}$/.test(word) || /^[A-Z]{5,}$/.test(word);
  if (!shape || /^[A-F]+$/.test(word)) return false;
  let inOrder = true;
  for (let i = 1; i < word.length; i++) if (word.charCodeAt(i) !== word.charCodeAt(i - 1) + 1) inOrder = false;
  return !inOrder;
}

/** Whether line ends, wide gaps or Chinese stand on both sides. */
function standsAlone(text: string, line: SpacedLine, first: number, last: number): boolean {
  const before = first === 0 || line.widths[first - 1]! > 1 || text.charCodeAt(line.ends[first - 1]! - 1) > 0x2fff;
  const after =
    last === line.starts.length - 1 || line.widths[last]! > 1 || text.charCodeAt(line.starts[last + 1]!) > 0x2fff;
  return before && after;
}

function isLetter(text: string, line: SpacedLine, index: number): boolean {
  const start = line.starts[index]!;
  if (line.ends[index]! - start !== 1) return false;
  const unit = text.charCodeAt(start) | 0x20;
  return unit >= 0x61 && unit <= 0x7a;
}
