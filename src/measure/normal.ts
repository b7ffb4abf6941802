import { chiSquaredTail } from './chi-squared.ts';

/** Probability of a standard normal value at least as far from 0 as z. */
export function normalTwoSided(z: number): number {
  return chiSquaredTail(z * z);
}

/** The z that a standard normal value passes on either side with probability `alpha`, 0 < alpha < 1: 1.96 for 0.05. */
export function normalBound(alpha: number): number {
  if (!(alpha > 0 && alpha < 1)) return Number.NaN;
  // Newton's method on the logarithm of the tail, which is nearly a parabola; from 0.5 it climbs to the root and stays.
  let z = Math.sqrt(Math.max(0, -2 * Math.log(alpha))) * 0.8 + 0.1;
  for (let i = 0; i < 60; i++) {
    const tail = normalTwoSided(z);
    const slope = (2 * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI) / tail;
    const step = (Math.log(tail) - Math.log(alpha)) / slope;
    z = Math.max(z / 2, z + step);
    if (Math.abs(step) <= 1e-15 * z) break;
  }
  return z;
}
