import type { Candidate } from './candidate.ts';

/** The parts of the score of a candidate, each from 0 to 1 but for `termhood`. */
export interface ScoreParts {
  /** log2(1 + NC-value) */
  readonly termhood: number;
  readonly freedom: number;
  readonly cohesion: number;
  readonly keyness: number;
  readonly spread: number;
}

// Where more of a measure tells nothing more: bits of entropy, of mutual information, and of the log ratio.
const most = { entropy: 4, cohesion: 10, logRatio: 12 } as const;
const weights = { base: 0.25, freedom: 0.3, cohesion: 0.2, keyness: 0.25 } as const;
/** What an occurrence in quotation marks counts: as one word of NC-value without context. */
const quotedTermhood = 0.8;
/** What a candidate of one document keeps of its score. */
const leastSpread = 0.5;

/** `logRatio` against the reference in bits; `dpNorm` NaN in a corpus of one document. */
export function scoreParts(candidate: Candidate, logRatio: number, dpNorm: number): ScoreParts {
  const { leftEntropy, rightEntropy, found } = candidate;
  // Of a name in quotation marks they say what entropy and cohesion are asked for: that it is one thing, and where it ends.
  const isQuoted = Number.isNaN(candidate.ncValue);
  const termhood = isQuoted ? quotedTermhood * found : Math.max(0, candidate.ncValue);
  const entropy = isQuoted ? Math.log2(found) : Math.min(leftEntropy, rightEntropy);
  const share = (value: number, top: number) => Math.max(0, Math.min(1, value / top));
  return {
    termhood: Math.log2(1 + termhood),
    freedom: share(entropy, most.entropy),
    cohesion: isQuoted ? 1 : share(candidate.cohesion, most.cohesion),
    keyness: share(logRatio, most.logRatio),
    spread: Number.isNaN(dpNorm) ? 1 : Math.max(0, 1 - dpNorm),
  };
}

/** The score that candidates are ranked by: how much of a term, by how free, cohesive, particular and spread it is. */
export function combinedScore({ termhood, freedom, cohesion, keyness, spread }: ScoreParts): number {
  const { base } = weights;
  const sum = base + weights.freedom * freedom + weights.cohesion * cohesion + weights.keyness * keyness;
  return termhood * sum * (leastSpread + (1 - leastSpread) * spread);
}
