import type { Engine } from '../../model/engine.ts';
import { createJiebaEngine } from '../../segment/engine/jieba-engine.ts';
import { createLatticeEngine } from '../../segment/engine/lattice-engine.ts';
import { createHybridEngine, type Granularity } from '../../segment/hybrid/hybrid-engine.ts';
import { decodeDictionary } from '../../segment/lexicon/dictionary-file.ts';
import type { UserEntry } from '../../segment/lexicon/user-dictionary.ts';
import { loadBoundaryModel } from './load-boundary-model.ts';
import { createNodejiebaEngine } from './nodejieba-engine.ts';

export const engineNames = ['lattice', 'hybrid', 'jieba', 'nodejieba'] as const;

/** What a segmenter is made of. */
export interface EngineOptions {
  readonly engine: (typeof engineNames)[number];
  /** The bytes of `loadLexicon`. */
  readonly lexicon: SharedArrayBuffer;
  /** Forms that have to come out as words. */
  readonly listed?: readonly string[];
  readonly userWords?: readonly UserEntry[];
  /** Of `hybrid`: how finely it cuts, and the file of its model; null is the one that comes with the program. */
  readonly granularity?: Granularity;
  readonly model?: string | null;
}

/**
 * The segmenter of this name. Throws `resource/engine-missing` where nodejieba is asked for and not installed, and what
 * `loadBoundaryModel` throws.
 */
export function createEngine(options: EngineOptions): Engine {
  const { engine, lexicon, listed = [], userWords = [], granularity = 'standard', model = null } = options;
  const dictionary = decodeDictionary(lexicon);
  if (engine === 'hybrid') {
    return createHybridEngine(dictionary, { model: loadBoundaryModel(model), granularity }, listed, userWords);
  }
  const create = { lattice: createLatticeEngine, jieba: createJiebaEngine, nodejieba: createNodejiebaEngine }[engine];
  return create(dictionary, listed, userWords);
}
