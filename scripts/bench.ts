/**
 * `npm run bench [-- DIR]`: the whole main job (text files to all default tables, one worker) against bare
 * `nodejieba.cut(paragraph, true)` over the same text in the same process, in alternating pairs; and the peak memory of
 * fresh processes over growing numbers of documents; and the segmenters by themselves. Prints a table and writes output/bench.json.
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CorpusFile, listCorpus } from '../src/ingest/corpus.ts';
import { readDocument } from '../src/ingest/read-document.ts';
import { findPackageRoot } from '../src/run/package-root.ts';
import { run } from '../src/run/run.ts';
import { settingsSchema } from '../src/run/settings.ts';
import { benchEngines } from './bench-engines.ts';
import { median } from './median.ts';

const pairs = 5;
const leastBytes = 5_000_000;
const multiples = [1, 2, 4] as const;

const { folder: root } = findPackageRoot();
const temporary = mkdtempSync(join(tmpdir(), 'cewen-bench-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));

/** mulberry32: a small generator with a seed, so that every bench has the same corpus. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Writes variations of the sample texts, other digits in each, until there are enough bytes. */
async function makeCorpus(folder: string): Promise<void> {
  const { files: own } = listCorpus([join(root, 'corpus')]);
  const samples = (await Promise.all(own.map((file) => readDocument(file, {})))).map(({ raw }) => raw);
  const next = random(20231);
  mkdirSync(folder);
  let bytes = 0;
  for (let i = 0; bytes < leastBytes; i++) {
    const sample = samples[i % samples.length] as string;
    const text = sample.replace(/[0-9]/g, () => String(Math.floor(next() * 10)));
    const name = join(folder, `${String(i).padStart(5, '0')}.txt`);
    writeFileSync(name, text);
    bytes += statSync(name).size;
  }
}

/** Copies a number of the corpus's documents, under a new name where each is needed more than once. */
function copyDocuments(files: readonly CorpusFile[], count: number, folder: string): void {
  mkdirSync(folder);
  for (let i = 0; i < count; i++) {
    const file = files[i % files.length] as CorpusFile;
    const ending = file.format === 'markdown' ? 'md' : 'txt';
    copyFileSync(file.path, join(folder, `${String(i).padStart(6, '0')}.${ending}`));
  }
}

function paragraphsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n'))
    .filter((line) => line !== '');
}

function lastLog(out: string): { stages: Record<string, number>; peak_memory_mb: number } {
  return JSON.parse(readFileSync(join(out, 'run-log.jsonl'), 'utf8').trim().split('\n').at(-1) as string);
}

let corpus = process.argv[2];
if (corpus === undefined) {
  corpus = join(temporary, 'corpus');
  await makeCorpus(corpus);
}
const { files } = listCorpus([corpus]);
const bytes = files.reduce((sum, file) => sum + statSync(file.path).size, 0);
const out = join(temporary, 'out');
const settings = settingsSchema.parse({ paths: [corpus], out });

// Loads the dictionaries, which neither side is charged for, and lets the compiler see all code once.
const first = await run(settings);
const paragraphs = paragraphsUnder(join(out, 'text'));
const { cut } = createRequire(import.meta.url)('nodejieba') as { cut(text: string, hmm: boolean): string[] };
for (const paragraph of paragraphs) cut(paragraph, true);

const times: { bare: number; whole: number }[] = [];
const stages = new Map<string, number>();
for (let pair = 0; pair < pairs; pair++) {
  let start = performance.now();
  for (const paragraph of paragraphs) cut(paragraph, true);
  const bare = performance.now() - start;
  start = performance.now();
  await run(settings);
  const whole = performance.now() - start;
  times.push({ bare, whole });
  for (const [stage, time] of Object.entries(lastLog(out).stages)) stages.set(stage, (stages.get(stage) ?? 0) + time);
}
const ratio = median(times.map(({ bare, whole }) => bare / whole));

const engines = benchEngines(paragraphs, Buffer.byteLength(paragraphs.join('\n')), pairs);

const memory: { documents: number; peak_memory_mb: number }[] = [];
for (const multiple of multiples) {
  const folder = join(temporary, `times-${multiple}`);
  const result = join(temporary, `out-${multiple}`);
  copyDocuments(files, files.length * multiple, folder);
  const cli = fileURLToPath(new URL('../src/cli.js', import.meta.url));
  execFileSync(process.execPath, [cli, 'run', folder, '--out', result], { stdio: 'ignore' });
  memory.push({ documents: files.length * multiple, peak_memory_mb: lastLog(result).peak_memory_mb });
}

const megabytes = bytes / 1e6;
const total = [...stages.values()].reduce((sum, time) => sum + time, 0);
const report = {
  documents: files.length,
  bytes,
  words: first.tokens,
  bare_mb_per_s: megabytes / (median(times.map(({ bare }) => bare)) / 1000),
  whole_mb_per_s: megabytes / (median(times.map(({ whole }) => whole)) / 1000),
  ratio,
  pairs: times,
  stages: Object.fromEntries([...stages].map(([stage, time]) => [stage, time / total])),
  memory,
  engines,
  node: process.version,
  cpu: cpus()[0]?.model ?? '',
};
mkdirSync(join(root, 'output'), { recursive: true });
writeFileSync(join(root, 'output', 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);

const lines = [
  `${files.length} documents, ${megabytes.toFixed(1)} MB, ${first.tokens} words`,
  `bare nodejieba   ${report.bare_mb_per_s.toFixed(2)} MB/s`,
  `whole main job   ${report.whole_mb_per_s.toFixed(2)} MB/s`,
  `ratio            ${ratio.toFixed(2)} (median of ${pairs} pairs: ${times.map(({ bare, whole }) => (bare / whole).toFixed(2)).join(' ')})`,
  ...[...stages].map(([stage, time]) => `  ${stage.padEnd(14)} ${((100 * time) / total).toFixed(1).padStart(5)} %`),
  ...engines.speeds.map(
    ({ name, tokens, mb_per_s, ratio }) =>
      `${name.padEnd(16)} ${mb_per_s.toFixed(2)} MB/s, ${tokens} tokens, ${ratio.toFixed(2)} of nodejieba cut`,
  ),
  `engine jieba     loads in ${engines.memory.load_ms.toFixed(0)} ms; ${engines.memory.first_mb.toFixed(0)} MB, ${engines.memory.second_mb.toFixed(0)} MB in one worker more`,
  ...memory.map(({ documents, peak_memory_mb }) => `peak memory      ${documents} documents: ${peak_memory_mb} MB`),
];
process.stdout.write(`${lines.join('\n')}\n`);
