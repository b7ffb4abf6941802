import { bestReading } from '../engine/best-reading.ts';
import type { Lexicon } from './lexicon.ts';
import type { UserEntry } from './user-dictionary.ts';

/** An entry to add to a segmenter's dictionary. */
export interface UserWord {
  readonly form: string;
  /** On the scale of the lexicon it was made for, a whole number; at 0 no path takes it, but it has its tag. */
  readonly frequency: number;
  /** In jieba's tag set; undefined where none was given. */
  readonly tag?: string;
}

// A mark inside would make a word of a phrase (老、少、边); these occur inside names and Latin words: 卡尔·马克思, C++, AT&T.
// A name in quotation marks is part of a word (“两山”理念), but they are no part of the name.
const wordLike = /^(?!“[^“]*”$)(?:[\p{L}\p{M}\p{N}·•&+#.\-/'’@_]|“[\p{L}\p{M}\p{N}·•]+”)+$/u;
// Segmenters keep runs of letters and of digits whole; as entries, AI would be cut out of AIDS and 20 out of 2035.
const wholeAnyway = /^(?:\p{Script=Latin}[\p{Script=Latin}\d]*|[\d.]+)$/u;
/** cppjieba looks no further than this many characters ahead. */
const longestWord = 512;

/**
 * What to add to the lexicon for the listed forms and a user's entries. Of the listed forms those that it lacks get the
 * least frequency with which they win over the best path through their parts, the way jieba's suggest_freq does it: any
 * more would take characters from their neighbours. A form that the lexicon has keeps the frequency it has there. Parts
 * may be shorter listed forms: 新型举国体制 has to win over 新型 and a listed 举国体制. Listed forms that can be no word
 * (with spaces or marks, or of one character) are left out.
 *
 * Entries go before: one with a frequency replaces what the lexicon has; one without gets what makes it win, but no less
 * than it has. A character has at least the frequency of one without an entry.
 */
export function userWordFrequencies(
  listed: Iterable<string>,
  lexicon: Lexicon,
  entries: readonly UserEntry[] = [],
): UserWord[] {
  const words: UserWord[] = [];
  const known = new Map<string, number>();
  const add = (form: string, frequency: number, tag: string | undefined) => {
    known.set(form, frequency);
    words.push(tag === undefined ? { form, frequency } : { form, frequency, tag });
  };
  const open = new Map<string, UserEntry>();
  // Normalised forms of different entries may be the same.
  for (const entry of new Map(entries.map((entry) => [entry.form, entry])).values()) {
    const { form, frequency, tag } = entry;
    if (frequency !== undefined) add(form, isCharacter(form) ? Math.max(frequency, lexicon.least) : frequency, tag);
    else if (isCharacter(form)) add(form, lexicon.frequency(form) ?? lexicon.least, tag);
    else if (wholeAnyway.test(form)) add(form, lexicon.frequency(form) ?? 0, tag);
    else open.set(form, entry);
  }
  for (const form of listed) {
    if (known.has(form) || open.has(form) || !canBeWord(form)) continue;
    if (lexicon.frequency(form) === undefined) open.set(form, { form });
  }
  const inOrder = [...open.values()].sort((a, b) => a.form.length - b.form.length || (a.form < b.form ? -1 : 1));
  const longest = inOrder.reduce((length, { form }) => Math.max(length, form.length), 0);
  const others = extended(lexicon, known, longest);
  for (const { form, tag } of inOrder) {
    const parts = Math.exp(bestReading(form, others).score - (lexicon.bonus ?? 0)) * lexicon.total;
    // A billionth above, lest rounding in the logarithms turn a victory into a tie, which the parts would win.
    const frequency = Math.floor(parts * (1 + 1e-9)) + 1;
    add(form, Math.max(frequency, lexicon.frequency(form) ?? 0), tag);
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

function isCharacter(form: string): boolean {
  return form.length === 1 || (form.length === 2 && form.codePointAt(0)! > 0xffff);
}
