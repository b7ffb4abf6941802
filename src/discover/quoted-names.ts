import type { Candidate } from './candidate.ts';

/** “放管服”, “两个维护”: Chinese names in quotation marks on one line; longer ones are speech. 、may be part of a name. */
const quotation = /[“「『]([\p{Script=Han}A-Za-z0-9+]{2,10})[”」』]/gu;

/** The names in quotation marks of a text, one an occurrence. */
export function quotedNames(text: string): string[] {
  const forms = Array.from(text.matchAll(quotation), ([, form]) => form!);
  return forms.filter((form) => /\p{Script=Han}/u.test(form));
}

/** Names that stand in quotation marks often enough, by their counts there. */
export function quotedCandidates(counts: ReadonlyMap<string, number>, least: number): Candidate[] {
  return [...counts]
    .filter(([, count]) => count >= least)
    .map(([form, count]) => ({
      form,
      sources: ['quoted'],
      length: 1,
      found: count,
      cValue: Number.NaN,
      ncValue: Number.NaN,
      containers: 0,
      inside: 0,
      cohesion: Number.NaN,
      leftEntropy: Number.NaN,
      rightEntropy: Number.NaN,
      alone: count,
    }));
}
