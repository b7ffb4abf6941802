/** Forms of a total with their ids (index in `forms`) and parts of speech. */
export interface Vocabulary {
  readonly ids: Map<string, number>;
  readonly forms: string[];
  readonly tags: string[];
  /** How often a form has a tag, by both with a tab between; empty where no form was tagged by its context. */
  readonly uses: Map<string, number>;
}

export function emptyVocabulary(): Vocabulary {
  return { ids: new Map(), forms: [], tags: [], uses: new Map() };
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

/** Notes that a form was used so often with this tag. */
export function noteUse({ uses }: Vocabulary, form: string, tag: string, count: number): void {
  const key = `${form}\t${tag}`;
  uses.set(key, (uses.get(key) ?? 0) + count);
}

/** The tag of each form: where it was tagged by its context the most frequent, of equals the first by code unit. */
export function usualTags({ ids, forms, tags, uses }: Vocabulary): readonly string[] {
  if (uses.size === 0) return tags;
  const idOf = ids.size === forms.length ? ids : new Map(forms.map((form, id) => [form, id]));
  const usual = [...tags];
  const most = new Float64Array(forms.length);
  for (const [key, count] of uses) {
    const tab = key.lastIndexOf('\t');
    const id = idOf.get(key.slice(0, tab))!;
    const tag = key.slice(tab + 1);
    if (count < most[id]! || (count === most[id]! && tag > usual[id]!)) continue;
    most[id] = count;
    usual[id] = tag;
  }
  return usual;
}

/** Adopts every form of `other`, and what it notes of them; the result is the id here of each id there. */
export function adoptAll(vocabulary: Vocabulary, other: Vocabulary): Uint32Array {
  for (const [key, count] of other.uses) vocabulary.uses.set(key, (vocabulary.uses.get(key) ?? 0) + count);
  return Uint32Array.from(other.forms, (form, id) => adopt(vocabulary, form, other.tags[id]!));
}
