import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { CorpusError } from '../../model/errors.ts';
import { ContextTagger } from '../../segment/tagger/context-tagger.ts';
import { decodeTaggerModel } from '../../segment/tagger/tagger-model.ts';
import { findPackageRoot } from './package-root.ts';

/** The tagger of contexts with the model that comes with the program. Throws `resource/lexicon`. */
export function loadTagger(): ContextTagger {
  const path = join(findPackageRoot().folder, 'lexicon', 'tagger.bin.br');
  try {
    const model = decodeTaggerModel(brotliDecompressSync(readFileSync(path)));
    if (model === undefined) throw new RangeError('a model of another version');
    return new ContextTagger(model);
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new CorpusError('resource/lexicon', path, { found }, cause);
  }
}
