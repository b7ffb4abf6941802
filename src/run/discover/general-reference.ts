import type { ReferenceList } from '../../compare/reference.ts';
import type { GeneralReference } from '../../discover/discover-terms.ts';
import { lexiconOf } from '../../segment/lexicon/dictionary.ts';
import { decodeDictionary } from '../../segment/lexicon/dictionary-file.ts';

/**
 * A list of frequencies, or else the segmenter's own dictionary, as general language. A form that it lacks cannot be more
 * frequent there than the rarest word in it, by the longest words from the left: that is its frequency at most.
 */
export function generalReference(bytes: SharedArrayBuffer, list: ReferenceList | undefined): GeneralReference {
  const lexicon = lexiconOf(decodeDictionary(bytes));
  const words = (form: string): string[] => {
    const found: string[] = [];
    for (let from = 0; from < form.length; ) {
      let to = form.length;
      while (to > from + 1 && lexicon.frequency(form.slice(from, to)) === undefined) to--;
      found.push(form.slice(from, to));
      from = to;
    }
    return found;
  };
  const most = (form: string, frequency: (word: string) => number | undefined) =>
    frequency(form) ?? Math.min(...words(form).map((word) => frequency(word) ?? 0));
  if (list !== undefined) {
    return { size: list.tokens, words, frequency: (form) => most(form, (word) => list.frequency.get(word)) };
  }
  return { size: lexicon.total, words, frequency: (form) => most(form, (word) => lexicon.frequency(word)) };
}
