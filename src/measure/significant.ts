/** Ten digits: more than any reader needs, and few enough to hide the last bits, in which two runtimes may differ. */
const digits = 10;

/** 1 to 10^22, all exact; `10 ** n` need not be. */
const powers = Float64Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));

/** A number as it stands in tables, rounded to ten significant digits; null where it is not finite. */
export function significant(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  if (Number.isInteger(value)) return value;
  const decimals = digits - 1 - Math.floor(Math.log10(Math.abs(value)));
  // A whole number by an exact power of ten is the double nearest to the decimal fraction, so it prints in ten digits.
  const scale = powers[decimals];
  if (scale === undefined) return Number(value.toPrecision(digits));
  return Math.round(value * scale) / scale;
}
