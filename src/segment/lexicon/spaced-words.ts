import { crossed, separator } from '../engine/best-path.ts';
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
  const { codes, bases, steps } = trie;
  const isWord = new Uint8Array(steps.length);
  for (const slot of slots) isWord[slot] = 1;
  return (text, places) => {
    for (let i = 0; i < text.length; i++) {
      let end = i;
      for (let next = i, slot = 0; next < text.length; ) {
        const code = codes[text.charCodeAt(next)]!;
        slot = bases[slot]! + code;
        if (steps[slot] !== code) break;
        next++;
        if (isWord[slot] === 1) end = next;
      }
      for (let inside = i; inside < end; inside++) if (places[inside] === separator) places[inside] = crossed;
    }
  };
}
