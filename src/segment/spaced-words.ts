import { crossed, separator } from './best-path.ts';
import { buildDoubleArray } from './double-array.ts';

/**
 * Finds words that hold characters at which a segmenter cuts before it looks for any (人工 智能, 好，走), and opens those
 * separators to the search. Undefined where there are no such words.
 */
export function openSeparators(
  words: Iterable<string>,
  separators: string,
): ((text: string, places: Uint8Array) => void) | undefined {
  const spaced = [...words].filter((word) => [...separators].some((mark) => word.includes(mark)));
  if (spaced.length === 0) return undefined;
  const { trie, slots } = buildDoubleArray(spaced);
  const { codes, cells } = trie;
  const isWord = new Uint8Array(cells.length / 2);
  for (const slot of slots) isWord[slot] = 1;
  return (text, places) => {
    for (let i = 0; i < text.length; i++) {
      let end = i;
      for (let next = i, slot = 0; next < text.length; ) {
        const child = cells[2 * slot]! + codes[text.charCodeAt(next)]!;
        if (cells[2 * child + 1] !== slot) break;
        slot = child;
        next++;
        if (isWord[slot] === 1) end = next;
      }
      for (let inside = i; inside < end; inside++) if (places[inside] === separator) places[inside] = crossed;
    }
  };
}
