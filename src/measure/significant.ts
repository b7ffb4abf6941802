/** Ten digits: more than any reader needs, and few enough to hide the last bits, in which two runtimes may differ. */
const digits = 10;

/** 1 to 10^22, all exact; `10 ** n` need not be. */
const powers = Float64Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));

const least = powers[digits - 1]!;
const most = powers[digits]!;

/** A number as it stands in tables, rounded to ten significant digits; null where it is not finite. */
export function significant(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  if (Number.isInteger(value)) return value;
  const size = Math.abs(value);
  // Three times as fast as by a logarithm; tables of pairs have millions of numbers.
  let decimals = digits - 1;
  while (decimals > 0 && size * powers[decimals]! >= most) decimals--;
  while (decimals < 22 && size * powers[decimals]! < least) decimals++;
  const scaled = value * powers[decimals]!;
  if (Math.abs(scaled) < least || Math.abs(scaled) >= most) return Number(value.toPrecision(digits));
  // A whole number by an exact power of ten is the double nearest to the decimal fraction, so it prints in ten digits.
  return Math.round(scaled) / powers[decimals]!;
}
