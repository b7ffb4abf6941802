import { type Cells, tableOf } from './contingency.ts';

/**
 * Log-likelihood ratio with the sign of O11 − E11; NaN where there are no units.
 * Dunning 1993: G² = 2·ΣΣ O·ln(O/E), 0·ln 0 = 0. The differences O − E sum to 0, so each cell may give O·ln(O/E) − (O − E),
 * which is never negative: nothing cancels between cells of 10^7 and a G² of 10^-3.
 */
export function logLikelihoodRatio(cells: Cells): number {
  const { r1, r2, c1, c2, n } = tableOf(cells);
  const { o11, o12, o21, o22 } = cells;
  // O11 − E11, and with alternating sign that of every other cell.
  const difference = (o11 * o22 - o12 * o21) / n;
  const sum =
    deviance((r1 * c1) / n, difference) +
    deviance((r1 * c2) / n, -difference) +
    deviance((r2 * c1) / n, -difference) +
    deviance((r2 * c2) / n, difference);
  return n > 0 ? 2 * Math.sign(difference) * sum : Number.NaN;
}

/** O·ln(O/E) − (O − E) for O = E + `difference`, with full precision where O is close to E; at least 0. */
export function deviance(expected: number, difference: number): number {
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
