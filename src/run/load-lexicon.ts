import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { CorpusError } from '../model/errors.ts';
import { findPackageRoot } from './package-root.ts';

let loaded: SharedArrayBuffer | undefined;

/** The bytes of the built-in dictionary, one copy for all threads. Throws `resource/lexicon`. */
export function loadLexicon(): SharedArrayBuffer {
  if (loaded !== undefined) return loaded;
  const path = join(findPackageRoot().folder, 'lexicon', 'jieba.bin.br');
  try {
    const bytes = brotliDecompressSync(readFileSync(path));
    loaded = new SharedArrayBuffer(bytes.length);
    new Uint8Array(loaded).set(bytes);
    return loaded;
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new CorpusError('resource/lexicon', path, { found }, cause);
  }
}
