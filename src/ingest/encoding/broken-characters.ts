import type { Message } from '../../model/message.ts';
import type { Encoding } from './encodings.ts';

/** How an encoding writes U+FFFD; Big5 cannot. Units of two bytes stand at even places. */
const codes: Readonly<Partial<Record<Encoding, readonly number[]>>> = {
  'utf-8': [0xef, 0xbf, 0xbd],
  'utf-16le': [0xfd, 0xff],
  'utf-16be': [0xff, 0xfd],
  gb18030: [0x84, 0x31, 0xa4, 0x37],
};

/** Places that are told one by one; the rest is told as a number. */
const placesTold = 20;

/**
 * Offsets of the U+FFFD in a decoded text that the file itself holds, as another program left them: all others stand for
 * bytes that are no character.
 */
export function ownReplacements(bytes: Uint8Array, encoding: Encoding, text: string): ReadonlySet<number> {
  const own = new Set<number>();
  const code = codes[encoding];
  if (code === undefined) return own;
  const width = encoding.startsWith('utf-16') ? 2 : 1;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let decoded = '';
  let from = 0;
  for (let at = view.indexOf(Buffer.from(code)); at >= 0; at = view.indexOf(Buffer.from(code), at + 1)) {
    if (at % width !== 0 || at < from) continue;
    decoded += new TextDecoder(encoding, { ignoreBOM: from > 0 }).decode(bytes.subarray(from, at));
    own.add(decoded.length);
    decoded += '\ufffd';
    from = at + code.length;
  }
  if (own.size === 0) return own;
  decoded += new TextDecoder(encoding, { ignoreBOM: from > 0 }).decode(bytes.subarray(from));
  // In GB 18030 the same bytes may be parts of two characters: then the pieces make another text.
  return decoded === text ? own : new Set();
}

/**
 * Tells each run of U+FFFD: those of `own` as lost before, the others as broken. `broken` is the number of the others, the
 * one at the end of a truncated file left out: it is no sign of junk.
 */
export function tellReplacements(
  text: string,
  own: ReadonlySet<number> | 'all',
): { messages: Message[]; broken: number } {
  const messages: Message[] = [];
  let broken = 0;
  const told = { broken: 0, replacement: 0 };
  const rest = { broken: { count: 0, start: 0, end: 0 }, replacement: { count: 0, start: 0, end: 0 } };
  const isOwn = (at: number) => own === 'all' || own.has(at);
  for (let start = text.indexOf('\ufffd'); start >= 0; ) {
    const kind = isOwn(start) ? 'replacement' : 'broken';
    let end = start + 1;
    while (text.charCodeAt(end) === 0xfffd && isOwn(end) === isOwn(start)) end++;
    const count = end - start;
    if (told[kind]++ < placesTold) {
      messages.push({ severity: 'warning', rule: `ingest/${kind}-character`, values: { count }, span: { start, end } });
    } else {
      const { count: before, start: first } = rest[kind];
      rest[kind] = { count: before + count, start: before === 0 ? start : first, end };
    }
    if (kind === 'broken') broken += count - (end === text.length ? 1 : 0);
    start = text.indexOf('\ufffd', end);
  }
  for (const [kind, { count, start, end }] of Object.entries(rest)) {
    if (count === 0) continue;
    const rule = `ingest/more-${kind}-characters`;
    messages.push({ severity: 'warning', rule, values: { count }, span: { start, end } });
  }
  return { messages, broken };
}
