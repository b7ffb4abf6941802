import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { CorpusError } from '../../model/errors.ts';
import { decodeDictionary } from '../../segment/lexicon/dictionary-file.ts';
import { findPackageRoot } from './package-root.ts';

let loaded: SharedArrayBuffer | undefined;

/** The bytes of the built-in dictionary, one copy for all threads. Throws `resource/lexicon`. */
export function loadLexicon(): SharedArrayBuffer {
  loaded ??= readLexicon(join(findPackageRoot().folder, 'lexicon', 'jieba.bin.br'));
  return loaded;
}

/** The bytes of a dictionary from its compressed file. Throws `resource/lexicon` where it is missing or damaged. */
export function readLexicon(path: string): SharedArrayBuffer {
  try {
    const bytes = brotliDecompressSync(readFileSync(path));
    const lexicon = new SharedArrayBuffer(bytes.length);
    new Uint8Array(lexicon).set(bytes);
    decodeDictionary(lexicon);
    return lexicon;
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new CorpusError('resource/lexicon', path, { found }, cause);
  }
}
