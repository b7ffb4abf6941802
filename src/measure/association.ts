import { chiSquaredTail } from './chi-squared.ts';
import { type Cells, type Table, tableOf } from './contingency.ts';
import { fisherTest } from './fisher.ts';
import { deviance, logLikelihoodRatio } from './log-likelihood.ts';
import { normalTwoSided } from './normal.ts';

/**
 * The association measures of a table by name. What compares O11 with E11 by a square or a logarithm of likelihoods (g2,
 * simple_ll, chi2 …) has the sign of O11 − E11, as in the UCS toolkit: negative where the two avoid each other.
 */
const measures = {
  /** Joint count if the two were independent: R1·C1/N. */
  expected: ({ e11 }) => e11,
  /** The smallest of the four expected counts, and whether it is 5 or more, below which χ² and G² are no χ². Cochran 1954 */
  expected_min: smallestExpected,
  cochran: (table) => (table.n > 0 ? Number(smallestExpected(table) >= 5) : Number.NaN),
  /** log2(O11/E11); minus infinity where they never meet. Church & Hanks 1990 */
  pmi: ({ o11, e11 }) => Math.log2(o11 / e11),
  /** Daille 1994, for k = 2 and 3 */
  mi2: ({ o11, e11 }) => Math.log2(o11 ** 2 / e11),
  mi3: ({ o11, e11 }) => Math.log2(o11 ** 3 / e11),
  /** O11·PMI, the share of the pair in the mutual information of all. */
  local_mi: ({ o11, e11 }) => (o11 === 0 ? 0 : o11 * Math.log2(o11 / e11)),
  ppmi: ({ o11, e11 }) => Math.max(0, Math.log2(o11 / e11)),
  /** −1 where they never meet, 0 independent, 1 always together; NaN where both are in every unit. Bouma 2009 */
  npmi: ({ o11, e11, n }) => (o11 === 0 && e11 > 0 ? -1 : Math.log2(o11 / e11) / -Math.log2(o11 / n)),
  /** Church et al. 1991 */
  t_score: ({ o11, e11 }) => (o11 - e11) / Math.sqrt(o11),
  /** Dennis 1964 */
  z_score: ({ o11, e11 }) => (o11 - e11) / Math.sqrt(e11),
  z_score_yates: ({ o11, e11 }) => (o11 - e11 - 0.5 * Math.sign(o11 - e11)) / Math.sqrt(e11),
  /** Dunning 1993 */
  g2: logLikelihoodRatio,
  /** Dunning's G² by the correction of Williams 1976. */
  g2_williams: (table) => logLikelihoodRatio(table) / williams(table),
  /** 2·(O11·ln(O11/E11) − (O11 − E11)), the part of the pair itself. Evert 2004 */
  simple_ll: ({ o11, e11 }) => 2 * Math.sign(o11 - e11) * deviance(e11, o11 - e11),
  /** Pearson 1900 */
  chi2: (table) => chiSquared(table, 0),
  /** With |O11·O22 − O12·O21| less N/2. Yates 1934 */
  chi2_yates: (table) => chiSquared(table, table.n / 2),
  chi2_williams: (table) => chiSquared(table, 0) / williams(table),
  /** χ²/N, the square of the correlation of two binary columns. Gale & Church 1991 */
  phi2: (table) => Math.abs(chiSquared(table, 0)) / table.n,
  /** 2·O11/(R1 + C1). Smadja, McKeown & Hatzivassiloglou 1996 */
  dice: ({ o11, r1, c1 }) => (2 * o11) / (r1 + c1),
  /** At most 14; minus infinity where they never meet. Rychlý 2008 */
  log_dice: ({ o11, r1, c1 }) => 14 + Math.log2((2 * o11) / (r1 + c1)),
  /** Jaccard 1901 */
  jaccard: ({ o11, r1, o21 }) => o11 / (r1 + o21),
  /** The norm of co-word studies, and the cosine of two binary columns. Ochiai 1957 */
  ochiai: ({ o11, r1, c1 }) => o11 / Math.sqrt(r1 * c1),
  /** O11²/(R1·C1). Callon, Courtial & Laville 1991 */
  equivalence: ({ o11, r1, c1 }) => (o11 * o11) / (r1 * c1),
  /** O11/(R1·C1), the probabilistic affinity but for N. van Eck & Waltman 2009 */
  association_strength: ({ o11, r1, c1 }) => o11 / (r1 * c1),
  /** P(b | a) − P(b | not a), and the other way round. Gries 2013 */
  delta_p_b_given_a: ({ o11, o21, r1, r2 }) => o11 / r1 - o21 / r2,
  delta_p_a_given_b: ({ o11, o12, c1, c2 }) => o11 / c1 - o12 / c2,
  /** The smaller of P(b | a) and P(a | b). Pedersen & Bruce 1996 */
  min_sensitivity: ({ o11, r1, c1 }) => o11 / Math.max(r1, c1),
  odds_ratio: ({ o11, o12, o21, o22 }) => (o11 * o22) / (o12 * o21),
  /** ln of the odds ratio with ½ added to each cell, which is the λ of Blaheta & Johnson 2001 for pairs; and its z. */
  log_odds_ratio: logOddsRatio,
  log_odds_ratio_z: (table) => logOddsRatio(table) / oddsError(table),
  /** (O11/C1)/(O12/C2): how much more of b than of all else is with a. */
  relative_risk: ({ o11, o12, c1, c2 }) => o11 / c1 / (o12 / c2),
  /** log2 of (O11/R1)/(O21/R2), a count of 0 in either taken for ½. Hardie 2014 */
  log_ratio: ({ o11, o21, r1, r2 }) => Math.log2((o11 || 0.5) / r1 / ((o21 || 0.5) / r2)),
  /** Probability of such a value or one farther from independence. Of t and z by the normal distribution, on both sides. */
  t_score_p: ({ o11, e11 }) => normalTwoSided((o11 - e11) / Math.sqrt(o11)),
  z_score_p: ({ o11, e11 }) => normalTwoSided((o11 - e11) / Math.sqrt(e11)),
  g2_p: (table) => chiSquaredTail(Math.abs(logLikelihoodRatio(table))),
  simple_ll_p: ({ o11, e11 }) => chiSquaredTail(2 * deviance(e11, o11 - e11)),
  chi2_p: (table) => chiSquaredTail(Math.abs(chiSquared(table, 0))),
  chi2_yates_p: (table) => chiSquaredTail(Math.abs(chiSquared(table, table.n / 2))),
  /** Fisher 1935: one-sided for attraction (as in Pedersen 1996) and for avoidance, two-sided; decimal logarithm of the first. */
  fisher_greater: (table) => fisherTest(table).greater,
  fisher_less: (table) => fisherTest(table).less,
  fisher_two_sided: (table) => fisherTest(table).two_sided,
  fisher_greater_log10: (table) => fisherTest(table).log10_greater,
} satisfies Record<string, (table: Table) => number>;

/** Name of an association measure. */
export type AssociationName = keyof typeof measures;

/** How strongly two things go together. A measure that is not defined for a table is NaN. */
export type Association = Readonly<Record<AssociationName, number>>;

export const associationNames = Object.keys(measures) as readonly AssociationName[];

/**
 * All association measures of one table. Cells are counts; an empty margin gives NaN for most of them. Throws a RangeError
 * where a cell is below 0 or no number.
 */
export function association(cells: Cells): Association {
  for (const name of ['o11', 'o12', 'o21', 'o22'] as const) {
    if (!(cells[name] >= 0)) throw new RangeError(`expected cells of 0 or more, found ${name} ${cells[name]}`);
  }
  const table = tableOf(cells);
  const values: Partial<Record<AssociationName, number>> = {};
  for (const name of associationNames) values[name] = measures[name](table);
  return values as Association;
}

/** One of the measures, for many tables. */
export function associationMeasure(name: AssociationName): (table: Table) => number {
  return measures[name];
}

function smallestExpected({ r1, r2, c1, c2, n }: Table): number {
  return (Math.min(r1, r2) * Math.min(c1, c2)) / n;
}

/** N·(|O11·O22 − O12·O21| − `correction`)²/(R1·R2·C1·C2) with the sign of the difference; 0 for a table without any. */
function chiSquared({ o11, o12, o21, o22, r1, r2, c1, c2, n }: Table, correction: number): number {
  const difference = o11 * o22 - o12 * o21;
  const distance = Math.abs(difference) - correction;
  // In quotients, as the product of four margins of 10^8 would lose nothing but may pass the largest number for greater ones.
  return Math.sign(difference) * ((distance / r1 / c1) * (distance / r2 / c2)) * n;
}

/** Williams 1976: q = 1 + (N/R1 + N/R2 − 1)(N/C1 + N/C2 − 1)/(6N). */
function williams({ r1, r2, c1, c2, n }: Table): number {
  return 1 + ((n / r1 + n / r2 - 1) * (n / c1 + n / c2 - 1)) / (6 * n);
}

function logOddsRatio({ o11, o12, o21, o22 }: Table): number {
  return Math.log(((o11 + 0.5) / (o12 + 0.5)) * ((o22 + 0.5) / (o21 + 0.5)));
}

/** Standard error of `logOddsRatio`. */
function oddsError({ o11, o12, o21, o22 }: Table): number {
  return Math.sqrt(1 / (o11 + 0.5) + 1 / (o12 + 0.5) + 1 / (o21 + 0.5) + 1 / (o22 + 0.5));
}
