import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AssociationName, association, associationNames, cellsOf } from '../../src/measure/index.ts';
import { describeWithData } from '../shared-data.ts';

const of = (f: number, f1: number, f2: number, n: number) => association(cellsOf({ f, f1, f2, n }));

describe('published numbers', () => {
  test('log-likelihood of Manning & Schütze 1999, table 5.12 (as NLTK prints them)', () => {
    expect(of(110, 2552, 221, 31777).g2).toBeCloseTo(270.72, 2);
    expect(of(8, 13, 32, 31777).g2).toBeCloseTo(95.29, 2);
    expect(of(10, 10, 13, 31777).g2).toBeCloseTo(167.23, 2);
  });

  test('mutual information of Manning & Schütze 1999, table 5.14', () => {
    expect(of(20, 42, 20, 14307668).pmi).toBeCloseTo(18.38, 2);
    expect(of(20, 15019, 15629, 14307668).pmi).toBeCloseTo(0.29, 2);
    expect(of(8, 1105, 44, 15000000).pmi).toBeCloseTo(11.3, 1);
  });

  test('NPMI of Bouma 2009: 1 always together, 0 independent, −1 never together', () => {
    expect(association({ o11: 10, o12: 0, o21: 0, o22: 90 }).npmi).toBeCloseTo(1, 12);
    expect(association({ o11: 1, o12: 9, o21: 9, o22: 81 }).npmi).toBeCloseTo(0, 12);
    expect(association({ o11: 0, o12: 10, o21: 10, o22: 80 }).npmi).toBe(-1);
  });

  test('Dice of Smadja et al. 1996 and logDice of Rychlý 2008', () => {
    expect(of(130, 3121, 143, 1000000).dice).toBeCloseTo(0.08, 2);
    expect(of(130, 3121, 143, 1000000).log_dice).toBeCloseTo(10.35, 2);
    expect(of(10, 10, 10, 1000).log_dice).toBe(14);
  });

  test('two rows of the UCS toolkit (its MI is in decimal logarithms)', () => {
    const appreciated = of(1, 15334, 2, 191998);
    expect(appreciated.dice).toBeCloseTo(0.000130412102243088, 16);
    expect(appreciated.jaccard).toBeCloseTo(6.521030322791e-5, 16);
    expect(appreciated.pmi * Math.log10(2)).toBeCloseTo(0.796611250194937, 13);
    expect(appreciated.ochiai).toBeCloseTo(0.00571027827206671, 15);
    expect(appreciated.g2).toBeCloseTo(2.4487567246743, 10);
    expect(of(7, 15334, 120, 191998).g2).toBeCloseTo(-0.829802488929075, 10);
  });
});

describe('G² keeps its digits', () => {
  // Sums of 60 digits, rounded.
  test.each([
    [1001, 98999, 99000, 9801000, 0.0009996669005734723],
    [100, 9900, 99900, 9890101, 1.0111119866595997e-12],
    [5610, 168938, 2257, 10233063, 36693.84905947286],
    [3, 0, 0, 31774, 61.60703125521339],
    [0, 10, 10, 80, -2.2268174265439074],
  ])('%d %d %d %d', (o11, o12, o21, o22, expected) => {
    const { g2 } = association({ o11, o12, o21, o22 });
    expect(Math.abs(g2 / expected - 1)).toBeLessThan(1e-13);
  });
});

describe('edges', () => {
  test('a pair that never meets', () => {
    const { pmi, log_dice, jaccard, ochiai, g2 } = of(0, 10, 10, 100);
    expect([pmi, log_dice]).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    expect([jaccard, ochiai]).toEqual([0, 0]);
    expect(g2).toBeLessThan(0);
  });

  test('both in every unit: nothing to be surprised at, and NPMI is not defined', () => {
    const { expected, pmi, npmi, g2, jaccard } = of(7, 7, 7, 7);
    expect([expected, pmi, g2, jaccard]).toEqual([7, 0, 0, 1]);
    expect(npmi).toBeNaN();
  });

  test('an empty margin gives no number rather than a wrong one', () => {
    const { expected, pmi, npmi, dice, g2 } = of(0, 0, 0, 10);
    expect([expected, g2]).toEqual([0, 0]);
    expect([pmi, npmi, dice]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(association({ o11: 0, o12: 0, o21: 0, o22: 0 }).g2).toBeNaN();
  });

  test('numbers that contradict each other are refused, with what was found', () => {
    expect(() => cellsOf({ f: 5, f1: 4, f2: 9, n: 20 })).toThrow('found f 5, f1 4, f2 9, n 20');
    expect(() => cellsOf({ f: 1, f1: 4, f2: 9, n: 11 })).toThrow(RangeError);
    expect(() => cellsOf({ f: Number.NaN, f1: 4, f2: 9, n: 11 })).toThrow(RangeError);
  });
});

describe('laws', () => {
  const cell = fc.nat({ max: 1000 });
  const cells = fc.record({ o11: fc.integer({ min: 1, max: 1000 }), o12: cell, o21: cell, o22: cell });

  const directed: readonly AssociationName[] = ['delta_p_b_given_a', 'delta_p_a_given_b', 'relative_risk', 'log_ratio'];

  test('every measure but the directed ones is the same for (a, b) and (b, a), and within its bounds', () => {
    fc.assert(
      fc.property(cells, (table) => {
        const here = association(table);
        const there = association({ ...table, o12: table.o21, o21: table.o12 });
        expect(there.delta_p_a_given_b).toBe(here.delta_p_b_given_a);
        for (const name of associationNames) {
          if (directed.includes(name)) continue;
          if (Number.isNaN(here[name])) expect(there[name]).toBeNaN();
          else if (!Number.isFinite(here[name])) expect(there[name]).toBe(here[name]);
          else
            expect(Math.abs(there[name] - here[name])).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(here[name])));
        }
        for (const share of [here.dice, here.jaccard, here.ochiai]) {
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-15);
        }
        expect(here.log_dice).toBeLessThanOrEqual(14);
        if (!Number.isNaN(here.npmi)) expect(Math.abs(here.npmi)).toBeLessThanOrEqual(1 + 1e-12);
        expect(Math.sign(here.g2)).toBe(Math.sign(table.o11 * table.o22 - table.o12 * table.o21));
      }),
    );
  });

  test('ten times the counts: ten times G², the same PMI and Jaccard', () => {
    fc.assert(
      fc.property(cells, ({ o11, o12, o21, o22 }) => {
        const one = association({ o11, o12, o21, o22 });
        const ten = association({ o11: o11 * 10, o12: o12 * 10, o21: o21 * 10, o22: o22 * 10 });
        expect(ten.g2).toBeCloseTo(one.g2 * 10, 7);
        expect(ten.pmi).toBeCloseTo(one.pmi, 12);
        expect(ten.jaccard).toBeCloseTo(one.jaccard, 12);
      }),
    );
  });
});

describeWithData('all pairs of the UCS toolkit', (data) => {
  const lines = readFileSync(join(data, 'vectors/ucs-gold-100.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
  const [head, ...rows] = lines as [string[], ...string[][]];
  // Its logarithms are decimal, and its p-values −log10 p.
  const decimal = Math.log10(2);
  type Found = ReturnType<typeof association>;
  const ours: Readonly<Record<string, (found: Found) => number>> = {
    'am.Dice': ({ dice }) => dice,
    'am.Fisher.pv': ({ fisher_greater_log10 }) => -fisher_greater_log10,
    'am.Jaccard': ({ jaccard }) => jaccard,
    'am.MI': ({ pmi }) => pmi * decimal,
    'am.MI2': ({ mi2 }) => mi2 * decimal,
    'am.MI3': ({ mi3 }) => mi3 * decimal,
    'am.MS': ({ min_sensitivity }) => min_sensitivity,
    'am.chi.squared': ({ chi2 }) => chi2,
    'am.chi.squared.corr': ({ chi2_yates }) => chi2_yates,
    'am.gmean': ({ ochiai }) => ochiai,
    'am.local.MI': ({ local_mi }) => local_mi * decimal,
    'am.log.likelihood': ({ g2 }) => g2,
    // What is infinite is written as 10^7 there.
    'am.odds.ratio': ({ odds_ratio }) => (odds_ratio === Number.POSITIVE_INFINITY ? 1e7 : Math.log10(odds_ratio)),
    'am.odds.ratio.disc': ({ log_odds_ratio }) => log_odds_ratio / Math.LN10,
    'am.relative.risk': ({ relative_risk }) => Math.log10(relative_risk),
    'am.simple.ll': ({ simple_ll }) => simple_ll,
    'am.t.score': ({ t_score }) => t_score,
    'am.z.score': ({ z_score }) => z_score,
    'am.z.score.corr': ({ z_score_yates }) => z_score_yates,
  };

  test.each(Object.entries(ours))('%s to 1e-9', (column, measure) => {
    const at = (name: string) => head.indexOf(name);
    expect(rows).toHaveLength(94);
    for (const row of rows) {
      const number = (name: string) => Number(row[at(name)]);
      const found = measure(of(number('f'), number('f1'), number('f2'), number('N')));
      expect(Math.abs(found - number(column))).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(number(column))));
    }
  });
});

describeWithData('cases of vectors.json', (data) => {
  interface Case {
    id: string;
    measure: string;
    input: unknown;
    expected: unknown;
    tolerance: number;
  }
  const cases = JSON.parse(readFileSync(join(data, 'vectors/vectors.json'), 'utf8')) as Case[];
  const names: Record<string, 'g2' | 'pmi' | 'npmi' | 'dice' | 'log_dice'> = {
    log_likelihood: 'g2',
    mi_log2: 'pmi',
    npmi: 'npmi',
    dice: 'dice',
    logDice: 'log_dice',
  };
  const chosen = cases.filter((one) => one.measure in names);

  test('nine of them are measures of this file', () => expect(chosen).toHaveLength(9));

  test.each(chosen)('$id', ({ measure, input, expected, tolerance }) => {
    const inputs = (Array.isArray(input) ? input : [input]) as Record<string, number>[];
    const wanted = (Array.isArray(expected) ? expected : [expected]) as number[];
    inputs.forEach((given, i) => {
      const { O11, O12, O21, O22 } = given;
      const { f = O11, f1, f2, N = 1e6 } = given;
      const cells =
        O12 === undefined ? cellsOf({ f: f!, f1: f1!, f2: f2!, n: N }) : { o11: O11!, o12: O12, o21: O21!, o22: O22! };
      expect(Math.abs(association(cells)[names[measure]!] - wanted[i]!)).toBeLessThanOrEqual(tolerance);
    });
  });
});
