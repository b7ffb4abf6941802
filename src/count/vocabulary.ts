/** Forms of a total with their ids (index in `forms`) and parts of speech. */
export interface Vocabulary {
  readonly ids: Map<string, number>;
  readonly forms: string[];
  readonly tags: string[];
}

export function emptyVocabulary(): Vocabulary {
  return { ids: new Map(), forms: [], tags: [] };
}

/**
 * The id of a form, new or known. Where several types come together under one form (stems), its tag is the first of
 * theirs by code unit, an empty one last: so it does not depend on which came first.
 */
export function adopt(vocabulary: Vocabulary, form: string, tag: string): number {
  const { ids, forms, tags } = vocabulary;
  const known = ids.get(form);
  if (known === undefined) {
    ids.set(form, forms.length);
    tags.push(tag);
    return forms.push(form) - 1;
  }
  const old = tags[known]!;
  if (tag !== old && tag !== '' && (old === '' || tag < old)) tags[known] = tag;
  return known;
}

/** Adopts every form of `other`; the result is the id here of each id there. */
export function adoptAll(vocabulary: Vocabulary, other: Vocabulary): Uint32Array {
  return Uint32Array.from(other.forms, (form, id) => adopt(vocabulary, form, other.tags[id]!));
}
