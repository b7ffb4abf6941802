import type { Cells } from './contingency.ts';

/** How strongly two things go together. A measure that is not defined for a table is NaN. */
export interface Association {
  /** Joint count if the two were independent: R1·C1/N. */
  readonly expected: number;
  /** log2(O11/E11); minus infinity where they never meet. */
  readonly pmi: number;
  /** PMI by its greatest value, −1 to 1; −1 where they never meet, NaN where both are in every unit. */
  readonly npmi: number;
  /** Log-likelihood ratio with the sign of O11 − E11: negative where they meet less often than by chance. */
  readonly g2: number;
  readonly dice: number;
  /** At most 14; minus infinity where they never meet. */
  readonly log_dice: number;
  readonly jaccard: number;
  readonly ochiai: number;
}

/** All association measures of one table. Cells are counts, at least 0; an empty margin gives NaN for most of them. */
export function association({ o11, o12, o21, o22 }: Cells): Association {
  const r1 = o11 + o12;
  const c1 = o11 + o21;
  const n = r1 + o21 + o22;
  const expected = (r1 * c1) / n;
  // Church & Hanks 1990
  const pmi = Math.log2(o11 / expected);
  const dice = (2 * o11) / (r1 + c1); // Smadja, McKeown & Hatzivassiloglou 1996
  return {
    expected,
    pmi,
    npmi: normalise(pmi, o11, n),
    g2: logLikelihoodRatio({ o11, o12, o21, o22 }),
    dice,
    log_dice: 14 + Math.log2(dice), // Rychlý 2008
    jaccard: o11 / (r1 + o21), // Jaccard 1901
    ochiai: o11 / Math.sqrt(r1 * c1), // Ochiai 1957; the norm of co-word studies, and the cosine of two binary columns
  };
}

/** Bouma 2009: PMI / −log2(O11/N). Its limit for pairs that never meet is −1; 0/0 where both fill every unit. */
function normalise(pmi: number, o11: number, n: number): number {
  if (pmi === Number.NEGATIVE_INFINITY) return -1;
  return pmi / -Math.log2(o11 / n);
}

/**
 * Log-likelihood ratio with the sign of O11 − E11, as in `association`; NaN where there are no units.
 * Dunning 1993: G² = 2·ΣΣ O·ln(O/E), 0·ln 0 = 0. The differences O − E sum to 0, so each cell may give O·ln(O/E) − (O − E),
 * which is never negative: nothing cancels between cells of 10^7 and a G² of 10^-3.
 */
export function logLikelihoodRatio({ o11, o12, o21, o22 }: Cells): number {
  const r1 = o11 + o12;
  const r2 = o21 + o22;
  const c1 = o11 + o21;
  const c2 = o12 + o22;
  const n = r1 + r2;
  // O11 − E11, and with alternating sign that of every other cell.
  const difference = (o11 * o22 - o12 * o21) / n;
  const sum =
    cellTerm((r1 * c1) / n, difference) +
    cellTerm((r1 * c2) / n, -difference) +
    cellTerm((r2 * c1) / n, -difference) +
    cellTerm((r2 * c2) / n, difference);
  return n > 0 ? 2 * Math.sign(difference) * sum : Number.NaN;
}

/** O·ln(O/E) − (O − E) for O = E + difference. */
function cellTerm(expected: number, difference: number): number {
  if (expected === 0) return 0;
  const x = difference / expected;
  if (x <= -1) return expected;
  // Below 0.05 the closed form loses digits; its series x²/2 − x³/6 + x⁴/12 − … needs twelve terms for full precision.
  if (Math.abs(x) >= 0.05) return expected * ((1 + x) * Math.log1p(x) - x);
  let power = x * x;
  let sum = 0;
  for (let k = 2; k < 14; k++) {
    sum += power / (k * (k - 1));
    power *= -x;
  }
  return expected * sum;
}
