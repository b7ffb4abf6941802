import { constants, isAscii, isUtf8, transcode } from 'node:buffer';
import { CorpusError } from '../../model/errors.ts';
import type { Message } from '../../model/message.ts';
import { fileSignature } from '../file-signature.ts';
import { ownReplacements, tellReplacements } from './broken-characters.ts';
import type { TextCost } from './character-cost.ts';
import type { Reading } from './cheapest-reading.ts';
import { bestEncoding, byteOrderMark, costIn, detectEncoding, wholeBytes } from './detect-encoding.ts';
import { type Encoding, encodingNamed } from './encodings.ts';
import { withHongKongCharacters } from './hong-kong-characters.ts';
import { realign } from './realign.ts';

/** A decoded file. `encoding` is `utf-8`, `gb18030`, `big5`, `big5-hkscs`, `utf-16le` or `utf-16be`. */
export interface Decoded {
  /** Never starts with a byte order mark; U+FFFD stands where bytes are no character. */
  readonly text: string;
  readonly encoding: string;
  readonly messages: readonly Message[];
}

/** Nats that a random byte costs: a file with junk in it that costs clearly more as a text is none. */
const randomByte = Math.log(256);
/** What two broken characters cost beyond that, so that a short text may have them. */
const leniency = 40;
/** Share of junk above which a large file is no text; random bytes as UTF-8 have half, else 8 %. */
const junkShare = { utf8: 0.2, other: 0.05 };
/** Share of them above which a forced encoding is wrong. */
const forcedJunkShare = 0.02;
/** So few broken characters make no encoding wrong, however short the text. */
const fewBroken = 2;
/** Mean cost outside ASCII: Chinese texts have 5.5 to 8, in a wrong encoding 9.5 to 16. */
const implausibleCost = 9.5;
const rubbishCost = 11;
/** How much better another encoding must fit before a forced one is refused, in mean cost. */
const clearlyBetter = 2;
/** A mean of fewer characters says nothing. */
const enoughCharacters = 10;

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
  const { encoding, cost, rival, falseMark } = detectEncoding(bytes);
  const content = bytes.subarray(falseMark?.bytes ?? 0);
  const binary = () => new CorpusError('input/binary-file', place);
  if (cost !== undefined && isBinary(cost, encoding, content.length)) throw binary();
  const { decoded, junk } = decodeAs(content, encoding, place);
  if (content.length > wholeBytes) {
    if (isJunk(junk, decoded.text.length, encoding)) throw binary();
  } else if (junk > 1 && isBinary(costIn(encoding, content), encoding, content.length)) throw binary();
  if (falseMark !== undefined) {
    const values = { mark: falseMark.encoding, encoding };
    const message: Message = { severity: 'warning', rule: 'ingest/false-mark', values, span: { start: 0, end: 0 } };
    return { ...decoded, messages: [message, ...decoded.messages] };
  }
  if (rival !== undefined) return withDoubt(decoded, rival);
  const isStrange =
    cost !== undefined &&
    meanCost(cost) > implausibleCost &&
    (cost.unitsOutsideAscii >= enoughCharacters || encoding.startsWith('utf-16'));
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
  const few = likely === encoding ? fewBroken : 0;
  if (junk > Math.max(few, forcedJunkShare * decoded.text.length)) throw refuse();
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
  let foreign: Reading['foreign'] = [];
  const isValidUtf8 = encoding === 'utf-8' && isUtf8(bytes);
  try {
    text = isValidUtf8 ? fromValidUtf8(bytes) : new TextDecoder(encoding).decode(bytes);
    if (encoding === 'big5') {
      const plain = text;
      text = fromBig5(text);
      if (plain.replaceAll(byteFF, '\ufffd') !== text) reported = 'big5-hkscs';
    }
    if (encoding === 'big5' || encoding === 'gb18030') {
      const decoder = new TextDecoder(encoding);
      const read = (some: Uint8Array) => (encoding === 'big5' ? fromBig5(decoder.decode(some)) : decoder.decode(some));
      const anew = realign(bytes, encoding, read, text);
      text = anew?.text ?? text;
      foreign = anew?.foreign ?? [];
    }
  } catch (cause) {
    // Decoders that replace what they cannot read fail for one reason: V8 has no string so long.
    if (bytes.length < constants.MAX_STRING_LENGTH) throw cause;
    throw new CorpusError('input/too-large', place, { bytes: bytes.length }, cause);
  }
  const own = isValidUtf8
    ? 'all'
    : text.includes('\ufffd')
      ? ownReplacements(bytes, encoding, text)
      : new Set<number>();
  let start = 0;
  while (text.charCodeAt(start) === 0xfeff) start++;
  if (start > 0) text = text.slice(start);
  const { messages, broken } = tellReplacements(text, own === 'all' ? own : new Set([...own].map((at) => at - start)));
  if (foreign[0] !== undefined) {
    const count = foreign.reduce((sum, span) => sum + span.end - span.start, 0);
    const span = { start: foreign[0].start - start, end: foreign[0].end - start };
    messages.push({ severity: 'warning', rule: 'ingest/mixed-encodings', values: { encoding, count }, span });
  }
  if (!/\S/.test(text)) messages.unshift({ severity: 'warning', rule: 'ingest/empty-file' });
  const junk = runs(text, '\0') + broken;
  return { decoded: { text, encoding: reported, messages }, junk };
}

/** The private-use character that the platform's decoder of Big5 has for the byte FF, which is none. */
const byteFF = '\uf8f8';

function fromBig5(decoded: string): string {
  return withHongKongCharacters(decoded).replaceAll(byteFF, '\ufffd');
}

/** Ten times as fast as the decoders that look for errors on the way. */
function fromValidUtf8(bytes: Uint8Array): string {
  if (!isAscii(bytes)) return transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function runs(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (at === 0 || text[at - 1] !== mark) count++;
  }
  return count;
}

/** Whether a file is no text, from what (a sample of) it costs as the text that it is most like. */
function isBinary(cost: TextCost, encoding: Encoding, bytes: number): boolean {
  const isWide = encoding.startsWith('utf-16');
  if (isWide && cost.unitsOutsideAscii >= enoughCharacters && meanCost(cost) > rubbishCost) return true;
  if (bytes > wholeBytes) return isJunk(cost.junk, cost.units - cost.filling, encoding);
  const isFilling = cost.units > 1 && cost.filling === cost.units - 1;
  return isFilling || (cost.junk > 1 && cost.total > randomByte * (bytes - cost.filling * (isWide ? 2 : 1)) + leniency);
}

/** A single broken character does not make a text binary, however short it is. */
function isJunk(junk: number, units: number, encoding: Encoding): boolean {
  return junk > 1 && junk > units * (encoding === 'utf-8' ? junkShare.utf8 : junkShare.other);
}

function meanCost(cost: TextCost): number {
  return cost.unitsOutsideAscii === 0 ? 0 : cost.outsideAscii / cost.unitsOutsideAscii;
}
