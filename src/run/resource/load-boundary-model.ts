import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { CorpusError } from '../../model/errors.ts';
import { rows } from '../../segment/hybrid/boundary-logits.ts';
import { type BoundaryModel, decodeBoundaryModel } from '../../segment/hybrid/boundary-model.ts';
import { findPackageRoot } from './package-root.ts';
import { readGivenFile } from './read-given-file.ts';

/**
 * The model of engine `hybrid` from a file of `cewen train`, or the one that comes with the program for null. Throws
 * `resource/lexicon`, `resource/not-a-model` and what `readGivenFile` throws.
 */
export function loadBoundaryModel(given: string | null): BoundaryModel {
  if (given !== null) {
    const model = decodedBoundaryModel(readGivenFile(given, 'list'));
    if (model === undefined) throw new CorpusError('resource/not-a-model', given);
    return model;
  }
  const path = join(findPackageRoot().folder, 'lexicon', 'hybrid.bin.br');
  try {
    const model = decodedBoundaryModel(readFileSync(path));
    if (model === undefined) throw new RangeError('a model of another version');
    return model;
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new CorpusError('resource/lexicon', path, { found }, cause);
  }
}

/** The model in the bytes of a file; undefined where they are none of this version. */
export function decodedBoundaryModel(bytes: Uint8Array): BoundaryModel | undefined {
  try {
    return decodeBoundaryModel(brotliDecompressSync(bytes), rows);
  } catch {
    return undefined;
  }
}
