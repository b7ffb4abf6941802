/** What a scanner of RTF tells of, in the order of the file. */
export interface RtfListener {
  open(): void;
  close(): void;
  /** A control word and its number; undefined where it has none. */
  word(name: string, value: number | undefined): void;
  /** A control symbol, such as `~` or `*`. */
  symbol(character: string): void;
  /** A byte of text. */
  byte(value: number): void;
}

const longestWord = 32;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const space = 0x20;

/**
 * Reads a file in RTF (1.9.1) up to the end of its outermost group. Gives whether that end was there. Binary data is passed
 * over; nothing is nested here, so that a file may have groups of any depth.
 */
export function scanRtf(bytes: Uint8Array, listener: RtfListener): boolean {
  let depth = 0;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at++]!;
    if (byte === openBrace) {
      depth++;
      listener.open();
    } else if (byte === closeBrace) {
      listener.close();
      depth--;
      if (depth <= 0) return depth === 0;
    } else if (byte !== backslash) {
      // Breaks of lines are the writing program's; a zero byte is none of a text.
      if (byte !== 0x0a && byte !== 0x0d && byte !== 0) listener.byte(byte);
    } else at = control(bytes, at, listener);
  }
  return false;
}

/** Reads what follows a backslash and gives the place after it. */
function control(bytes: Uint8Array, from: number, listener: RtfListener): number {
  const first = bytes[from];
  if (first === undefined) return from;
  if (!isLetter(first)) {
    if (first === 0x27) {
      const value = (hexDigit(bytes[from + 1]) << 4) | hexDigit(bytes[from + 2]);
      if (value >= 0) {
        listener.byte(value);
        return from + 3;
      }
      return from + 1;
    }
    if (first === backslash || first === openBrace || first === closeBrace) listener.byte(first);
    // A backslash before a break of the line ends a paragraph.
    else if (first === 0x0a || first === 0x0d) listener.word('par', undefined);
    else listener.symbol(String.fromCharCode(first));
    return from + 1;
  }
  let at = from;
  let name = '';
  while (at < bytes.length && isLetter(bytes[at]!) && name.length < longestWord)
    name += String.fromCharCode(bytes[at++]!);
  const isNegative = bytes[at] === 0x2d && isDigit(bytes[at + 1]);
  if (isNegative) at++;
  let value: number | undefined;
  while (isDigit(bytes[at])) value = Math.min((value ?? 0) * 10 + bytes[at++]! - 0x30, 0x7fffffff);
  if (bytes[at] === space) at++;
  if (name === 'bin') return at + Math.max(0, value ?? 0);
  listener.word(name, value === undefined || !isNegative ? value : -value);
  return at;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** The value of a hexadecimal digit; negative where it is none. */
function hexDigit(byte: number | undefined): number {
  const lower = (byte ?? 0) | 0x20;
  if (isDigit(byte)) return byte! - 0x30;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -0x1000;
}
