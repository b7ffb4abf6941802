import { unitCost } from './character-cost.ts';
import { cheapestReading, costOf, type Read, type Reading } from './cheapest-reading.ts';

/** Mean cost above which characters look like bytes that are paired wrongly: those cost 12 to 15, right ones 5.5 to 8. */
const suspicious = 9.5;
/** Cost beyond that (in nats) from which a stretch is looked at: two rare characters together. */
const alarm = 5;
/** What another reading must save before it is believed. */
const worthwhile = 8;
/** Bytes of the longest stretch that is read anew. */
const longest = 1 << 20;
const lineFeed = 0x0a;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * In encodings of two bytes a byte too many or too few pairs all that follow wrongly, up to the next mark of one byte, and
 * nothing tells: 国务院 (B9FA CEF1 D4BA) without its first byte begins with 鷼. Stretches that look so are read anew along
 * the cheapest way through their bytes. Undefined where nothing was gained.
 */
export function realign(
  bytes: Uint8Array,
  encoding: 'gb18030' | 'big5',
  read: Read,
  text: string,
): Omit<Reading, 'cost'> | undefined {
  if (!looksShifted(text)) return undefined;
  const { characters, costs } = pairsOf(encoding, read);
  const parts: string[] = [];
  const foreign: { start: number; end: number }[] = [];
  let length = 0;
  let done = 0;
  for (const { start, end } of shiftedStretches(bytes, costs)) {
    const stretch = bytes.subarray(start, end);
    const anew = cheapestReading(stretch, read, characters);
    if (anew.cost > costOf(read(stretch)) - worthwhile) continue;
    const before = read(bytes.subarray(done, start));
    parts.push(before, anew.text);
    length += before.length;
    for (const span of anew.foreign) foreign.push({ start: length + span.start, end: length + span.end });
    length += anew.text.length;
    done = end;
  }
  if (done === 0) return undefined;
  parts.push(read(bytes.subarray(done)));
  return { text: parts.join(''), foreign };
}

/** Whether some stretch costs so much more than words do that its bytes may be paired wrongly. */
function looksShifted(text: string): boolean {
  let excess = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    excess = Math.max(0, excess + unitCost(unit) - suspicious);
    if (excess > alarm) return true;
  }
  return false;
}

/** The stretches of characters that cost so much, from the character before each to where the usual is usual again. */
function shiftedStretches(bytes: Uint8Array, costs: Float32Array): Stretch[] {
  const stretches: Stretch[] = [];
  let excess = 0;
  let most = 0;
  let start = 0;
  let before = 0;
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at]!;
    const second = bytes[at + 1] ?? 0;
    const isFour = second >= 0x30 && second < 0x3a;
    const width = first < 0x80 ? 1 : isFour ? 4 : costs[first * 256 + second] === 0 && second < 0x80 ? 1 : 2;
    const cost = first < 0x80 ? suspicious : isFour ? unpaired : costs[first * 256 + second] || unpaired;
    if (excess === 0) start = before;
    excess = first === lineFeed ? 0 : Math.max(0, excess + cost - suspicious);
    most = Math.max(most, excess);
    before = at;
    at += width;
    if (excess > 0 && at < bytes.length) continue;
    const end = Math.min(at, bytes.length);
    if (most > alarm && end - start <= longest)
      stretches.push({ start: Math.max(start, stretches.at(-1)?.end ?? 0), end });
    most = 0;
    excess = 0;
  }
  return stretches;
}

/** What bytes cost that make no pair. */
const unpaired = 15;

interface Pairs {
  /** The character of each two bytes, empty where they are none. */
  readonly characters: readonly string[];
  /** Its cost, 0 where they are none. */
  readonly costs: Float32Array;
}

const known = new Map<string, Pairs>();

function pairsOf(encoding: string, read: Read): Pairs {
  const before = known.get(encoding);
  if (before !== undefined) return before;
  const characters: string[] = new Array(0x10000).fill('');
  const costs = new Float32Array(0x10000);
  for (let first = 0x81; first < 0xff; first++) {
    for (let second = 0x40; second < 0xff; second++) {
      const character = read(Uint8Array.of(first, second));
      if (!/^[^\0-\x7f\ufffd]{1,2}$/.test(character)) continue;
      characters[first * 256 + second] = character;
      costs[first * 256 + second] = costOf(character);
    }
  }
  const pairs = { characters, costs };
  known.set(encoding, pairs);
  return pairs;
}
