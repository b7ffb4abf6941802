const least = 0.00005;
/** From this many em on nothing is left but `least`: 0.02 exp(-2.5 x 2.4) is below it. */
const farthest = 2.4;

/**
 * How likely a line that was filled up ends `slack` em before the edge of its column (density an em, roughly): at it, or
 * short by what the next part that may not be broken (`chunk` em: a word, a number, a character whose comma may not begin
 * a line) would have needed. `loose` is how far the sum of the widths may be wrong, in em.
 */
export function fillDensity(slack: number, chunk: number, loose: number): number {
  if (slack < -1.3) return 0.004 * Math.exp(1.5 * (slack + 1.3));
  if (slack < -0.3) return 0.12;
  if (slack <= 0.3) return 0.6;
  const unexplained = slack - chunk;
  if (unexplained < -0.2) return 0.22;
  if (unexplained <= loose) return 0.07;
  if (unexplained - loose > farthest) return least;
  return Math.max(least, 0.02 * Math.exp(-2.5 * (unexplained - loose)));
}

/** Log density of a line that ends where its text ends, anywhere in a column of `column` em. */
export function endDensity(slack: number, column: number): number {
  const width = Math.max(column, 4);
  if (slack < -1.3) return Math.log(0.004) + 1.5 * (slack + 1.3) - Math.log(width);
  return slack < -0.3 ? Math.log(0.5) - Math.log(width) : -Math.log(width);
}
