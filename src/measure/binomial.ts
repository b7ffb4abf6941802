import { deviance } from './log-likelihood.ts';

/**
 * Natural logarithm of the probability of x successes in n trials of probability p = 1 − q; x and n are whole numbers.
 * Loader 2000, Fast and Accurate Computation of Binomial Probabilities: the saddle-point form, in which nothing large
 * cancels, so that the relative error stays near 10^-14 for n of 10^8 too.
 */
export function logBinomial(x: number, n: number, p: number, q: number): number {
  if (x < 0 || x > n) return Number.NEGATIVE_INFINITY;
  if (p === 0) return x === 0 ? 0 : Number.NEGATIVE_INFINITY;
  if (q === 0) return x === n ? 0 : Number.NEGATIVE_INFINITY;
  if (x === 0) return n * (p < 0.5 ? Math.log1p(-p) : Math.log(q));
  if (x === n) return n * (q < 0.5 ? Math.log1p(-q) : Math.log(p));
  const rest = n - x;
  // x − n·p = x·q − (n − x)·p
  const difference = x * q - rest * p;
  const stirling = stirlingError(n) - stirlingError(x) - stirlingError(rest);
  const spread = 0.5 * Math.log((2 * Math.PI * x * rest) / n);
  return stirling - deviance(n * p, difference) - deviance(n * q, -difference) - spread;
}

/** ln n! less its Stirling form ½·ln(2πn) + n·ln n − n, for whole n of at least 1. */
export function stirlingError(n: number): number {
  if (n < 16) {
    let factorial = 1;
    for (let i = 2; i <= n; i++) factorial *= i;
    return Math.log(factorial) - 0.5 * Math.log(2 * Math.PI * n) - n * Math.log(n) + n;
  }
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / n;
}
