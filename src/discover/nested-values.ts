import { cValue } from '../measure/termhood.ts';

/** A candidate as the words that it is made of. */
export interface CandidateWords {
  readonly words: readonly (string | number)[];
  readonly frequency: number;
}

/** What the longer candidates say of a candidate. */
export interface NestedValue {
  readonly value: number;
  /** Longer candidates around it. */
  readonly containers: number;
  /** Its occurrences inside them, each counted once. */
  readonly inside: number;
}

/** C-value of each candidate among all of them; `smoothing` as `cValue` has it. */
export function nestedValues(candidates: readonly CandidateWords[], smoothing: number): NestedValue[] {
  const byWords = new Map(candidates.map(({ words }, i) => [words.join(' '), i]));
  const containers = new Uint32Array(candidates.length);
  const inside = new Float64Array(candidates.length);
  const order = candidates.map((_, i) => i).sort((a, b) => candidates[b]!.words.length - candidates[a]!.words.length);
  for (const i of order) {
    const { words, frequency } = candidates[i]!;
    const free = frequency - inside[i]!;
    const parts = new Set<number>();
    for (let from = 0; from < words.length; from++) {
      let key = '';
      for (let to = from; to < words.length; to++) {
        key = to === from ? String(words[to]) : `${key} ${words[to]}`;
        const part = byWords.get(key);
        if (part !== undefined && part !== i) parts.add(part);
      }
    }
    for (const part of parts) {
      containers[part]!++;
      inside[part]! += free;
    }
  }
  return candidates.map(({ words, frequency }, i) => ({
    value: cValue(
      { length: words.length, frequency, containers: containers[i]!, containerFrequency: inside[i]! },
      smoothing,
    ),
    containers: containers[i]!,
    inside: inside[i]!,
  }));
}
