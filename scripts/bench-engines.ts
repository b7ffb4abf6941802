import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Engine } from '../src/model/engine.ts';
import { createEngine, engineNames } from '../src/run/resource/create-engine.ts';
import { loadLexicon } from '../src/run/resource/load-lexicon.ts';
import type { EngineMemory } from './bench-engine-memory.ts';
import { median } from './median.ts';

/** Speed of one segmenter: medians over the pairs. */
export interface EngineSpeed {
  readonly name: string;
  readonly tokens: number;
  readonly mb_per_s: number;
  /** Of nodejieba's bare `cut`, from pairs in turn. */
  readonly ratio: number;
}

export interface EngineBench {
  readonly speeds: readonly EngineSpeed[];
  readonly memory: EngineMemory;
}

/** Every engine, and nodejieba's bare `cut` and `tag`, over the same paragraphs in turn; then load time and memory. */
export function benchEngines(paragraphs: readonly string[], bytes: number, pairs: number): EngineBench {
  const nodejieba = createRequire(import.meta.url)('nodejieba') as {
    cut(text: string, hmm: boolean): string[];
    tag(text: string): unknown[];
  };
  const bareCut = () => paragraphs.reduce((tokens, text) => tokens + nodejieba.cut(text, true).length, 0);
  const contenders: [string, () => number][] = engineNames
    .filter((name) => name !== 'nodejieba')
    .map((engine) => [engine, overAll(createEngine({ engine, lexicon: loadLexicon() }), paragraphs)]);
  contenders.push(['nodejieba tag', () => paragraphs.reduce((sum, text) => sum + nodejieba.tag(text).length, 0)]);
  bareCut();
  const cutTimes: number[] = [];
  const speeds = contenders.map(([name, run]) => {
    let tokens = run();
    const times: { bare: number; own: number }[] = [];
    for (let pair = 0; pair < pairs; pair++) {
      const bare = timed(bareCut).milliseconds;
      const { milliseconds: own, result } = timed(run);
      tokens = result;
      times.push({ bare, own });
      cutTimes.push(bare);
    }
    const ratio = median(times.map(({ bare, own }) => bare / own));
    return { name, tokens, mb_per_s: bytes / 1000 / median(times.map(({ own }) => own)), ratio };
  });
  const cut = { name: 'nodejieba cut', tokens: bareCut(), mb_per_s: bytes / 1000 / median(cutTimes), ratio: 1 };
  // In a process of its own, where nothing else has been loaded.
  const script = fileURLToPath(new URL('./bench-engine-memory.js', import.meta.url));
  const memory = JSON.parse(execFileSync(process.execPath, ['--expose-gc', script], { encoding: 'utf8' }));
  return { speeds: [cut, ...speeds], memory };
}

function overAll(engine: Engine, paragraphs: readonly string[]): () => number {
  return () => paragraphs.reduce((tokens, text) => tokens + engine.cut(text).length, 0);
}

function timed<Result>(action: () => Result): { milliseconds: number; result: Result } {
  const start = performance.now();
  const result = action();
  return { milliseconds: performance.now() - start, result };
}
