import { distance, zScores } from '../measure/distance.ts';

export const documentMeasures = ['cosine', 'jensen_shannon', 'delta', 'jaccard'] as const;

export type DocumentMeasure = (typeof documentMeasures)[number];

/** What documents, or groups of them, are compared by. */
export interface Profiles {
  /** Names of the documents or groups, by code unit. */
  readonly names: readonly string[];
  /** Counts of each item, one row a name. */
  readonly counts: readonly Float64Array[];
  /** Words of each. */
  readonly sizes: readonly number[];
  /** Shingles of each, as numbers; left out, jaccard is of the items that occur. */
  readonly shingles?: readonly ReadonlySet<number>[];
}

/** The distance of each pair by a measure: 0 on the diagonal; NaN where it is not defined. */
export function distanceMatrix(profiles: Profiles, measure: DocumentMeasure): Float64Array[] {
  const { names, shingles } = profiles;
  const rows = rowsFor(profiles, measure);
  const matrix = names.map(() => new Float64Array(names.length));
  for (let i = 0; i < names.length; i++) {
    for (let j = 0; j < i; j++) {
      const value =
        measure === 'jaccard' && shingles !== undefined
          ? ofSets(shingles[i]!, shingles[j]!)
          : distance(rows[i]!, rows[j]!, measure).distance;
      // A cosine of 1 may come out as a little more.
      matrix[i]![j] = value < 0 ? 0 : value;
      matrix[j]![i] = matrix[i]![j]!;
    }
  }
  return matrix;
}

function rowsFor({ counts, sizes }: Profiles, measure: DocumentMeasure): readonly Float64Array[] {
  if (measure === 'jensen_shannon' || measure === 'jaccard') return counts;
  if (measure === 'delta') return zScores(counts.map((row, i) => row.map((count) => count / (sizes[i]! || 1))));
  // tf × ln(n/df) (Spärck Jones 1972); what is in every document weighs nothing.
  const weight = (counts[0] ?? new Float64Array()).map((_, item) => {
    const holding = counts.reduce((sum, row) => sum + Number(row[item]! > 0), 0);
    return holding > 0 ? Math.log(counts.length / holding) : 0;
  });
  return counts.map((row) => row.map((count, item) => count * weight[item]!));
}

function ofSets(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, great] = a.size < b.size ? [a, b] : [b, a];
  let both = 0;
  for (const item of small) if (great.has(item)) both++;
  const either = a.size + b.size - both;
  return either > 0 ? 1 - both / either : Number.NaN;
}
