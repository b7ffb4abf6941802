import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  adjust,
  association,
  bagSimilarity,
  cellsOf,
  cValue,
  dispersion,
  distance,
  fisherTest,
  jaccardSimilarity,
  keyness,
  localAlignment,
  lshThreshold,
  minHash,
  ncValue,
  positivePmi,
  rankSum,
  zScores,
} from '../../src/measure/index.ts';
import { describeWithData } from '../shared-data.ts';

// biome-ignore lint/suspicious/noExplicitAny: the inputs of the vectors are of many shapes
type Input = any;

const cells = ({ O11, O12, O21, O22 }: Input) => ({ o11: O11, o12: O12, o21: O21, o22: O22 });
const signature = ({ f, O11, f1, f2, N = 1e6 }: Input) => association(cellsOf({ f: f ?? O11, f1, f2, n: N }));
const equal = (counts: number[]) => dispersion({ counts, sizes: counts.map(() => 10) });

/** Nested candidates: how many longer ones hold each, and their occurrences net of those in still longer ones. */
function cValues(frequencies: Readonly<Record<string, number>>): Record<string, number> {
  const byLength = Object.keys(frequencies).sort((a, b) => b.split(' ').length - a.split(' ').length);
  const net = new Map<string, number>();
  const values: Record<string, number> = {};
  for (const term of byLength) {
    const holders = byLength.filter((other) => other !== term && ` ${other} `.includes(` ${term} `));
    const containerFrequency = holders.reduce((sum, other) => sum + net.get(other)!, 0);
    // Occurrences inside the longest are no longer those of what lies between.
    const inLonger = holders.filter((other) => !holders.some((longer) => longer !== other && longer.includes(other)));
    net.set(term, frequencies[term]! - inLonger.reduce((sum, other) => sum + frequencies[other]!, 0));
    const length = term.split(' ').length;
    values[term] = cValue({ length, frequency: frequencies[term]!, containers: holders.length, containerFrequency });
  }
  return values;
}

const adapters: Readonly<Record<string, (input: Input) => unknown>> = {
  t_score: (input) => signature(input).t_score,
  chi2: (input) => signature(input).chi2,
  log_likelihood: (input) => signature(input).g2,
  mi_log2: (input) => signature(input).pmi,
  'delta_p(w2|w1)': (input) => association(cells(input)).delta_p_b_given_a,
  'delta_p(w1|w2)': (input) => association(cells(input)).delta_p_a_given_b,
  dice: (input) => signature(input).dice,
  min_sensitivity: (input) => association(cells(input)).min_sensitivity,
  phi2: (input) => association(cells(input)).phi2,
  npmi: (input) => input.map((table: Input) => association(cells(table)).npmi),
  'fisher_two-sided': (input) => fisherTest(cells(input)).two_sided,
  // Of the source, P(X ≤ O11) is "less".
  fisher_less: (input) => fisherTest(cells(input)).less,
  fisher_greater: (input) => fisherTest(cells(input)).greater,
  chi2_yates: (input) => {
    const { chi2_yates, chi2_yates_p } = association(cells(input));
    return { chi2: Math.abs(chi2_yates), p: chi2_yates_p };
  },
  'quanteda_lambda(smoothing=.5)': ({ n11, n10, n01, n00 }) => {
    const { log_odds_ratio, log_odds_ratio_z } = association({ o11: n11, o12: n10, o21: n01, o22: n00 });
    return { lambda_: log_odds_ratio, z: log_odds_ratio_z };
  },
  logDice: (input) => signature(input).log_dice,
  ppmi_log2: ({ matrix }) => {
    const rows = positivePmi(Object.values(matrix));
    return Object.fromEntries(Object.keys(matrix).map((name, i) => [name, [...rows[i]!]]));
  },
  cosine: ({ pairs }) => pairs.map(([a, b]: [number[], number[]]) => distance(a, b, 'cosine').similarity),
  'all (size-adjusted forms, log2 KLD)': ({ parts }: { parts: string[] }) => {
    const words = parts.map((part) => part.split(' '));
    const sizes = words.map(({ length }) => length);
    const of = (word: string) => {
      const counts = words.map((part) => part.filter((other) => other === word).length);
      const { sd, vc, ...found } = dispersion({ counts, sizes });
      const { lyne_d3 } = dispersion({ counts, sizes: sizes.map(() => 10) });
      return { ...found, sd_pop: sd, vc_pop: vc, lyne_d3_equal: lyne_d3 };
    };
    return Object.fromEntries(['a', 'b', 'i', 'q', 'x'].map((word) => [word, of(word)]));
  },
  'carroll_d2(equal parts)': (input) => equal(input).carroll_d2,
  'juilland_d(equal parts)': (input) => equal(input).juilland_d,
  'rosengren_s(equal parts)': (input) => equal(input).rosengren_s,
  lyne_d3: (input) => equal(input).lyne_d3,
  dp_norm: (input) => equal(input).dp_norm,
  carroll_um: (input) => input.map((counts: number[]) => equal(counts).carroll_um),
  juilland_u: (input) => input.map((counts: number[]) => equal(counts).juilland_u),
  rosengren_kf: (input) => input.map((counts: number[]) => equal(counts).rosengren_kf),
  'arf/awt/f_awt/ald/f_ald': ({ tokens, word }: { tokens: string[]; word: string }) => {
    const positions = tokens.flatMap((token, i) => (token === word ? [i] : []));
    return dispersion({ counts: [positions.length], sizes: [tokens.length], positions });
  },
  'LL two-cell (Rayson & Garside)': (input) => keyness(input).g2_two_cell,
  '%DIFF': (input) => keyness(input).percent_diff,
  odds_ratio: (input) => keyness(input).odds_ratio,
  'simple_maths(k=1)': (input) => keyness(input, { lambda: 1 }).simple_maths,
  difference_coefficient: (input) => keyness(input).difference_coefficient,
  'wilcoxon rank sum': ({ x, y }) => rankSum(x, y).w,
  'chi2 none/yates/williams': (input) => {
    const { chi2, chi2_yates, chi2_williams } = association(cells(input));
    return { none: chi2, yates: chi2_yates, williams: chi2_williams };
  },
  adjust: (input) =>
    Object.fromEntries(
      (['bonferroni', 'sidak', 'holm', 'bh', 'by'] as const).map((method) => [method, [...adjust(input, method)]]),
    ),
  c_value: cValues,
  minhash: ({ sets }: { sets: Record<string, number[]> }) => {
    const hashes = [(x: number) => (x + 1) % 5, (x: number) => (3 * x + 1) % 5];
    return Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, minHash(set, hashes)]));
  },
  'lsh_threshold (1/b)^(b/h)': (input) => input.map(([h, b]: [number, number]) => lshThreshold(h, b)),
  'jaccard / bag': ({ a, b, bagA, bagB }) => ({ jaccard: jaccardSimilarity(a, b), bag: bagSimilarity(bagA, bagB) }),
  'local word alignment': ({ a, b }: { a: string; b: string }) => {
    const words = (text: string) => text.replace(/[,?.]/g, '').toLowerCase().split(' ');
    const [left, right] = [words(a), words(b)];
    const aligned = localAlignment(left, right, { match: 2, mismatch: -1, gap: -1 });
    const shown = (steps: Int32Array, from: string[], other: string[], others: Int32Array) =>
      [...steps].map((at, i) => (at < 0 ? '#'.repeat(other[others[i]!]!.length) : from[at])).join(' ');
    return { a: shown(aligned.a, left, right, aligned.b), b: shown(aligned.b, right, left, aligned.a) };
  },
  'smith_waterman(match 3, mismatch -3, gap -2)': ([a, b]: [string, string]) => {
    const { score, ...aligned } = localAlignment([...a], [...b], { match: 3, mismatch: -3, gap: -2 });
    const shown = (steps: Int32Array, from: string) => [...steps].map((at) => (at < 0 ? '-' : from[at])).join('');
    return { score, a: shown(aligned.a, a), b: shown(aligned.b, b) };
  },
  'sqrt(JSD)': (input) =>
    input.map(({ p, q, base }: Input) => {
      return distance(p, q, 'jensen_shannon', { base: base === 'e' || base === undefined ? Math.E : base }).distance;
    }),
  burrows_delta: ({ freq_per_1000 }: Input) => {
    const columns: number[][] = Object.values(freq_per_1000);
    const rows = [0, 1, 2, 3].map((row) => columns.map((column) => column[row]!));
    const [test, ...known] = zScores(rows, rows.slice(1));
    const names = ['Gratian1', 'dePen', 'Gratian2'];
    return Object.fromEntries(names.map((name, i) => [name, distance(test!, known[i]!, 'delta').distance]));
  },
};

interface Vector {
  readonly id: string;
  readonly kind: string;
  readonly measure: string;
  readonly input: unknown;
  readonly expected: unknown;
  readonly tolerance: number;
}

/** Places where what was found is farther from what is expected than the tolerance. */
function differences(expected: Input, found: Input, tolerance: number, place = ''): string[] {
  if (typeof expected === 'number') {
    // A little room for expectations printed in as many digits.
    return Math.abs(found - expected) <= tolerance * 1.02 ? [] : [`${place} expected ${expected}, found ${found}`];
  }
  if (typeof expected === 'string') return found === expected ? [] : [`${place} expected ${expected}, found ${found}`];
  return Object.keys(expected).flatMap((key) => differences(expected[key], found?.[key], tolerance, `${place}/${key}`));
}

describeWithData('published numbers', (data) => {
  const vectors: Vector[] = JSON.parse(readFileSync(join(data, 'vectors/vectors.json'), 'utf8'));
  // Whole files have tests of their own; windows and glyphs belong to other rooms; contexts of NC-value are below.
  const others = ['26 UCS measures', 'log ratio & conservative variants', 'nc_value(.8/.2)'];
  const ours = vectors.filter(({ kind, measure }) => !['cooc', 'pdf'].includes(kind) && !others.includes(measure));

  test.each(ours)('$id: $measure', ({ measure, input, expected, tolerance }) => {
    expect(adapters[measure], measure).toBeDefined();
    expect(differences(expected, adapters[measure]!(input), tolerance)).toEqual([]);
  });
});

// ncnc takes every word beside a candidate for context, each of which stands beside one of the six.
test('NC-value is four fifths C-value and one fifth context', () => {
  expect(ncValue(14, [])).toBeCloseTo(11.2, 9);
  const beside = [5, 11, 7, 5, 3].map((frequency) => ({ frequency, weight: 1 / 6 }));
  expect(ncValue(1551.361296, beside)).toBeCloseTo(1242.12237, 5);
  expect(ncValue(12, [{ frequency: 5, weight: 1 / 6 }])).toBeCloseTo(9.766667, 6);
});
