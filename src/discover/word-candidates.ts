import { ncValue } from '../measure/termhood.ts';
import { branches, cohesion } from './branch-entropy.ts';
import type { Candidate } from './candidate.ts';
import { frequentSequences } from './frequent-sequences.ts';
import { nestedValues } from './nested-values.ts';
import { isTermPattern, type Role, role } from './word-rules.ts';

/** Columns of `UnitColumns`. */
export interface WordUnits {
  readonly words: Uint32Array;
  readonly forms: readonly string[];
  readonly roles: readonly Role[];
}

export interface CandidateLimits {
  readonly minFrequency: number;
  /** Characters of the longest candidate. */
  readonly maxLength: number;
}

/** Bits that hold a verb and its object together where they are a slogan (扩大内需), not any verb with any noun. */
const sloganCohesion = 5;
/** Words of the longest term: 中国特色社会主义法治体系建设 has five. */
const longest = 6;
/** Share of the candidates, the best by C-value, whose neighbours weigh (Frantzi, Ananiadou & Mima 2000 take the top). */
const contextShare = 0.2;

/** Sequences of words by patterns of their parts of speech, with C-value and NC-value. */
export function wordCandidates({ words, forms, roles }: WordUnits, limits: CandidateLimits): Candidate[] {
  const levels = frequentSequences(words, limits.minFrequency, longest);
  const tokens = words.reduce((sum, unit) => sum + Math.min(unit, 1), 0);
  const bare: (Omit<Candidate, 'cValue' | 'ncValue' | 'containers' | 'inside'> & { units: number[] })[] = [];
  const neighbours: { candidate: number; unit: number; count: number }[] = [];
  for (const level of levels) {
    const { length, frequency, first } = level;
    const wanted = new Uint8Array(frequency.length);
    const index = new Int32Array(frequency.length).fill(-1);
    const cohesive = cohesion(levels, length, tokens);
    let next = bare.length;
    for (let s = 0; s < frequency.length; s++) {
      const units = words.subarray(first[s]!, first[s]! + length);
      const parts = Array.from(units, (unit) => forms[unit]!);
      const characters = parts.reduce((sum, part) => sum + part.length, 0);
      if (characters < 2 || characters > limits.maxLength) continue;
      const kinds = Array.from(units, (unit) => roles[unit]!);
      const lengths = parts.map((part) => part.length);
      if (!isTermPattern(kinds, lengths)) continue;
      if (kinds[0] === role.governing && cohesive[s]! < sloganCohesion) continue;
      wanted[s] = 1;
      index[s] = next++;
    }
    const { left, right, alone } = branches(words, level, wanted, (s, unit, count) =>
      neighbours.push({ candidate: index[s]!, unit, count }),
    );
    for (let s = 0; s < frequency.length; s++) {
      if (wanted[s] === 0) continue;
      const units = Array.from(words.subarray(first[s]!, first[s]! + length));
      bare.push({
        units,
        form: units.map((unit) => forms[unit]!).join(''),
        sources: ['words'],
        length,
        found: frequency[s]!,
        cohesion: cohesive[s]!,
        leftEntropy: left[s]!,
        rightEntropy: right[s]!,
        alone: alone[s]!,
      });
    }
  }
  // A word by itself has a value, too: log2(1 + 1) · f.
  const nested = nestedValues(
    bare.map(({ units, found }) => ({ words: units, frequency: found })),
    1,
  );
  const best = nested
    .map(({ value }, i) => ({ value, i }))
    .sort((a, b) => b.value - a.value || (bare[a.i]!.form < bare[b.i]!.form ? -1 : 1))
    .slice(0, Math.max(1, Math.ceil(bare.length * contextShare)));
  const isBest = new Uint8Array(bare.length);
  for (const { i } of best) isBest[i] = 1;
  const beside = new Map<number, Set<number>>();
  for (const { candidate, unit } of neighbours) {
    if (isBest[candidate] === 0) continue;
    const set = beside.get(unit);
    if (set === undefined) beside.set(unit, new Set([candidate]));
    else set.add(candidate);
  }
  const context = bare.map((): { frequency: number; weight: number }[] => []);
  for (const { candidate, unit, count } of neighbours) {
    const weight = (beside.get(unit)?.size ?? 0) / best.length;
    if (weight > 0) context[candidate]!.push({ frequency: count, weight });
  }
  return bare.map(({ units: _, ...candidate }, i) => {
    const { value, containers, inside } = nested[i]!;
    return { ...candidate, cValue: value, ncValue: ncValue(value, context[i]!), containers, inside };
  });
}
