import type { CleanDocument, SegmentedDocument } from '../model/document.ts';
import { createSegment } from '../segment/segment.ts';
import { createEngine, type EngineOptions } from './create-engine.ts';
import { loadLexicon } from './load-lexicon.ts';
import { type SegmentAnswer, SegmentThread } from './segment-thread.ts';

/** The segment stage, wherever it works. */
export interface Segmenter {
  /** The stage's settings for the manifest. Throws what kept the engine from starting. */
  settings(): Promise<Readonly<Record<string, unknown>>>;
  segment(document: CleanDocument): Promise<SegmentAnswer>;
}

let last: { readonly key: string; readonly segmenter: Segmenter & { readonly failed?: boolean } } | undefined;

/**
 * A segmenter that knows these forms, in a thread of its own where `workers` is 1. The last one is used again where it
 * fits, because its dictionaries take a second to load.
 */
export function segmenterWith(engine: EngineOptions['engine'], listed: readonly string[], workers: number): Segmenter {
  // Straight from its sources (in tests) the program has no file that a thread could start from.
  const threaded = workers > 0 && !import.meta.url.endsWith('.ts');
  const key = `${threaded} ${engine} ${listed.join('\n')}`;
  if (last?.key !== key || last.segmenter.failed === true) {
    const options = { engine, listed, lexicon: loadLexicon() };
    last = { key, segmenter: threaded ? new SegmentThread(options) : inThisThread(options) };
  }
  return last.segmenter;
}

function inThisThread(options: EngineOptions): Segmenter {
  const stage = createSegment(createEngine(options));
  return {
    settings: async () => stage.settings,
    async segment(document) {
      const start = performance.now();
      const { tokens, fineEnds, sentences }: SegmentedDocument = stage.run(document);
      return { tokens, fineEnds, sentences, milliseconds: performance.now() - start };
    },
  };
}
