/** Observed counts of a pair: units with both, with the first only, with the second only, with neither. */
export interface Cells {
  readonly o11: number;
  readonly o12: number;
  readonly o21: number;
  readonly o22: number;
}

/** Joint frequency `f`, marginal frequencies `f1` and `f2`, sample size `n` (the frequency signature of Evert 2004). */
export interface Signature {
  readonly f: number;
  readonly f1: number;
  readonly f2: number;
  readonly n: number;
}

/** The four cells of a signature. Throws a RangeError where the numbers contradict each other. */
export function cellsOf({ f, f1, f2, n }: Signature): Cells {
  const cells = { o11: f, o12: f1 - f, o21: f2 - f, o22: n - f1 - f2 + f };
  if (!(cells.o11 >= 0 && cells.o12 >= 0 && cells.o21 >= 0 && cells.o22 >= 0)) {
    throw new RangeError(`expected 0 <= f <= f1, f2 and f1 + f2 - f <= n, found f ${f}, f1 ${f1}, f2 ${f2}, n ${n}`);
  }
  return cells;
}

/** A table with its margins: R1 and R2 of its rows, C1 and C2 of its columns, N in all. */
export interface Table extends Cells {
  readonly r1: number;
  readonly r2: number;
  readonly c1: number;
  readonly c2: number;
  readonly n: number;
  /** O11 if rows and columns were independent: R1·C1/N. */
  readonly e11: number;
}

export function tableOf({ o11, o12, o21, o22 }: Cells): Table {
  const r1 = o11 + o12;
  const r2 = o21 + o22;
  const c1 = o11 + o21;
  const n = r1 + r2;
  return { o11, o12, o21, o22, r1, r2, c1, c2: o12 + o22, n, e11: (r1 * c1) / n };
}
