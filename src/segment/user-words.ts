import { bestReading } from './best-reading.ts';
import type { Lexicon } from './lexicon.ts';

/** An entry to add to a segmenter's dictionary. */
export interface UserWord {
  readonly form: string;
  /** On the scale of the lexicon it was made for, a whole number from 1. */
  readonly frequency: number;
  /** In jieba's tag set; undefined where none was given. */
  readonly tag?: string;
}

// A mark inside would make a word of a phrase (老、少、边); these occur inside names and Latin words: 卡尔·马克思, C++, AT&T.
const wordLike = /^[\p{L}\p{M}\p{N}·•&+#.\-/'’@_]+$/u;
// Segmenters keep runs of letters and of digits whole; as entries, AI would be cut out of AIDS and 20 out of 2035.
const wholeAnyway = /^(?:\p{Script=Latin}[\p{Script=Latin}\d]*|[\d.]+)$/u;
/** cppjieba looks no further than this many characters ahead. */
const longestWord = 512;

/**
 * Entries for the listed forms that the lexicon lacks. Each gets the least frequency with which it wins over the best
 * path through its parts, the way jieba's suggest_freq does it: any more would take characters from its neighbours. A
 * form that the lexicon has keeps the frequency it has there. Parts may be shorter listed forms: 新型举国体制 has to win
 * over 新型 and a listed 举国体制. Forms that can be no word (with spaces or marks, or of one character) get no entry.
 */
export function userWordFrequencies(forms: Iterable<string>, lexicon: Lexicon): UserWord[] {
  const lacking = [...new Set(forms)].filter((form) => canBeWord(form) && lexicon.frequency(form) === undefined);
  lacking.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const words: UserWord[] = [];
  const known = new Map<string, number>();
  for (const form of lacking) {
    const parts = Math.exp(bestReading(form, extended(lexicon, known, form.length)).score - (lexicon.bonus ?? 0)) * lexicon.total;
    // A billionth above, lest rounding in the logarithms turn a victory into a tie, which the parts would win.
    const frequency = Math.floor(parts * (1 + 1e-9)) + 1;
    known.set(form, frequency);
    words.push({ form, frequency });
  }
  return words;
}

/** The lexicon with these words added. */
export function withUserWords(lexicon: Lexicon, words: readonly UserWord[]): Lexicon {
  const longest = words.reduce((length, { form }) => Math.max(length, form.length), lexicon.longest);
  return extended(lexicon, new Map(words.map(({ form, frequency }) => [form, frequency])), longest);
}

function extended(lexicon: Lexicon, words: ReadonlyMap<string, number>, longest: number): Lexicon {
  return {
    ...lexicon,
    longest: Math.max(longest, lexicon.longest),
    frequency: (word) => words.get(word) ?? lexicon.frequency(word),
  };
}

function canBeWord(form: string): boolean {
  const length = [...form].length;
  return length > 1 && length <= longestWord && wordLike.test(form) && !wholeAnyway.test(form) && /\p{L}/u.test(form);
}
