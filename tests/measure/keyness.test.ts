import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyness } from '../../src/measure/index.ts';
import { describeWithData } from '../shared-data.ts';

describe('published numbers', () => {
  test('Rayson & Garside 2000: 52 of 50,000 and 57 of 75,000', () => {
    const { g2, g2_two_cell } = keyness({ f1: 52, n1: 50000, f2: 57, n2: 75000 });
    expect(g2_two_cell).toBeCloseTo(2.6517, 4);
    expect(g2).toBeCloseTo(2.6541, 4);
  });

  test('7 and 2 of 1,000, as in the help of the R package corpora', () => {
    const found = keyness({ f1: 7, n1: 1000, f2: 2, n2: 1000 });
    expect(found.g2).toBeCloseTo(2.954494, 6);
    expect(found.log_ratio_walter).toBeCloseTo(1.584963, 6);
    expect(found.lrc).toBe(0);
    expect(found.lrc_positive).toBeCloseTo(-0.287418, 6);
    expect(found.simple_maths).toBeCloseTo(3.498751, 6);
  });
});

test('a word that one corpus lacks has bounds on one side, and numbers in the rest', () => {
  const found = keyness({ f1: 30, n1: 10000, f2: 0, n2: 10000 });
  expect(found.log_ratio).toBeCloseTo(Math.log2(60), 12);
  expect(found.log_ratio_high).toBe(Number.POSITIVE_INFINITY);
  expect(found.lrc).toBe(found.log_ratio_low);
  expect(found.lrc).toBeCloseTo(2.9341, 4);
  expect([found.percent_diff, found.odds_ratio]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect([found.difference_coefficient, found.cochran]).toEqual([1, 1]);
});

describe('laws', () => {
  const counts = fc
    .record({ n1: fc.integer({ min: 10, max: 1e7 }), n2: fc.integer({ min: 10, max: 1e7 }) })
    .chain(({ n1, n2 }) => {
      const some = (n: number) => fc.integer({ min: 1, max: Math.min(n - 1, 5000) });
      return fc.record({ f1: some(n1), n1: fc.constant(n1), f2: some(n2), n2: fc.constant(n2) });
    });

  test('target and reference change places: the signs change, the p-values stay', () => {
    fc.assert(
      fc.property(counts, ({ f1, n1, f2, n2 }) => {
        const here = keyness({ f1, n1, f2, n2 });
        const there = keyness({ f1: f2, n1: n2, f2: f1, n2: n1 });
        const signed = ['g2', 'g2_two_cell', 'chi2', 'log_ratio', 'log_ratio_walter', 'lrc', 'lrc_normal'] as const;
        for (const name of [...signed, 'difference_coefficient'] as const) {
          const room = 1e-9 * Math.max(1, Math.abs(here[name]));
          expect(Math.abs(here[name] + there[name]), name).toBeLessThan(room);
        }
        expect(there.g2_p).toBeCloseTo(here.g2_p, 12);
        expect(there.log_ratio_low).toBeCloseTo(-here.log_ratio_high, 8);
      }),
    );
  });

  test('the bounds hold the log ratio, and more comparisons make them wider', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const one = keyness(given);
        const many = keyness(given, { comparisons: 10000 });
        expect(one.log_ratio_low).toBeLessThan(one.log_ratio);
        expect(one.log_ratio_high).toBeGreaterThan(one.log_ratio);
        expect(many.log_ratio_low).toBeLessThan(one.log_ratio_low);
        expect(Math.abs(many.lrc)).toBeLessThanOrEqual(Math.abs(one.lrc));
      }),
    );
  });
});

describeWithData('599 words by log ratio', (data) => {
  const [head, ...rows] = readFileSync(join(data, 'vectors/log-ratio-gold.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t')) as [string[], ...string[][]];
  const words = rows.map((row) => Object.fromEntries(head.map((name, i) => [name, Number(row[i])])));
  const countsOf = ({ f, f1, f2, N }: Record<string, number>) => ({ f1: f!, n1: f1!, f2: f2! - f!, n2: N! - f1! });

  // All bounds of the file are corrected for its 599 words.
  const at = (confidence: number) => (word: Record<string, number>) =>
    keyness(countsOf(word), { confidence, comparisons: rows.length });

  test.each([
    ['lr', (word: Record<string, number>) => at(0.95)(word).log_ratio],
    ['clr', (word: Record<string, number>) => at(0.99)(word).lrc_normal],
    ['lrc', (word: Record<string, number>) => at(0.95)(word).lrc],
    ['lrc.positive', (word: Record<string, number>) => at(0.95)(word).lrc_positive],
    ['lrc.normal', (word: Record<string, number>) => at(0.95)(word).lrc_normal],
  ])('%s to 1e-9', (column, measure) => {
    expect(words).toHaveLength(599);
    for (const word of words) expect(Math.abs(measure(word) - word[column]!)).toBeLessThan(1e-9);
  });
});
