/**
 * Probability of a χ² of one degree of freedom at or above `x` (x ≥ 0): erfc(√(x/2)). Relative error below 1e-13 down to
 * the smallest normal number, so that p-values of strong pairs keep their order; 0 below that.
 */
export function chiSquaredTail(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  const z = Math.sqrt(x / 2);
  return z < 1.5 ? 1 - seriesErf(z, x / 2) : fractionErfc(z, x / 2);
}

/** Abramowitz & Stegun 7.1.6: a series whose terms are all positive. `square` is z². */
function seriesErf(z: number, square: number): number {
  let term = z;
  let sum = z;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (2 * square) / (2 * k + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-square) * sum;
}

/** Abramowitz & Stegun 7.1.14: a continued fraction, from its last term up. `square` is z², at least 2.25. */
function fractionErfc(z: number, square: number): number {
  // Terms after which nothing changes: 85 for z = 1.5, 28 for 3, 9 for 10, found by trial; this many are a few more.
  let below = z;
  for (let k = Math.ceil(12 + 175 / square); k > 0; k--) below = z + k / 2 / below;
  return Math.exp(-square) / (Math.sqrt(Math.PI) * below);
}
