import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import type { BlockKind } from '../model/document.ts';
import { codePoints } from '../text/characters.ts';

/**
 * Which words are listed. All words of the counted blocks are counted whatever is listed: they are the base of the rates,
 * and a word that is left out does not make its neighbours adjacent.
 */
export interface WordSettings {
  readonly countKinds: readonly BlockKind[];
  /** Words that are left out, as they stand in the text; none by default. */
  readonly stopWords?: ReadonlySet<string>;
  /** Beginnings of parts of speech (`n` takes n, nr, nz …); empty, the default, takes all. */
  readonly tags?: readonly string[];
  /** Shortest word in characters (code points); 1 by default. */
  readonly minLength?: number;
  /** Whether words of Latin letters are listed by their stem (policies and Policy as polici); false by default. */
  readonly stemLatin?: boolean;
}

/** A function from form and tag to the form under which a type is listed; undefined where it is left out. */
export function listedForm(settings: WordSettings): (form: string, tag: string) => string | undefined {
  const { stopWords, tags = [], minLength = 1, stemLatin = false } = settings;
  return (form, tag) => {
    if (stopWords?.has(form)) return undefined;
    if (minLength > 1 && codePoints(form) < minLength) return undefined;
    if (tags.length > 0 && !tags.some((prefix) => tag.startsWith(prefix))) return undefined;
    return stemLatin && /^[A-Za-z]+$/.test(form) ? stemmer.stem(form) : form;
  };
}
