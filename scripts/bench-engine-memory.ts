/** Prints how long engine jieba takes to load, and how much memory it takes in the main thread and in one worker more. */
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createEngine } from '../src/run/resource/create-engine.ts';
import { loadLexicon } from '../src/run/resource/load-lexicon.ts';

export interface EngineMemory {
  readonly load_ms: number;
  /** Resident memory that the first engine adds, and that an engine in a worker adds to a worker without one. */
  readonly first_mb: number;
  readonly second_mb: number;
}

const sample = '坚持和完善新型举国体制，推进科技自立自强。2035年远景目标纲要';

function start(lexicon: SharedArrayBuffer): void {
  const engine = createEngine({ engine: 'jieba', lexicon });
  for (let i = 0; i < 1000; i++) engine.cut(sample);
}

function resident(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 2 ** 20;
}

/** Memory with one worker more, with an engine or without. */
async function withWorker(lexicon: SharedArrayBuffer | undefined): Promise<number> {
  const before = resident();
  const worker = new Worker(new URL(import.meta.url), { workerData: { lexicon } });
  await once(worker, 'message');
  const added = resident() - before;
  await worker.terminate();
  return added;
}

if (isMainThread) {
  const before = resident();
  const begun = performance.now();
  const lexicon = loadLexicon();
  start(lexicon);
  const loaded = performance.now() - begun;
  const first = resident() - before;
  await withWorker(undefined);
  const bare = await withWorker(undefined);
  const second = (await withWorker(lexicon)) - bare;
  const memory: EngineMemory = { load_ms: loaded, first_mb: first, second_mb: second };
  process.stdout.write(JSON.stringify(memory));
} else {
  const { lexicon } = workerData as { lexicon: SharedArrayBuffer | undefined };
  if (lexicon !== undefined) start(lexicon);
  parentPort!.postMessage('ready');
}
