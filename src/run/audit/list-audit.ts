import type { Term } from '../../model/term.ts';
import { simplify } from '../../normalise/variants.ts';
import type { TermList } from '../../tag/term-list.ts';
import { foldForm, TermMatcher } from '../../tag/term-matcher.ts';
import { type Finding, type FindingName, nowhere, type Place } from './finding.ts';
import { nearDuplicates } from './near-duplicates.ts';

/** How a run takes the forms of a list. */
export interface FormReading {
  readonly normalise: (form: string) => string;
  readonly ignoreCase: boolean;
}

/** A form of a term as a run looks for it. */
interface Form {
  readonly form: string;
  readonly owner: number;
  readonly isVariant: boolean;
  /** As it stands in the list, and with its term where it is a variant. */
  readonly written: string;
  readonly shown: string;
}

/** What term lists say by themselves, without a corpus. `terms` are those of `lists`, put together. */
export function auditLists(terms: readonly Term[], lists: readonly TermList[], reading: FormReading): Finding[] {
  const places = placesOf(lists);
  const finding = (name: FindingName, { term, category }: Term, detail: string): Finding => {
    const { document, line } = places.get(`${term}\n${category}`) ?? nowhere;
    return { finding: name, term, category, detail, count: null, document, line };
  };
  const forms = terms.flatMap(({ term, variants }, owner) =>
    [term, ...variants].map((written, i): Form => {
      const form = foldForm(written, reading.normalise, reading.ignoreCase);
      return { form, owner, isVariant: i > 0, written, shown: i > 0 ? `${written} (${term})` : term };
    }),
  );
  return [
    ...nearDuplicates(forms).map(({ first, second, similarity }) => {
      const [one, other] = [forms[first]!, forms[second]!];
      const detail = `${one.isVariant ? `${one.written} ` : ''}≈ ${other.shown} ${similarity.toFixed(3)}`;
      return { ...finding('near_duplicate', terms[one.owner]!, detail), weight: similarity };
    }),
    ...overlaps(forms, reading).map(({ owner, detail }) => finding('variant_overlap', terms[owner]!, detail)),
    ...changes(terms, reading).map(({ owner, detail }) => finding('opencc_change', terms[owner]!, detail)),
  ];
}

/** Variants that are a form of another term (=) or a part of one (⊂), under which its occurrences count as well. */
function overlaps(forms: readonly Form[], { ignoreCase }: FormReading): { owner: number; detail: string }[] {
  const variants = new Map<string, Form[]>();
  for (const form of forms) {
    if (form.isVariant && form.form !== '') variants.set(form.form, [...(variants.get(form.form) ?? []), form]);
  }
  const sought = [...variants.keys()];
  const matcher = new TermMatcher(sought, ignoreCase);
  const found: { owner: number; detail: string }[] = [];
  for (const other of forms) {
    const { length, form, start, end } = matcher.find(other.form);
    const inside = new Map<string, boolean>();
    for (let i = 0; i < length; i++) {
      inside.set(sought[form[i]!]!, start[i] === 0 && end[i] === other.form.length);
    }
    for (const [variant, isWhole] of inside) {
      for (const { owner, written } of variants.get(variant)!) {
        // Of two variants that are the same, the second is told.
        if (owner === other.owner || (isWhole && other.isVariant && owner < other.owner)) continue;
        found.push({ owner, detail: `${written} ${isWhole ? '=' : '⊂'} ${other.shown}` });
      }
    }
  }
  return found;
}

/** Forms that are not Simplified, with what becomes of them; after ≠ what a run looks for where that is something else. */
function changes(terms: readonly Term[], { normalise }: FormReading): { owner: number; detail: string }[] {
  const forms = terms.flatMap(({ term, variants, notIn }, owner) =>
    [term, ...variants, ...notIn].map((form) => ({ owner, form: form.replace(/\s+/g, ' ') })),
  );
  const text = forms.map(({ form }) => form).join('\n');
  const simplified = (simplify(text, 't').rewrite?.text ?? text).split('\n');
  return forms.flatMap(({ owner, form }, i) => {
    const result = simplified[i]!;
    if (result === form) return [];
    const sought = normalise(form);
    return [{ owner, detail: `${form} → ${result}${sought === form ? ` ≠ ${sought}` : ''}` }];
  });
}

function placesOf(lists: readonly TermList[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { name, terms, lines } of lists) {
    terms.forEach(({ term, category }, i) => {
      const key = `${term}\n${category}`;
      if (!places.has(key)) places.set(key, { document: name, line: lines[i] ?? null });
    });
  }
  return places;
}
