import { unitCost } from './character-cost.ts';

/** An encoding whose characters have one or two bytes (or four, in GB 18030). */
export type Read = (bytes: Uint8Array) => string;

/** A reading of some bytes. */
export interface Reading {
  readonly text: string;
  /** Sum of the costs of its characters, in nats. */
  readonly cost: number;
  /** Runs of characters that were UTF-8. */
  readonly foreign: readonly { readonly start: number; readonly end: number }[];
}

interface Step {
  readonly bytes: number;
  readonly kind: 'usual' | 'foreign' | 'broken';
}

const brokenByte = 14;
/** What a character of UTF-8 costs besides, among those of another encoding. */
const foreignCharacter = 6;

/**
 * The reading of some bytes that costs the least, where any byte may be broken (U+FFFD) and three may be a character in
 * UTF-8. `pairs` has the character of each two bytes, empty where there is none.
 */
export function cheapestReading(bytes: Uint8Array, read: Read, pairs: readonly string[]): Reading {
  const least = new Float64Array(bytes.length + 1).fill(Number.POSITIVE_INFINITY);
  const steps: (Step | undefined)[] = new Array(bytes.length + 1);
  least[0] = 0;
  for (let at = 0; at < bytes.length; at++) {
    const go = (step: Step, cost: number) => {
      const to = at + step.bytes;
      if (to > bytes.length || least[at]! + cost >= least[to]!) return;
      least[to] = least[at]! + cost;
      steps[to] = step;
    };
    const first = bytes[at]!;
    if (first < 0x80) {
      go(ascii, unitCost(first));
      continue;
    }
    go(broken, brokenByte);
    const second = bytes[at + 1] ?? 0;
    const pair = pairs[first * 256 + second]!;
    if (pair !== '') go(two, costOf(pair));
    if (second >= 0x30 && second < 0x3a && at + 4 <= bytes.length) {
      const character = read(bytes.subarray(at, at + 4));
      if (/^[^\0-\x7f\ufffd]{1,2}$/.test(character)) go(four, costOf(character));
    }
    const third = bytes[at + 2] ?? 0;
    if (first >= 0xe2 && first < 0xf0 && (second & 0xc0) === 0x80 && (third & 0xc0) === 0x80) {
      go(utf8, unitCost(((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f)) + foreignCharacter);
    }
  }
  return { ...follow(steps, bytes, read), cost: least[bytes.length]! };
}

const ascii: Step = { bytes: 1, kind: 'usual' };
const two: Step = { bytes: 2, kind: 'usual' };
const four: Step = { bytes: 4, kind: 'usual' };
const utf8: Step = { bytes: 3, kind: 'foreign' };
const broken: Step = { bytes: 1, kind: 'broken' };

function follow(
  steps: readonly (Step | undefined)[],
  bytes: Uint8Array,
  read: Read,
): Pick<Reading, 'text' | 'foreign'> {
  const way: Step[] = [];
  for (let at = bytes.length; at > 0; at -= way.at(-1)!.bytes) way.push(steps[at]!);
  const foreign: { start: number; end: number }[] = [];
  const decoder = new TextDecoder();
  let text = '';
  let at = 0;
  for (const { bytes: length, kind } of way.reverse()) {
    const start = text.length;
    const piece = bytes.subarray(at, at + length);
    text += kind === 'broken' ? '\ufffd' : kind === 'foreign' ? decoder.decode(piece) : read(piece);
    at += length;
    if (kind !== 'foreign') continue;
    if (foreign.at(-1)?.end === start) foreign.at(-1)!.end = text.length;
    else foreign.push({ start, end: text.length });
  }
  return { text, foreign };
}

/** Sum of the costs of a text's units, in nats. */
export function costOf(text: string): number {
  let cost = 0;
  for (let i = 0; i < text.length; i++) cost += unitCost(text.charCodeAt(i));
  return cost;
}
