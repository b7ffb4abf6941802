/**
 * Writes lexicon/jieba.bin.br from the dictionaries of nodejieba: words with frequencies and tags, its own user words, and
 * the model for unknown words. The same dictionaries give the same bytes.
 * Use: npm run lexicon
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { findPackageRoot } from '../src/run/resource/package-root.ts';
import { encodeDictionary } from '../src/segment/lexicon/dictionary-file.ts';
import { readJiebaDictionary } from './jieba-dictionary.ts';

const bytes = encodeDictionary(readJiebaDictionary());
const compressed = brotliCompressSync(bytes, {
  params: {
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
});
const folder = join(findPackageRoot().folder, 'lexicon');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'jieba.bin.br'), compressed);
console.log(`lexicon/jieba.bin.br: ${bytes.length} bytes, ${compressed.length} compressed`);
