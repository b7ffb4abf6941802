/** Most bytes that a number takes: a sign, 17 digits, a point, zeros after it, an exponent. */
export const mostNumberBytes = 32;
/** Most bytes of UTF-8 that a UTF-16 unit becomes. */
export const mostUnitBytes = 3;

const zero = 0x30;
const digits = 10;
const mostDecimals = 14;
/** Powers of ten, all exact. */
const powers = Float64Array.from({ length: mostDecimals + 1 }, (_, n) => Number(`1e${n}`));
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
  const size = Math.abs(value);
  if (size < powers[digits]! && (size >= 1e-5 || size === 0)) {
    let decimals = 0;
    let whole = size;
    if (size !== Math.floor(size)) {
      for (let scaled = size; decimals < mostDecimals && scaled < powers[digits - 1]!; scaled *= 10) decimals++;
      whole = Math.round(size * powers[decimals]!);
    }
    // As `significant` leaves it: no two decimals of so few digits are one double, so these digits are the shortest.
    if (whole / powers[decimals]! === size) return putDecimal(whole, decimals, bytes, putSign(value, bytes, at));
  }
  return putText(String(value), bytes, at);
}

function putSign(value: number, bytes: Uint8Array, at: number): number {
  if (value >= 0) return at;
  bytes[at] = 0x2d;
  return at + 1;
}

/** Puts `whole` / 10^`decimals`, `whole` below 10^11, without zeros at the end of the decimals. */
function putDecimal(whole: number, decimals: number, bytes: Uint8Array, at: number): number {
  let places = decimals;
  let rest = whole;
  while (places > 0 && rest % 10 === 0) {
    rest /= 10;
    places--;
  }
  let length = 1;
  while (length <= digits && rest >= powers[length]!) length++;
  // A digit before the point, even where all that count come after it.
  if (length <= places) length = places + 1;
  const end = at + length + (places > 0 ? 1 : 0);
  const point = places > 0 ? end - places - 1 : -1;
  // Two halves of whole numbers that fit into 32 bits.
  let high = Math.floor(rest / half);
  let low = (rest - high * half) | 0;
  for (let place = end - 1, written = 0; place >= at; place--) {
    if (place === point) {
      bytes[place] = 0x2e;
      continue;
    }
    if (written++ === 5) {
      low = high | 0;
      high = 0;
    }
    const tenth = (low / 10) | 0;
    bytes[place] = zero + low - 10 * tenth;
    low = tenth;
  }
  return end;
}
