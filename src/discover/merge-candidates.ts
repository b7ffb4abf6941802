import type { Candidate } from './candidate.ts';

/** One candidate a form, by form: what the words say of it goes before what the characters say. */
export function mergeCandidates(lists: readonly (readonly Candidate[])[]): Candidate[] {
  const merged = new Map<string, Candidate>();
  for (const candidate of lists.flat()) {
    const known = merged.get(candidate.form);
    if (known === undefined) {
      merged.set(candidate.form, candidate);
      continue;
    }
    const sources = [...new Set([...known.sources, ...candidate.sources])];
    // The same form in two segmentations, or in words and characters: the reading that is seen more often describes it.
    const main = known.sources[0] === candidate.sources[0] && candidate.found > known.found ? candidate : known;
    merged.set(candidate.form, { ...main, sources });
  }
  return [...merged.values()].sort((a, b) => (a.form < b.form ? -1 : 1));
}

/** A fragment is as good as never seen without what is around it. */
const fragmentShare = 0.8;

/** The longer form that a form is a fragment of; `forms` with their frequencies. Undefined where it stands by itself. */
export function fragments(
  forms: readonly { readonly form: string; readonly frequency: number }[],
  longest: number,
): Map<string, string> {
  const frequency = new Map(forms.map((one) => [one.form, one.frequency]));
  const of = new Map<string, string>();
  for (const { form, frequency: outer } of forms) {
    if (form.length > longest) continue;
    for (let from = 0; from < form.length; from++) {
      for (let to = from + 2; to <= form.length; to++) {
        if (to - from === form.length) continue;
        const part = form.slice(from, to);
        const inner = frequency.get(part);
        if (inner === undefined || outer < fragmentShare * inner) continue;
        const before = of.get(part);
        if (
          before === undefined ||
          frequency.get(before)! < outer ||
          (frequency.get(before) === outer && form < before)
        )
          of.set(part, form);
      }
    }
  }
  return of;
}
