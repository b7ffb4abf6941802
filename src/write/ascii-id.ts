import { createHash } from 'node:crypto';

// Digits of a digest: 48 bits, of which a million names share none.
const digits = 12;

/** A name of ASCII letters, digits and `_` for a document: CQPweb takes no others. It is the document's own where that is one. */
export function asciiId(document: string): string {
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(document)) return document;
  const digest = createHash('sha256').update(document).digest('hex').slice(0, digits);
  const kept = document
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);
  return `t${kept === '' ? '' : `_${kept}`}_${digest}`;
}
