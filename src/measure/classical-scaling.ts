import { seededRandom } from './random.ts';

/** Places of things in a plane or a space, from their distances. */
export interface Scaling {
  /** One row an item, `dimensions` numbers each; a dimension that the distances do not have is 0. */
  readonly coordinates: readonly Float64Array[];
  /** The eigenvalue of each dimension, falling. */
  readonly eigenvalues: readonly number[];
  /** Each eigenvalue by the sum of all, negative ones included, which is the trace. */
  readonly shares: readonly number[];
}

/** Beside the wanted vectors; with more of them the iteration settles in fewer steps. */
const guardVectors = 10;
const mostSteps = 2000;
const settled = 1e-13;

/**
 * Classical multidimensional scaling (Torgerson 1952, Gower 1966) of a symmetric matrix of distances. The greatest
 * coordinate of each dimension by size is positive, so that signs do not depend on the machine.
 */
export function classicalScaling(distances: readonly ArrayLike<number>[], dimensions: number): Scaling {
  const n = distances.length;
  const b = centred(distances);
  let trace = 0;
  for (let i = 0; i < n; i++) trace += b[i]![i]!;
  const { values, vectors } = leading(b, Math.min(n, dimensions));
  const coordinates = Array.from({ length: n }, () => new Float64Array(dimensions));
  const eigenvalues: number[] = [];
  for (let k = 0; k < dimensions; k++) {
    const value = values[k] ?? 0;
    // What is left by rounding where the distances have fewer dimensions.
    const isReal = value > 1e-10 * Math.max(trace, 0);
    eigenvalues.push(isReal ? value : 0);
    if (!isReal) continue;
    const sign = signOf(vectors[k]!);
    for (let i = 0; i < n; i++) coordinates[i]![k] = sign * vectors[k]![i]! * Math.sqrt(value);
  }
  return { coordinates, eigenvalues, shares: eigenvalues.map((value) => value / trace) };
}

function centred(distances: readonly ArrayLike<number>[]): Float64Array[] {
  const n = distances.length;
  const squares = distances.map((row) => Float64Array.from(row, (value) => value * value));
  const means = squares.map((row) => row.reduce((sum, value) => sum + value, 0) / n);
  const all = means.reduce((sum, value) => sum + value, 0) / n;
  return squares.map((row, i) => row.map((value, j) => -(value - means[i]! - means[j]! + all) / 2));
}

/** Greatest eigenvalues and their vectors by orthogonal iteration with Rayleigh's quotients (Golub & Van Loan, 8.2). */
function leading(matrix: readonly Float64Array[], wanted: number): { values: number[]; vectors: Float64Array[] } {
  const n = matrix.length;
  const random = seededRandom(1);
  let block: Float64Array[] = Array.from({ length: Math.min(n, wanted + guardVectors) }, () =>
    Float64Array.from({ length: n }, () => random() - 0.5),
  );
  orthonormalise(block);
  let values: number[] = [];
  for (let step = 0; step < mostSteps; step++) {
    const images = block.map((vector) => times(matrix, vector));
    const small = block.map((vector) => Float64Array.from(images, (image) => dot(vector, image)));
    const { values: found, vectors: turns } = jacobi(small);
    const order = [...found.keys()].sort((x, y) => found[y]! - found[x]! || x - y);
    values = order.map((k) => found[k]!);
    const turned = order.map((k) => combine(block, turns, k));
    const turnedImages = order.map((k) => combine(images, turns, k));
    const scale = Math.max(...values.map(Math.abs));
    let residual = 0;
    for (let k = 0; k < wanted; k++) {
      for (let i = 0; i < n; i++) {
        residual = Math.max(residual, Math.abs(turnedImages[k]![i]! - values[k]! * turned[k]![i]!));
      }
    }
    block = turned;
    if (block.length === n || residual <= settled * scale) break;
    block = turnedImages;
    orthonormalise(block);
  }
  return { values, vectors: block };
}

function times(matrix: readonly Float64Array[], vector: Float64Array): Float64Array {
  return Float64Array.from(matrix, (row) => dot(row, vector));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function combine(vectors: readonly Float64Array[], turns: readonly Float64Array[], column: number): Float64Array {
  const result = new Float64Array(vectors[0]!.length);
  vectors.forEach((vector, j) => {
    const share = turns[j]![column]!;
    for (let i = 0; i < result.length; i++) result[i]! += share * vector[i]!;
  });
  return result;
}

/** Gram & Schmidt, twice, as once loses orthogonality; what nothing is left of becomes 0. */
function orthonormalise(vectors: readonly Float64Array[]): void {
  vectors.forEach((vector, k) => {
    const before = Math.sqrt(dot(vector, vector));
    for (let pass = 0; pass < 2; pass++) {
      for (let j = 0; j < k; j++) {
        const share = dot(vector, vectors[j]!);
        for (let i = 0; i < vector.length; i++) vector[i]! -= share * vectors[j]![i]!;
      }
    }
    const length = Math.sqrt(dot(vector, vector));
    for (let i = 0; i < vector.length; i++) vector[i] = length > 1e-14 * before ? vector[i]! / length : 0;
  });
}

/** All eigenvalues of a small symmetric matrix; vectors are the columns. Jacobi 1846 */
function jacobi(matrix: readonly Float64Array[]): { values: number[]; vectors: Float64Array[] } {
  const n = matrix.length;
  const a = matrix.map((row) => row.slice());
  const vectors = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => Number(i === j)));
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let all = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        all += a[i]![j]! ** 2;
        if (i !== j) off += a[i]![j]! ** 2;
      }
    if (off <= 1e-32 * all) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, p, q);
  }
  return { values: a.map((row, i) => row[i]!), vectors };
}

function rotate(a: readonly Float64Array[], vectors: readonly Float64Array[], p: number, q: number): void {
  if (a[p]![q] === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (row: Float64Array) => {
    const x = row[p]!;
    const y = row[q]!;
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  };
  for (const row of a) turn(row);
  for (let k = 0; k < a.length; k++) {
    const x = a[p]![k]!;
    const y = a[q]![k]!;
    a[p]![k] = c * x - s * y;
    a[q]![k] = s * x + c * y;
  }
  for (const row of vectors) turn(row);
}

/** Of coordinates of equal size up to rounding the first decides. */
function signOf(vector: Float64Array): number {
  let greatest = 0;
  for (const value of vector) greatest = Math.max(greatest, Math.abs(value));
  return (vector.find((value) => Math.abs(value) > greatest * (1 - 1e-9)) ?? 1) < 0 ? -1 : 1;
}
