import type { Term } from '../model/term.ts';
import { foldForm } from './term-matcher.ts';

/** The strings that a list of terms looks for, each once, and what each means to which term (by index). */
export interface FormIndex {
  readonly forms: readonly string[];
  /** For each form the terms that it is a form of. */
  readonly terms: readonly (readonly number[])[];
  /** For each form the terms that do not occur inside it. */
  readonly excludes: readonly (readonly number[])[];
}

export function indexForms(
  terms: readonly Term[],
  ignoreCase: boolean,
  normalise?: (form: string) => string,
): FormIndex {
  const forms: string[] = [];
  const idOf = new Map<string, number>();
  const termsOf: number[][] = [];
  const excludes: number[][] = [];
  const idFor = (form: string) => {
    const folded = foldForm(form, normalise, ignoreCase);
    if (folded === '') return undefined;
    let id = idOf.get(folded);
    if (id === undefined) {
      id = forms.push(folded) - 1;
      idOf.set(folded, id);
      termsOf.push([]);
      excludes.push([]);
    }
    return id;
  };
  for (const [index, { term, variants, notIn }] of terms.entries()) {
    for (const form of [term, ...variants]) {
      const id = idFor(form);
      if (id !== undefined && termsOf[id]!.at(-1) !== index) termsOf[id]!.push(index);
    }
    for (const form of notIn) {
      const id = idFor(form);
      // A form that excludes itself would never be found.
      if (id !== undefined && termsOf[id]!.at(-1) !== index) excludes[id]!.push(index);
    }
  }
  return { forms, terms: termsOf, excludes };
}
