/** Most bytes that a number takes: a sign, 17 digits, a point, zeros after it, an exponent. */
export const mostNumberBytes = 32;
/** Most bytes of UTF-8 that a UTF-16 unit becomes. */
export const mostUnitBytes = 3;

const zero = 0x30;
const minus = 0x2d;
const dot = 0x2e;

/** Numbers of at most ten digits, fifteen with the zeros after the point, are put digit by digit. */
const mostSize = 1e10;
const leastSize = 1e-5;
const mostDecimals = 14;
/** Powers of ten, all exact. */
const powers = Float64Array.from({ length: mostDecimals + 1 }, (_, n) => Number(`1e${n}`));
const halfDigits = 5;
const half = 1e5;

/**
 * Puts a text into `bytes` from `at` as UTF-8 (half a surrogate pair becomes U+FFFD, as everywhere in Node); the place after
 * it, or -1 if it has a character for which CSV needs quotes.
 */
export function putText(text: string, bytes: Uint8Array, at: number): number {
  const { length } = text;
  let next = at;
  for (let i = 0; i < length; i++) {
    let unit = text.charCodeAt(i);
    if (unit < 0x80) {
      if (unit === 0x22 || unit === 0x2c || unit === 0x0d || unit === 0x0a) return -1;
      bytes[next++] = unit;
      continue;
    }
    if (unit < 0x800) {
      bytes[next++] = 0xc0 | (unit >> 6);
    } else {
      if ((unit & 0xf800) === 0xd800) {
        const low = i + 1 < length ? text.charCodeAt(i + 1) : 0;
        if (unit < 0xdc00 && (low & 0xfc00) === 0xdc00) {
          unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
          i++;
          bytes[next++] = 0xf0 | (unit >> 18);
          bytes[next++] = 0x80 | ((unit >> 12) & 0x3f);
          bytes[next++] = 0x80 | ((unit >> 6) & 0x3f);
          bytes[next++] = 0x80 | (unit & 0x3f);
          continue;
        }
        unit = 0xfffd;
      }
      bytes[next++] = 0xe0 | (unit >> 12);
      bytes[next++] = 0x80 | ((unit >> 6) & 0x3f);
    }
    bytes[next++] = 0x80 | (unit & 0x3f);
  }
  return next;
}

/** Puts a number into `bytes` from `at` as `String(value)` writes it; the place after it. */
export function putNumber(value: number, bytes: Uint8Array, at: number): number {
  if (value === (value | 0) && value >= 0) {
    const end = at + digitsOf(value);
    putDigits(value, bytes, at, end);
    return end;
  }
  const size = Math.abs(value);
  if (size < mostSize && size >= leastSize) {
    let decimals = 0;
    let whole = size;
    if (size !== Math.floor(size)) {
      for (let scaled = size; decimals < mostDecimals && scaled < mostSize / 10; scaled *= 10) decimals++;
      whole = Math.round(size * powers[decimals]!);
    }
    // As `significant` leaves it: no two decimals of so few digits are one double, so these digits are the shortest.
    if (whole / powers[decimals]! === size) {
      let start = at;
      if (value < 0) bytes[start++] = minus;
      return putDecimal(whole, decimals, bytes, start);
    }
  }
  return putText(String(value), bytes, at);
}

/** Puts `whole` / 10^`decimals`, `whole` below 10^10, without zeros at the end of the decimals. */
function putDecimal(whole: number, decimals: number, bytes: Uint8Array, at: number): number {
  // Two halves that fit into 32 bits each.
  let high = Math.floor(whole / half) | 0;
  let low = (whole - high * half) | 0;
  let places = decimals;
  let lowDigits = high === 0 ? digitsOf(low) : halfDigits;
  if (low === 0 && places >= halfDigits) {
    low = high;
    high = 0;
    places -= halfDigits;
    lowDigits = digitsOf(low);
  }
  for (; places > 0 && lowDigits > 0 && low % 10 === 0; places--, lowDigits--) low = (low / 10) | 0;
  const digits = high === 0 ? lowDigits : digitsOf(high) + lowDigits;
  if (places === 0) {
    putDigits(high, bytes, at, at + digits - lowDigits);
    putDigits(low, bytes, at + digits - lowDigits, at + digits);
    return at + digits;
  }
  // All digits with zeros before them up to one before the point, which then goes between: those before it move.
  const first = at + Math.max(0, places + 1 - digits);
  const end = first + digits;
  for (let place = at; place < first; place++) bytes[place] = zero;
  putDigits(high, bytes, first, end - lowDigits);
  putDigits(low, bytes, end - lowDigits, end);
  const point = end - places;
  for (let place = end; place > point; place--) bytes[place] = bytes[place - 1]!;
  bytes[point] = dot;
  return end + 1;
}

/** Puts the digits of a whole number that fits into 32 bits, with zeros before it where it is short. */
function putDigits(value: number, bytes: Uint8Array, from: number, to: number): void {
  let rest = value;
  for (let place = to - 1; place >= from; place--) {
    const tenth = (rest / 10) | 0;
    bytes[place] = zero + rest - 10 * tenth;
    rest = tenth;
  }
}

function digitsOf(value: number): number {
  if (value < 10) return 1;
  if (value < 100) return 2;
  if (value < 1000) return 3;
  if (value < 10000) return 4;
  let digits = 5;
  for (let limit = 100000; value >= limit; limit *= 10) digits++;
  return digits;
}
