import { constants, isAscii, isUtf8, transcode } from 'node:buffer';
import { CorpusError } from '../model/errors.ts';
import type { Message } from '../model/message.ts';
import type { TextCost } from './character-cost.ts';
import { bestEncoding, byteOrderMark, costIn, detectEncoding } from './detect-encoding.ts';
import { type Encoding, encodingNamed } from './encodings.ts';
import { fileSignature } from './file-signature.ts';
import { withHongKongCharacters } from './hong-kong-characters.ts';

/** A decoded file. `encoding` is `utf-8`, `gb18030`, `big5`, `big5-hkscs`, `utf-16le` or `utf-16be`. */
export interface Decoded {
  /** Never starts with a byte order mark; U+FFFD stands where bytes are no character. */
  readonly text: string;
  readonly encoding: string;
  readonly messages: readonly Message[];
}

/** Share of undecodable and control characters above which a file is no text; random bytes as UTF-8 have half, else 8 %. */
const junkShare = { utf8: 0.2, other: 0.05 };
/** Share of them above which a forced encoding is wrong. */
const forcedJunkShare = 0.02;
/** Mean cost outside ASCII: Chinese texts have 5.5 to 8, in a wrong encoding 9.5 to 16. */
const implausibleCost = 9.5;
const rubbishCost = 11;
/** How much better another encoding must fit before a forced one is refused, in mean cost. */
const clearlyBetter = 2;
/** A mean of fewer characters says nothing. */
const enoughCharacters = 10;
/** Places that are told one by one; the rest is told as a number. */
const placesTold = 20;

/**
 * Decodes a file, by its own encoding or by a `forced` one. Throws CorpusError at `place`: input/binary-file (`looks`
 * where its first bytes tell), input/too-large; where an encoding is forced also input/wrong-encoding (`likely` where
 * another one fits), usage/unknown-encoding.
 */
export function decode(bytes: Uint8Array, forced?: string, place = ''): Decoded {
  const named = forced === undefined ? undefined : encodingNamed(forced);
  const signature = fileSignature(bytes);
  if (signature !== undefined) throw new CorpusError('input/binary-file', place, { looks: signature });
  return named === undefined ? decodeFound(bytes, place) : decodeForced(bytes, named, place);
}

function decodeFound(bytes: Uint8Array, place: string): Decoded {
  const { encoding, cost, rival } = detectEncoding(bytes);
  const isRubbish =
    cost !== undefined &&
    (isJunk(cost.junk, cost.units, encoding) || (encoding.startsWith('utf-16') && meanCost(cost) > rubbishCost));
  if (isRubbish) throw new CorpusError('input/binary-file', place);
  const { decoded, junk } = decodeAs(bytes, encoding, place);
  if (isJunk(junk, decoded.text.length, encoding)) throw new CorpusError('input/binary-file', place);
  if (rival !== undefined) return withDoubt(decoded, rival);
  const isStrange =
    cost !== undefined && cost.unitsOutsideAscii >= enoughCharacters && meanCost(cost) > implausibleCost;
  return isStrange ? withDoubt(decoded) : decoded;
}

function decodeForced(bytes: Uint8Array, named: Encoding | 'utf-16', place: string): Decoded {
  const encoding =
    named === 'utf-16' ? (byteOrderMark(bytes) ?? bestEncoding(['utf-16le', 'utf-16be'], bytes).encoding) : named;
  const { decoded, junk } = decodeAs(bytes, encoding, place);
  const { encoding: likely } = detectEncoding(bytes);
  const values = { encoding: named, broken: junk, characters: decoded.text.length };
  const refuse = () =>
    new CorpusError('input/wrong-encoding', place, likely === encoding ? values : { ...values, likely });
  if (junk > forcedJunkShare * decoded.text.length) throw refuse();
  if (likely === encoding) return decoded;
  // The user is believed where the file can be read as he says, even where another reading is somewhat better.
  const cost = costIn(encoding, bytes);
  if (meanCost(cost) < implausibleCost || meanCost(costIn(likely, bytes)) > meanCost(cost) - clearlyBetter)
    return decoded;
  if (cost.unitsOutsideAscii >= enoughCharacters) throw refuse();
  return withDoubt(decoded, likely);
}

function withDoubt(decoded: Decoded, other?: Encoding): Decoded {
  const { encoding } = decoded;
  const values = other === undefined ? { encoding } : { encoding, other };
  const message: Message = { severity: 'warning', rule: 'ingest/uncertain-encoding', values };
  return { ...decoded, messages: [message, ...decoded.messages] };
}

/** `junk` is the number of characters that no text has. */
function decodeAs(bytes: Uint8Array, encoding: Encoding, place: string): { decoded: Decoded; junk: number } {
  let text: string;
  let reported: string = encoding;
  const isValidUtf8 = encoding === 'utf-8' && isUtf8(bytes);
  try {
    text = isValidUtf8 ? fromValidUtf8(bytes) : new TextDecoder(encoding).decode(bytes);
    if (encoding === 'big5') {
      const withHongKong = withHongKongCharacters(text);
      if (withHongKong !== text) reported = 'big5-hkscs';
      text = withHongKong;
    }
  } catch (cause) {
    // Decoders that replace what they cannot read fail for one reason: V8 has no string so long.
    if (bytes.length < constants.MAX_STRING_LENGTH) throw cause;
    throw new CorpusError('input/too-large', place, { bytes: bytes.length }, cause);
  }
  let start = 0;
  while (text.charCodeAt(start) === 0xfeff) start++;
  if (start > 0) text = text.slice(start);
  // In valid UTF-8 they are the file's own: another program put them there.
  const rule = isValidUtf8 ? 'ingest/replacement-character' : 'ingest/broken-character';
  const { messages, broken } = brokenCharacters(text, rule);
  if (!/\S/.test(text)) messages.unshift({ severity: 'warning', rule: 'ingest/empty-file' });
  const junk = occurrences(text, '\0') + (isValidUtf8 ? 0 : broken);
  return { decoded: { text, encoding: reported, messages }, junk };
}

/** Ten times as fast as the decoders that look for errors on the way. */
function fromValidUtf8(bytes: Uint8Array): string {
  if (!isAscii(bytes)) return transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Tells each run of U+FFFD; the one at the end of a truncated file is told but is no sign of junk. */
function brokenCharacters(text: string, rule: string): { messages: Message[]; broken: number } {
  const messages: Message[] = [];
  let broken = 0;
  let untold = 0;
  for (let start = text.indexOf('\ufffd'); start >= 0; ) {
    let end = start + 1;
    while (text.charCodeAt(end) === 0xfffd) end++;
    if (messages.length < placesTold) {
      messages.push({ severity: 'warning', rule, values: { count: end - start }, span: { start, end } });
    } else {
      untold += end - start;
    }
    broken += end - start - (end === text.length ? 1 : 0);
    start = text.indexOf('\ufffd', end);
  }
  if (untold > 0) {
    messages.push({ severity: 'warning', rule: 'ingest/more-broken-characters', values: { count: untold } });
  }
  return { messages, broken };
}

function occurrences(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++;
  return count;
}

/** A single broken character does not make a text binary, however short it is. */
function isJunk(junk: number, units: number, encoding: Encoding): boolean {
  return junk >= 2 && junk > units * (encoding === 'utf-8' ? junkShare.utf8 : junkShare.other);
}

function meanCost(cost: TextCost): number {
  return cost.unitsOutsideAscii === 0 ? 0 : cost.outsideAscii / cost.unitsOutsideAscii;
}
