import type { Term } from '../model/term.ts';

/** Too general to say anything of a candidate that holds it. */
const general = '通用词';

/**
 * A function that suggests a category: that of the longest listed terms inside a candidate, where all that stand apart in
 * it agree in the first part; else empty. Longest at its end first, for the last word is what a term is about.
 */
export function categoryGuesser(terms: readonly Term[]): (form: string) => string {
  const known = new Map<string, string>();
  for (const { term, variants, category } of terms) {
    if (category === '' || category.startsWith(general)) continue;
    for (const form of [term, ...variants]) if (form.length > 1) known.set(form, category);
  }
  return (form) => {
    const found: { category: string; length: number }[] = [];
    for (let end = form.length; end > 1; ) {
      let from = 0;
      while (from < end - 1 && !known.has(form.slice(from, end))) from++;
      if (from < end - 1) {
        found.push({ category: known.get(form.slice(from, end))!, length: end - from });
        end = from;
      } else end--;
    }
    const [last] = found;
    if (last === undefined) return '';
    const top = (category: string) => category.split('/')[0];
    if (found.some(({ category }) => top(category) !== top(last.category))) return '';
    // A term of two characters in a long candidate says little of the whole.
    const covered = found.reduce((sum, { length }) => sum + length, 0);
    if (2 * covered < form.length) return '';
    return found.every(({ category }) => category === last.category) ? last.category : top(last.category)!;
  };
}
