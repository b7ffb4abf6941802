/** An affine map: x' = a·x + c·y + e, y' = b·x + d·y + f, as OFD's CTM writes it. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The map that does `first` and after it `next`. */
export function chainMatrices(first: Matrix, next: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [p, q, r, s, t, u] = next;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

/** The map from six numbers; the identity where they are fewer. */
export function matrixOf(numbers: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = numbers;
  return f === undefined ? [1, 0, 0, 1, 0, 0] : [a!, b!, c!, d!, e!, f];
}

export function mapPoint([a, b, c, d, e, f]: Matrix, x: number, y: number): [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
