import type { Rewrite } from '../text/rewrite.ts';
import { DenseRewrite } from './dense-rewrite.ts';
import { begins, type PhraseDictionary } from './phrase-dictionary.ts';
import { unmatchedEnd } from './unmatched-end.ts';

/** A converted text, and where the places that no match may cross went. */
export interface Conversion {
  /** Undefined where nothing changed. */
  readonly rewrite: Rewrite | undefined;
  readonly bounds: readonly number[];
}

/**
 * Replaces what the dictionary has, from left to right, the longest match first, as OpenCC does. No match reaches across
 * one of `bounds` (rising). `alone` is told each place where no phrase decided what becomes of a character.
 */
export function convertPhrases(
  text: string,
  dictionary: PhraseDictionary,
  bounds: readonly number[],
  alone: (unit: number, at: number) => void,
): Conversion {
  let builder: DenseRewrite | undefined;
  const moved: number[] = [];
  const kinds = dictionary.begins;
  let i = 0;
  for (let bound = 0; bound <= bounds.length; bound++) {
    const limit = bounds[bound] ?? text.length;
    while (i < limit) {
      const unit = text.charCodeAt(i);
      const kind = kinds[unit]!;
      if (kind === begins.nothing) {
        i++;
        continue;
      }
      if (
        kind === begins.character ||
        (kind === begins.phrase && !(i + 1 < limit && dictionary.mayBegin(unit, text.charCodeAt(i + 1))))
      ) {
        alone(unit, i);
        const character = dictionary.character[unit]!;
        if (character !== 0 && character !== unit) {
          builder ??= new DenseRewrite(text);
          builder.keep(i);
          builder.put(character);
        }
        i++;
        continue;
      }
      const match = dictionary.match(text, i, limit);
      const end = match?.end ?? unmatchedEnd(text, i, limit);
      if (end === i + 1) alone(unit, i);
      if (match !== null && (match.value.length !== end - i || !text.startsWith(match.value, i))) {
        builder ??= new DenseRewrite(text);
        if (dictionary.aligned) putCharacters(builder, text, i, match.value);
        else putMiddle(builder, text, i, end, match.value);
      }
      i = end;
    }
    if (bound === bounds.length) break;
    builder?.keep(limit);
    moved.push(builder?.length ?? limit);
  }
  return { rewrite: builder?.finish(), bounds: moved };
}

/** 錢鍾書 → 钱锺书, character by character. */
function putCharacters(builder: DenseRewrite, text: string, start: number, value: string): void {
  let at = start;
  for (const character of value) {
    const end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
    if (text.slice(at, end) !== character) {
      builder.keep(at);
      builder.replace(end, character);
    }
    at = end;
  }
}

/** 網際網路 → 互聯網: all but what both begin and end with is replaced as a whole. */
function putMiddle(builder: DenseRewrite, text: string, start: number, end: number, value: string): void {
  const shorter = Math.min(end - start, value.length);
  let head = 0;
  while (head < shorter && text.charCodeAt(start + head) === value.charCodeAt(head)) head++;
  if (head > 0 && (value.charCodeAt(head - 1) & 0xfc00) === 0xd800) head--;
  let tail = 0;
  while (tail < shorter - head && text.charCodeAt(end - 1 - tail) === value.charCodeAt(value.length - 1 - tail)) tail++;
  if (tail > 0 && (text.charCodeAt(end - tail) & 0xfc00) === 0xdc00) tail--;
  builder.keep(start + head);
  builder.replace(end - tail, value.slice(head, value.length - tail));
}

/** Starts and ends of the phrases of a dictionary in a text: OpenCC converts each stretch between two of them by itself. */
export function phraseBounds(text: string, dictionary: PhraseDictionary): number[] {
  const bounds: number[] = [];
  const kinds = dictionary.begins;
  let i = 0;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    const kind = kinds[unit]!;
    if (kind === begins.nothing || (kind === begins.phrase && !dictionary.mayBegin(unit, text.charCodeAt(i + 1)))) {
      i++;
      continue;
    }
    const match = dictionary.match(text, i, text.length);
    const end = match?.end ?? unmatchedEnd(text, i, text.length);
    if (match !== null) {
      if (i > 0 && bounds.at(-1) !== i) bounds.push(i);
      if (end < text.length) bounds.push(end);
    }
    i = end;
  }
  return bounds;
}
