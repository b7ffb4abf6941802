import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPackageRoot } from '../resource/package-root.ts';

const source = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A digest of everything that a document's annotation follows from beside the document and the settings: the code as it
 * stands, its libraries, the dictionary, and Node.
 */
export function codeDigest(lexicon: SharedArrayBuffer): string {
  const hash = createHash('sha256');
  const add = (name: string, content: string | Uint8Array) =>
    hash.update(`${name} ${content.length}\n`).update(content);
  const names = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts'))
    .sort();
  for (const name of names) add(name, readFileSync(join(source, name)));
  add('package.json', readFileSync(join(findPackageRoot().folder, 'package.json')));
  add('lexicon', new Uint8Array(lexicon));
  add('node', JSON.stringify(process.versions));
  return hash.digest('hex');
}
