import { benjaminiHochberg } from './correction.ts';

export const adjustments = ['none', 'bonferroni', 'sidak', 'holm', 'hochberg', 'bh', 'by'] as const;
/** A correction for many tests, see `adjust`. */
export type Adjustment = (typeof adjustments)[number];

/**
 * p-values of many tests made comparable with one level, in their order and at most 1. bonferroni, sidak, holm and hochberg
 * keep the chance of any false alarm below the level; bh (Benjamini & Hochberg 1995) keeps the share of false ones among
 * those that are called significant below it, by (Benjamini & Yekutieli 2001) also where the tests depend on each other.
 * A p-value that is not defined, NaN, stays so and counts for no test. Throws a RangeError for another method, or a p outside 0 to 1.
 */
export function adjust(p: ArrayLike<number>, method: Adjustment): Float64Array {
  if (!adjustments.includes(method)) throw new RangeError(`expected one of ${adjustments.join(', ')}, found ${method}`);
  const defined = Array.from(p).filter((value) => !Number.isNaN(value));
  const wrong = defined.find((value) => !(value >= 0 && value <= 1));
  if (wrong !== undefined) throw new RangeError(`expected p-values from 0 to 1, found ${wrong}`);
  const adjusted = adjustAll(defined, method).values();
  return Float64Array.from(p, (value) => (Number.isNaN(value) ? value : adjusted.next().value!));
}

function adjustAll(p: readonly number[], method: Adjustment): Float64Array {
  const m = p.length;
  switch (method) {
    case 'none':
      return Float64Array.from(p);
    case 'bonferroni':
      return Float64Array.from(p, (value) => Math.min(1, m * value));
    case 'sidak':
      // 1 − (1 − p)^m without losing small p
      return Float64Array.from(p, (value) => -Math.expm1(m * Math.log1p(-value)));
    case 'holm':
      return stepwise(p, (value, rank) => (m - rank) * value, true);
    case 'hochberg':
      return stepwise(p, (value, rank) => (m - rank) * value, false);
    case 'bh':
      return benjaminiHochberg(p);
    case 'by': {
      let harmonic = 0;
      for (let i = m; i > 0; i--) harmonic += 1 / i;
      return benjaminiHochberg(p).map((q) => Math.min(1, harmonic * q));
    }
  }
}

/** Goes through the p-values from the least up, or from the greatest down, and keeps the corrected ones in their order. */
function stepwise(p: ArrayLike<number>, correct: (p: number, rank: number) => number, upwards: boolean): Float64Array {
  const order = Array.from(p, (_, i) => i).sort((a, b) => p[a]! - p[b]! || a - b);
  const adjusted = new Float64Array(p.length);
  let bound = upwards ? 0 : 1;
  for (let step = 0; step < order.length; step++) {
    const rank = upwards ? step : order.length - 1 - step;
    const i = order[rank]!;
    const value = Math.min(1, correct(p[i]!, rank));
    bound = upwards ? Math.max(bound, value) : Math.min(bound, value);
    adjusted[i] = bound;
  }
  return adjusted;
}
