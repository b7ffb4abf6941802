import type { FormNumbers, Tokens } from '../model/tokens.ts';
import { listedForm, type WordSettings } from './listed-form.ts';
import { adopt, noteUse, type Vocabulary } from './vocabulary.ts';

/** The id in a vocabulary of each type of a document that occurs in its counted blocks; -1 of those that are not listed. */
export type TypeIds = (vocabulary: Vocabulary, tokens: Tokens, counts: Uint32Array) => Int32Array;

/** What stands in a cache for a form whose id is not known yet, and for one that is left out. Others are ids. */
const unknown = -2;
const leftOut = -1;

/**
 * A function that adopts the types of one document after another. What it has looked up for the forms of each segmenter it
 * keeps, as long as the vocabulary stays the same. `withTags` gives the vocabulary the tags too.
 */
export function listedTypes(settings: WordSettings, withTags: boolean): TypeIds {
  const listed = listedForm(settings);
  const lookUp = (vocabulary: Vocabulary, { types, tag, tags }: Tokens, type: number) => {
    const typeTag = tags[tag[type]!]!;
    const form = listed(types[type]!, typeTag);
    return form === undefined ? leftOut : adopt(vocabulary, form, withTags ? typeTag : '');
  };
  const noteUses = (vocabulary: Vocabulary, { tag, tags }: Tokens, counts: Uint32Array, ids: Int32Array) => {
    for (let type = 0; type < ids.length; type++) {
      if (ids[type]! >= 0) noteUse(vocabulary, vocabulary.forms[ids[type]!]!, tags[tag[type]!]!, counts[type]!);
    }
  };
  const caches = new WeakMap<FormNumbers['forms'], { readonly vocabulary: Vocabulary; ids: Int32Array }>();

  const find: TypeIds = (vocabulary, tokens, counts) => {
    const { types, numbers } = tokens;
    const ids = new Int32Array(types.length).fill(leftOut);
    if (numbers === undefined) {
      for (let type = 0; type < ids.length; type++) {
        if (counts[type]! > 0) ids[type] = lookUp(vocabulary, tokens, type);
      }
      return ids;
    }
    const { forms, ofType } = numbers;
    let cache = caches.get(forms);
    if (cache?.vocabulary !== vocabulary) {
      cache = { vocabulary, ids: new Int32Array(0) };
      caches.set(forms, cache);
    }
    if (cache.ids.length < forms.length) {
      const grown = new Int32Array(2 * forms.length).fill(unknown, cache.ids.length);
      grown.set(cache.ids);
      cache.ids = grown;
    }
    const known = cache.ids;
    for (let type = 0; type < ids.length; type++) {
      if (counts[type] === 0) continue;
      const number = ofType[type]!;
      let id = known[number]!;
      if (id === unknown) {
        id = lookUp(vocabulary, tokens, type);
        known[number] = id;
      }
      ids[type] = id;
    }
    return ids;
  };
  return (vocabulary, tokens, counts) => {
    const ids = find(vocabulary, tokens, counts);
    if (withTags && tokens.universal !== undefined) noteUses(vocabulary, tokens, counts, ids);
    return ids;
  };
}
