import type { Engine } from '../../model/engine.ts';
import { createJiebaEngine } from '../../segment/engine/jieba-engine.ts';
import { createLatticeEngine } from '../../segment/engine/lattice-engine.ts';
import { decodeDictionary } from '../../segment/lexicon/dictionary-file.ts';
import type { UserEntry } from '../../segment/lexicon/user-dictionary.ts';
import { createNodejiebaEngine } from './nodejieba-engine.ts';

export const engineNames = ['lattice', 'jieba', 'nodejieba'] as const;

/** What a segmenter is made of. */
export interface EngineOptions {
  readonly engine: (typeof engineNames)[number];
  /** The bytes of `loadLexicon`. */
  readonly lexicon: SharedArrayBuffer;
  /** Forms that have to come out as words. */
  readonly listed?: readonly string[];
  readonly userWords?: readonly UserEntry[];
}

/** The segmenter of this name. Throws `resource/engine-missing` where nodejieba is asked for and not installed. */
export function createEngine({ engine, lexicon, listed = [], userWords = [] }: EngineOptions): Engine {
  const dictionary = decodeDictionary(lexicon);
  const create = { lattice: createLatticeEngine, jieba: createJiebaEngine, nodejieba: createNodejiebaEngine }[engine];
  return create(dictionary, listed, userWords);
}
