import { logBinomial } from './binomial.ts';
import { type Cells, type Table, tableOf } from './contingency.ts';

/** p-values of Fisher's exact test (Fisher 1935; Pedersen 1996 for collocations). */
export interface FisherTest {
  /** P(X ≥ O11): small where the two attract each other. */
  readonly greater: number;
  /** P(X ≤ O11): small where they avoid each other. */
  readonly less: number;
  /** Probability of all tables that are not more probable than this one. */
  readonly two_sided: number;
  /** Decimal logarithm of `greater`, which does not underflow. */
  readonly log10_greater: number;
}

// Tables as probable as the observed one may differ from it in the last digits; R's fisher.test allows as much.
const tie = 1e-7;

/** The hypergeometric tails of a table of whole numbers; all NaN for an empty table. */
export function fisherTest(cells: Cells): FisherTest {
  const table = tableOf(cells);
  const { o11: x, n } = table;
  if (!(n > 0)) return { greater: Number.NaN, less: Number.NaN, two_sided: Number.NaN, log10_greater: Number.NaN };
  const mode = Math.floor(((table.r1 + 1) * (table.c1 + 1)) / (n + 2));
  const log = logHypergeometric(table, x);
  const point = Math.exp(log);
  // The shorter tail is summed; the other one is what is left, with the observed table in both.
  const isUpper = x >= mode;
  const sum = tail(table, x, isUpper);
  const near = Math.min(1, point * sum);
  const far = Math.min(1, 1 - near + point);
  const greater = isUpper ? near : far;
  const two_sided = x === mode ? 1 : Math.min(1, near + otherTail(table, log, mode, isUpper));
  return {
    greater,
    less: isUpper ? far : near,
    two_sided,
    log10_greater: isUpper ? Math.min(0, (log + Math.log(sum)) / Math.LN10) : Math.log10(greater),
  };
}

/** ln P(X = x) with the margins of the table. Loader's form: a ratio of three binomials of the same p. */
function logHypergeometric({ r1, r2, c1, c2, n }: Table, x: number): number {
  const p = c1 / n;
  const q = c2 / n;
  return logBinomial(x, r1, p, q) + logBinomial(c1 - x, r2, p, q) - logBinomial(c1, n, p, q);
}

/** Sum of P(X = k) over k from x on, upwards or downwards, by P(X = x). */
function tail({ r1, r2, c1 }: Table, x: number, upwards: boolean): number {
  let sum = 1;
  let term = 1;
  for (let k = x; term > Number.EPSILON * sum * 0.01; ) {
    if (upwards) {
      term *= ((r1 - k) * (c1 - k)) / ((k + 1) * (r2 - c1 + k + 1));
      k++;
    } else {
      term *= (k * (r2 - c1 + k)) / ((r1 - k + 1) * (c1 - k + 1));
      k--;
    }
    sum += term;
  }
  return sum;
}

/** The tail beyond the mode of all values that are not more probable than the observed one. */
function otherTail(table: Table, log: number, mode: number, isUpper: boolean): number {
  const least = Math.max(0, table.c1 - table.r2);
  const most = Math.min(table.r1, table.c1);
  // Probabilities fall from the mode to either end: the first value that is improbable enough is found by halving.
  const side = isUpper ? -1 : 1;
  const reach = isUpper ? mode - least : most - mode;
  const isImprobable = (distance: number) => logHypergeometric(table, mode + side * distance) <= log + tie;
  let low = 0;
  let high = reach + 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isImprobable(middle)) high = middle;
    else low = middle + 1;
  }
  if (low > reach) return 0;
  const from = mode + side * low;
  return Math.exp(logHypergeometric(table, from)) * tail(table, from, !isUpper);
}
