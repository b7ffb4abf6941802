import { universalTags } from './universal-tags.ts';
import { rows } from './word-features.ts';

/** Classes of the model. */
export const width: number = universalTags.length;

/** Weights of a row for each Universal part of speech. */
export interface TaggerModel {
  /** Of row `r` and tag `t` at `r × width + t`. */
  readonly weights: Int8Array;
}

/** The model of these bytes; undefined where they are none of this version. */
export function decodeTaggerModel(bytes: Uint8Array): TaggerModel | undefined {
  if (bytes.length !== rows * width) return undefined;
  return { weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
}
