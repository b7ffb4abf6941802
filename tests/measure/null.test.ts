import { describe, expect, test } from 'vitest';
import { association, keyness } from '../../src/measure/index.ts';

/** mulberry32, so that every run sees the same chance. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const next = random(1978);
const rounds = 3000;

function successes(trials: number, share: number): number {
  let count = 0;
  for (let i = 0; i < trials; i++) if (next() < share) count++;
  return count;
}

/** Greatest distance of the p-values' distribution from the uniform one. */
function farthest(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted.reduce((most, p, i) => Math.max(most, Math.abs((i + 1) / sorted.length - p), p - i / sorted.length), 0);
}

describe('where nothing but chance is at work', () => {
  const tables = Array.from({ length: rounds }, () => {
    const o11 = successes(1500, 0.4);
    const o21 = successes(2500, 0.4);
    return { o11, o12: 1500 - o11, o21, o22: 2500 - o21 };
  });

  // Kolmogorov's bound at 0.1 %, and what whole counts add to it.
  const bound = 1.95 / Math.sqrt(rounds) + 0.015;

  test.each(['g2_p', 'chi2_p'] as const)('%s is uniform', (name) => {
    expect(farthest(tables.map((table) => association(table)[name]))).toBeLessThan(bound);
  });

  test.each(['g2_p', 'g2_two_cell_p', 'chi2_p'] as const)('of keyness %s is uniform, or rarer alarms', (name) => {
    const p = tables.map(({ o11, o12, o21, o22 }) => keyness({ f1: o11, n1: o11 + o12, f2: o21, n2: o21 + o22 })[name]);
    for (const level of [0.01, 0.05, 0.2]) {
      const alarms = p.filter((value) => value <= level).length / rounds;
      expect(alarms).toBeLessThan(level + 3.3 * Math.sqrt((level * (1 - level)) / rounds));
    }
  });

  test('Fisher and Yates raise no more alarms than their level', () => {
    for (const level of [0.01, 0.05, 0.2]) {
      for (const name of ['fisher_two_sided', 'fisher_greater', 'chi2_yates_p'] as const) {
        const alarms = tables.filter((table) => association(table)[name] <= level).length / rounds;
        expect(alarms).toBeLessThan(level + 3.3 * Math.sqrt((level * (1 - level)) / rounds));
      }
    }
  });
});
