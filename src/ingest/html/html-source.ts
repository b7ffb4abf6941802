import { CorpusError } from '../../model/errors.ts';
import type { Message } from '../../model/message.ts';
import { type Decoded, decode } from '../encoding/decode.ts';
import { byteOrderMark, detectEncoding } from '../encoding/detect-encoding.ts';
import { encodingNamed } from '../encoding/encodings.ts';

/** A declaration stands at the beginning: browsers look at 1,024 bytes, pages with long comments need more. */
const declarationBytes = 8192;
const declaration = /<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*["']?\s*([\w.:-]+)/i;

/**
 * The markup of a web page as a text. A declared encoding decides between readings that are possible; it is not believed
 * where the bytes say otherwise, as many pages were converted and kept their declaration. Throws what `decode` throws.
 */
export function decodeHtml(bytes: Uint8Array, id: string): Decoded {
  const declared = byteOrderMark(bytes) === undefined ? declaredEncoding(bytes) : undefined;
  const decoded =
    (declared === undefined ? undefined : asDeclared(bytes, declared, id)) ?? decode(bytes, undefined, id);
  return { ...decoded, messages: decoded.messages.flatMap(aboutThePage) };
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, declarationBytes)).toString(
    'latin1',
  );
  return declaration.exec(start)?.[1];
}

function asDeclared(bytes: Uint8Array, declared: string, id: string): Decoded | undefined {
  try {
    const named = encodingNamed(declared);
    // What a browser that reads the declaration can read is not UTF-16.
    if (named.startsWith('utf-16')) return undefined;
    const found = detectEncoding(bytes);
    // Valid UTF-8 is hardly ever anything else.
    if (found.encoding !== named && found.cost === undefined) return undefined;
    const decoded = decode(bytes, declared, id);
    return found.encoding !== named && decoded.text.includes('\ufffd') ? undefined : decoded;
  } catch (error) {
    if (error instanceof CorpusError && /unknown-encoding|wrong-encoding/.test(error.code)) return undefined;
    throw error;
  }
}

/** Places in the markup say nothing about the text; its broken characters and emptiness are told of the text itself. */
function aboutThePage({ severity, rule, values }: Message): Message[] {
  if (/-?replacement-characters?$|\/empty-file$/.test(rule)) return [];
  return [values === undefined ? { severity, rule } : { severity, rule, values }];
}
