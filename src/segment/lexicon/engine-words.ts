import type { Engine } from '../../model/engine.ts';
import { bestReading } from '../engine/best-reading.ts';
import { type Dictionary, lexiconOf } from './dictionary.ts';
import { addWords, type ExtendedDictionary } from './listed-words.ts';
import type { UserEntry } from './user-dictionary.ts';
import { type UserWord, userWordFrequencies, withUserWords } from './user-words.ts';
import { WordForms } from './word-forms.ts';

/** The words of an engine, and what every engine says of them. */
export interface EngineWords extends ExtendedDictionary {
  /** Those that were added to the dictionary. */
  readonly userWords: readonly UserWord[];
  readonly forms: WordForms;
  readonly lookUps: Pick<Engine, 'form' | 'id' | 'tag' | 'parts'>;
}

/**
 * A dictionary with the user's `entries` and those of the `listed` forms that it lacks (see `userWordFrequencies`); `bonus`
 * is what the engine adds to the log probability of each word.
 */
export function engineWords(
  builtin: Dictionary,
  listed: Iterable<string>,
  entries: readonly UserEntry[],
  bonus: number,
): EngineWords {
  const lexicon = { ...lexiconOf(builtin), bonus };
  const userWords = userWordFrequencies(listed, lexicon, entries);
  const extended = withUserWords(lexicon, userWords);
  const words = addWords(builtin, userWords, bonus);
  const forms = new WordForms(words.dictionary, words.listed);
  return {
    ...words,
    userWords,
    forms,
    lookUps: {
      form: (id) => forms.form(id),
      id: (form) => forms.idOf(form, 0, form.length),
      tag: (id) => forms.tag(id),
      parts: (form) => bestReading(form, extended).ends,
    },
  };
}
