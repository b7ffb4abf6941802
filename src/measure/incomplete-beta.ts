import { logBinomial } from './binomial.ts';

/**
 * Regularised incomplete beta function I_x(a, b) for whole a and b of at least 1: the probability of a or more successes in
 * a + b − 1 trials of probability x.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return x * (a + b + 2) < a + 1 ? fraction(x, a, b) : 1 - fraction(1 - x, b, a);
}

/**
 * The x at which I_x(a, b) = p, for whole a and b of at least 1 and 0 < p < 1: the bound of a share (Clopper & Pearson 1934).
 */
export function betaQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let i = 0; i < 200; i++) {
    const value = incompleteBeta(x, a, b) - p;
    if (value === 0) return x;
    if (value < 0) low = x;
    else high = x;
    // The density: a times the binomial term of a successes in a + b − 1 trials, by x.
    const density = (a / x) * Math.exp(logBinomial(a, a + b - 1, x, 1 - x));
    const newton = x - value / density;
    // Where Newton's step leaves the bracket, halving never fails.
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 2 * Number.EPSILON * x) return next;
    x = next;
  }
  return x;
}

/** The continued fraction of Press et al., Numerical Recipes (2007), 6.4.5, by the method of Lentz 1976. */
function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1), tiny);
  let h = d;
  // Converges in some √max(a, b) steps.
  const most = 200 + 10 * Math.sqrt(Math.max(a, b));
  for (let m = 1; m < most; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d, tiny);
    c = nonZero(1 + even / c, tiny);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d, tiny);
    c = nonZero(1 + odd / c, tiny);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  // x^a·(1 − x)^b/(a·B(a, b)) = (1 − x)·P(a of a + b − 1)
  return (1 - x) * Math.exp(logBinomial(a, a + b - 1, x, 1 - x)) * h;
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
