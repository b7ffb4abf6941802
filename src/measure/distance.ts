export const distanceKinds = [
  'cosine',
  'jensen_shannon',
  'delta',
  'manhattan',
  'euclidean',
  'bray_curtis',
  'jaccard',
] as const;
/** A way to measure the distance of two rows, see `distance`. */
export type DistanceKind = (typeof distanceKinds)[number];

/** How far two rows of numbers of one length are apart; NaN where the kind is not defined for them. */
export interface Distance {
  readonly distance: number;
  /** 1 − distance where the distance is at most 1; NaN for kinds without a greatest distance. */
  readonly similarity: number;
}

/**
 * The distance of two rows:
 * - cosine: 1 − a·b/(|a||b|);
 * - jensen_shannon: the square root of the divergence of two distributions (rows are divided by their sums), with
 *   logarithms to `base`, 2 if left out, in which it is at most 1 (Lin 1991; Endres & Schindelin 2003);
 * - delta: the mean of |a − b| over z-scores (Burrows 2002), see `zScores`;
 * - manhattan, euclidean; bray_curtis: Σ|a − b|/Σ(a + b); jaccard: over the columns that are not 0.
 */
export function distance(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  kind: DistanceKind,
  { base = 2 }: { readonly base?: number } = {},
): Distance {
  if (a.length !== b.length) throw new RangeError(`expected rows of one length, found ${a.length} and ${b.length}`);
  const of = functions[kind];
  if (of === undefined) throw new RangeError(`expected one of ${distanceKinds.join(', ')}, found ${kind}`);
  const value = of(a, b, base);
  const isBounded = kind !== 'delta' && kind !== 'manhattan' && kind !== 'euclidean';
  return { distance: value, similarity: isBounded ? 1 - value : Number.NaN };
}

const functions: Readonly<Record<DistanceKind, (a: ArrayLike<number>, b: ArrayLike<number>, base: number) => number>> =
  {
    cosine(a, b) {
      let dot = 0;
      let aa = 0;
      let bb = 0;
      for (let i = 0; i < a.length; i++) {
        dot += a[i]! * b[i]!;
        aa += a[i]! ** 2;
        bb += b[i]! ** 2;
      }
      return 1 - dot / Math.sqrt(aa * bb);
    },
    jensen_shannon(a, b, base) {
      const sumA = sum(a);
      const sumB = sum(b);
      let divergence = 0;
      for (let i = 0; i < a.length; i++) {
        const p = a[i]! / sumA;
        const q = b[i]! / sumB;
        const middle = (p + q) / 2;
        if (p > 0) divergence += (p / 2) * Math.log(p / middle);
        if (q > 0) divergence += (q / 2) * Math.log(q / middle);
      }
      return sumA > 0 && sumB > 0 ? Math.sqrt(Math.max(0, divergence) / Math.log(base)) : Number.NaN;
    },
    delta: (a, b) => absolute(a, b) / a.length,
    manhattan: absolute,
    euclidean(a, b) {
      let squares = 0;
      for (let i = 0; i < a.length; i++) squares += (a[i]! - b[i]!) ** 2;
      return Math.sqrt(squares);
    },
    bray_curtis: (a, b) => absolute(a, b) / (sum(a) + sum(b)),
    jaccard(a, b) {
      let either = 0;
      let both = 0;
      for (let i = 0; i < a.length; i++) {
        if (a[i] !== 0 || b[i] !== 0) either++;
        if (a[i] !== 0 && b[i] !== 0) both++;
      }
      return 1 - both / either;
    },
  };

/**
 * Rows of z-scores: each column less its mean, by its sample standard deviation, both over the rows of `known` (all if left
 * out): Burrows and Evert differ in whether the text in question is among them. A column that never differs is 0.
 */
export function zScores(
  rows: readonly ArrayLike<number>[],
  known: readonly ArrayLike<number>[] = rows,
): Float64Array[] {
  const width = rows[0]?.length ?? 0;
  const scores = rows.map(() => new Float64Array(width));
  for (let column = 0; column < width; column++) {
    const mean = known.reduce((total, row) => total + row[column]!, 0) / known.length;
    const squares = known.reduce((total, row) => total + (row[column]! - mean) ** 2, 0);
    const deviation = Math.sqrt(squares / (known.length - 1));
    if (!(deviation > 0)) continue;
    for (let i = 0; i < rows.length; i++) scores[i]![column] = (rows[i]![column]! - mean) / deviation;
  }
  return scores;
}

function absolute(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += Math.abs(a[i]! - b[i]!);
  return total;
}

function sum(a: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]!;
  return total;
}
