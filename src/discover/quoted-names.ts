import type { Candidate } from './candidate.ts';

/** “放管服”, “两个维护”: Chinese names in quotation marks on one line; longer ones are speech. 、may be part of a name. */
const quotation = /[“「『]([\p{Script=Han}A-Za-z0-9+]{2,10})[”」』]/gu;

/** Takes each name in quotation marks of a text. */
export function eachQuotedName(text: string, take: (form: string) => void): void {
  for (const [, form] of text.matchAll(quotation)) if (/\p{Script=Han}/u.test(form!)) take(form!);
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
      cValue: count,
      ncValue: 0.8 * count,
      containers: 0,
      inside: 0,
      // The marks say what entropy and cohesion are asked for: that it is one thing, and where it ends.
      cohesion: Number.POSITIVE_INFINITY,
      leftEntropy: Math.log2(count),
      rightEntropy: Math.log2(count),
      alone: count,
    }));
}
