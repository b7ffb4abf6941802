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
  /** What the file announces but is not; the text begins after these bytes. */
  readonly falseMark?: { readonly encoding: Encoding; readonly bytes: number };
}

/** Enough for any decision: a few thousand characters. A larger file is looked at in this many bytes at four places. */
const windowBytes = 1 << 14;
const windows = 4;
/** Bytes of the largest file that is looked at as a whole. */
export const wholeBytes = windowBytes * windows;

/** Below this difference (in nats) two readings are as good as one another. */
const certainty = 6;
/** Above this difference a byte order mark is believed no more. */
const disbelief = 18;
/** Hardly any file in UTF-16 has no mark. */
const unmarkedUtf16 = 4;
/** Half a character at the end of a file: it was cut off, or the encoding is another. */
const halfCharacter = 6;

/**
 * The encoding of a file: what its byte order mark says, where the text bears it out; else strict UTF-8, then the least
 * surprising text.
 */
export function detectEncoding(bytes: Uint8Array): Guess {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) {
    const certain = { encoding: marked, cost: undefined, rival: undefined };
    if (marked === 'utf-8' && isUtf8(bytes)) return certain;
    const unmarked = sampleOf(bytes.subarray(marks[marked].length));
    const best = bestOf(encodings, unmarked);
    const cost = sampleCost(marked, unmarked);
    const gain = cost.total - best.cost.total;
    if (best.encoding === marked || gain < certainty) return certain;
    if (gain < disbelief) return { ...certain, rival: best.encoding };
    return { ...best, falseMark: { encoding: marked, bytes: marks[marked].length } };
  }
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

/** The first bytes of a file that announces its encoding. */
const marks = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
} as const;

/** The encoding that the first bytes of a file announce. */
export function byteOrderMark(bytes: Uint8Array): keyof typeof marks | undefined {
  const names = Object.keys(marks) as (keyof typeof marks)[];
  return names.find((name) => marks[name].every((byte, i) => bytes[i] === byte));
}

function bestOf(candidates: readonly Encoding[], sample: readonly Uint8Array[]): Guess & { readonly cost: TextCost } {
  const guesses = candidates.map((encoding) => {
    const cost = sampleCost(encoding, sample);
    return { encoding, cost, score: cost.total + (encoding.startsWith('utf-16') ? unmarkedUtf16 : 0) };
  });
  // The sort is stable: a tie goes to the encoding that is named first.
  guesses.sort((a, b) => a.score - b.score);
  const [{ encoding, cost, score }, second] = guesses as [(typeof guesses)[0], (typeof guesses)[0] | undefined];
  const isClose = second !== undefined && second.score - score < certainty && cost.unitsOutsideAscii > 0;
  return { encoding, cost, rival: isClose ? second.encoding : undefined };
}

function sampleCost(encoding: Encoding, sample: readonly Uint8Array[]): TextCost {
  const sum = { units: 0, total: 0, outsideAscii: 0, unitsOutsideAscii: 0, junk: 0, filling: 0 };
  for (const window of sample) {
    // As a stream: the half character at the end of a window, or of a truncated file, is held back.
    const decoder = new TextDecoder(encoding);
    let text = decoder.decode(window, { stream: true });
    if (encoding === 'big5') text = withHongKongCharacters(text);
    const cost = chineseCost(text);
    sum.units += cost.units;
    sum.total += cost.total;
    sum.outsideAscii += cost.outsideAscii;
    sum.unitsOutsideAscii += cost.unitsOutsideAscii;
    sum.junk += cost.junk;
    sum.filling += cost.filling;
    if (sample.length === 1 && decoder.decode() !== '') sum.total += halfCharacter;
  }
  return sum;
}

function sampleOf(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length <= wholeBytes) return [bytes];
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
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d || byte === 0x0b)) return false;
    if (byte >= 0xe0) return true;
    if (byte >= 0x80) twoBytes = true;
  }
  return !twoBytes;
}
