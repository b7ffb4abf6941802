import { createHash } from 'node:crypto';

// The longest name of a file on common file systems, in bytes of UTF-8. A Chinese title of 85 characters reaches it.
const longest = 255;

/** Path under the output folder of a document's repaired text. A name too long for a disk ends in part of its SHA-256. */
export function textPath(document: string): string {
  const parts = `${document}.txt`.split('/');
  const name = parts.at(-1) as string;
  if (Buffer.byteLength(name) > longest) {
    const mark = `~${createHash('sha256').update(document).digest('hex').slice(0, 12)}.txt`;
    let head = '';
    for (const character of name) {
      if (Buffer.byteLength(head) + Buffer.byteLength(character) + mark.length > longest) break;
      head += character;
    }
    parts[parts.length - 1] = head + mark;
  }
  return `text/${parts.join('/')}`;
}
