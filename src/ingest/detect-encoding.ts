import { isUtf8 } from 'node:buffer';
import { chineseCost, type TextCost } from './character-cost.ts';
import { type Encoding, encodings } from './encodings.ts';
import { withHongKongCharacters } from './hong-kong-characters.ts';

/** A reading of a file and how well it fits. */
export interface Guess {
  readonly encoding: Encoding;
  /** Undefined where the encoding is certain without: a byte order mark, or valid UTF-8. */
  readonly cost: TextCost | undefined;
  /** The next best reading where it is almost as good and another text. */
  readonly rival: Encoding | undefined;
}

/** Enough for any decision: a few thousand characters. A larger file is looked at in this many bytes at four places. */
const windowBytes = 1 << 14;
const windows = 4;

/** Below this difference (in nats) two readings are as good as one another. */
const certainty = 6;

/** The encoding of a file that says nothing about itself: byte order mark, strict UTF-8, then the least surprising text. */
export function detectEncoding(bytes: Uint8Array): Guess {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return { encoding: marked, cost: undefined, rival: undefined };
  const sample = sampleOf(bytes);
  if (isUtf8(bytes) && sample.every(isPlainUtf8)) return { encoding: 'utf-8', cost: undefined, rival: undefined };
  return bestOf(encodings, sample);
}

/** The best of these encodings for a file. */
export function bestEncoding(candidates: readonly Encoding[], bytes: Uint8Array): Guess {
  return bestOf(candidates, sampleOf(bytes));
}

/** How surprising a sample of a file is in one encoding. */
export function costIn(encoding: Encoding, bytes: Uint8Array): TextCost {
  return sampleCost(encoding, sampleOf(bytes));
}

/** The encoding that the first bytes of a file announce. */
export function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030';
  return undefined;
}

function bestOf(candidates: readonly Encoding[], sample: readonly Uint8Array[]): Guess {
  const guesses = candidates.map((encoding) => ({ encoding, cost: sampleCost(encoding, sample) }));
  // The sort is stable: a tie goes to the encoding that is named first.
  guesses.sort((a, b) => a.cost.total - b.cost.total);
  const [best, second] = guesses as [(typeof guesses)[0], (typeof guesses)[0] | undefined];
  const rival =
    second !== undefined && second.cost.total - best.cost.total < certainty && best.cost.unitsOutsideAscii > 0
      ? second.encoding
      : undefined;
  return { ...best, rival };
}

function sampleCost(encoding: Encoding, sample: readonly Uint8Array[]): TextCost {
  const sum = { units: 0, total: 0, outsideAscii: 0, unitsOutsideAscii: 0, junk: 0 };
  for (const window of sample) {
    // As a stream: the half character at the end of a window, or of a truncated file, is held back.
    let text = new TextDecoder(encoding).decode(window, { stream: true });
    if (encoding === 'big5') text = withHongKongCharacters(text);
    const cost = chineseCost(text);
    sum.units += cost.units;
    sum.total += cost.total;
    sum.outsideAscii += cost.outsideAscii;
    sum.unitsOutsideAscii += cost.unitsOutsideAscii;
    sum.junk += cost.junk;
  }
  return sum;
}

function sampleOf(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length <= windowBytes * windows) return [bytes];
  // Up to the first byte that is not ASCII all encodings but UTF-16 agree, so a character starts there.
  let first = 0;
  while (first < bytes.length && bytes[first]! < 0x80 && bytes[first] !== 0) first++;
  if (first === bytes.length) first = 0;
  const sample = [windowAt(bytes, first)];
  for (let i = 1; i < windows; i++) {
    const place = first + Math.floor(((bytes.length - first) / windows) * i);
    // 0x0A is never the second half of a character, but for UTF-16; a window without it cannot be aligned.
    const lineFeed = bytes.subarray(place, place + windowBytes).indexOf(0x0a);
    if (lineFeed >= 0) sample.push(windowAt(bytes, place + lineFeed + ((place + lineFeed) & 1)));
  }
  return sample;
}

/** Windows start at even places, for UTF-16. */
function windowAt(bytes: Uint8Array, start: number): Uint8Array {
  const even = start & ~1;
  return bytes.subarray(even, even + windowBytes);
}

/**
 * Whether valid UTF-8 can be nothing else: control characters may make it UTF-16 of Latin text, and a few characters of
 * two bytes GB 18030 (然 is C8 BB, which is Ȼ).
 */
export function isPlainUtf8(window: Uint8Array): boolean {
  let twoBytes = false;
  for (const byte of window) {
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) return false;
    if (byte >= 0xe0) return true;
    if (byte >= 0x80) twoBytes = true;
  }
  return !twoBytes;
}
