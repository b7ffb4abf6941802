import { type AssociationName, associationMeasure, associationNames } from '../measure/association.ts';
import type { Table } from '../measure/contingency.ts';

/** Measures that are probabilities: each may be corrected for the number of tests. */
const probabilities = [
  't_score_p',
  'z_score_p',
  'g2_p',
  'simple_ll_p',
  'chi2_p',
  'chi2_yates_p',
  'fisher_greater',
  'fisher_less',
  'fisher_two_sided',
] as const satisfies readonly AssociationName[];

/** A measure that is the probability of a test. */
export type Probability = (typeof probabilities)[number];

type Corrected = CorrectedName<Probability>;

/** g2_p is corrected to g2_q, fisher_less to fisher_less_q. */
type CorrectedName<Name extends string> = Name extends `${infer Test}_p` ? `${Test}_q` : `${Name}_q`;

/** What a column of cooccurrence.csv beyond the counts can hold. */
export type PairMeasure = AssociationName | Corrected | 'p_value' | 'q_value';

/** The columns of a run that asks for no others. */
export const defaultMeasures: readonly PairMeasure[] = [
  'expected',
  'pmi',
  'npmi',
  'g2',
  'log_dice',
  'jaccard',
  'ochiai',
  'p_value',
  'q_value',
];

function correctedName(name: Probability): Corrected {
  return `${name.replace(/_p$/, '')}_q` as Corrected;
}

const tests = new Map<PairMeasure, Probability>([
  ['p_value', 'g2_p'],
  ['q_value', 'g2_p'],
  ...probabilities.flatMap((name): [PairMeasure, Probability][] => [
    [name, name],
    [correctedName(name), name],
  ]),
]);

/** Every one, the default ones first; each correction stands behind what it corrects. */
export const pairMeasures: readonly PairMeasure[] = [
  ...new Set<PairMeasure>([
    ...defaultMeasures,
    ...associationNames.flatMap((name): PairMeasure[] => (isProbability(name) ? [name, correctedName(name)] : [name])),
  ]),
];

/** How the column of a measure is made: from the table of its pair, or from one test for all pairs. */
export type MeasureSource =
  | { readonly of: 'table'; readonly value: (table: Table) => number }
  | { readonly of: 'test' | 'correction'; readonly test: Probability };

export function sourceOf(measure: PairMeasure): MeasureSource {
  const test = tests.get(measure);
  if (test === undefined) return { of: 'table', value: associationMeasure(measure as AssociationName) };
  return { of: measure === 'q_value' || measure.endsWith('_q') ? 'correction' : 'test', test };
}

function isProbability(name: AssociationName): name is Probability {
  return (probabilities as readonly AssociationName[]).includes(name);
}
