/**
 * `npm run bench [-- DIR]`: the whole main job (text files to all default tables, one worker, then two) against bare
 * `nodejieba.cut(paragraph, true)` over the same text in the same process, in alternating pairs; and the peak memory of
 * fresh processes over growing numbers of documents; and the
 * segmenters by themselves, many small documents, and pages of PDF beside bare extraction. Prints a table and writes output/bench.json.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
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
import { CorpusError } from '../src/model/errors.ts';
import { findPackageRoot } from '../src/run/resource/package-root.ts';
import { run } from '../src/run/run.ts';
import { settingsSchema } from '../src/run/settings.ts';
import { say } from '../src/run/wording/wording.ts';
import { copyDocuments, makeCorpus } from './bench-corpus.ts';
import { benchEngines } from './bench-engines.ts';
import { benchPages } from './bench-pages.ts';
import { madePdf } from './made-pdf.ts';
import { median } from './median.ts';

const pairs = 5;
const reportPages = 200;
const multiples = [1, 2, 4] as const;

const { folder: root } = findPackageRoot();
const cli = fileURLToPath(new URL('../src/cli.js', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'cewen-bench-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));

function paragraphsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n'))
    .filter((line) => line !== '');
}

function lastLog(out: string): { stages: Record<string, number>; peak_memory_mb: number } {
  return JSON.parse(readFileSync(join(out, 'run-log.jsonl'), 'utf8').trim().split('\n').at(-1) as string);
}

/** A report is as long as so many of the sample texts. */
const textsOfReport = 8;

const usage = `npm run bench [-- DIR]

The speed and the memory of cewen on this machine, beside bare nodejieba on the same text: over the documents of DIR, which may be
of any format, or without DIR over reports that are made from corpus/. It takes some minutes; prints a table and writes
output/bench.json. The figures are ratios of what is measured in one run: to compare machines or days look at these.
`;

/** Tells how it is used, and ends. */
function end(text: string, code: number): never {
  (code === 0 ? process.stdout : process.stderr).write(text);
  process.exit(code);
}

function listed(folder: string): readonly CorpusFile[] {
  try {
    return listCorpus([folder]).files;
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    return end(`${error.place}: ${say('en', error.code, error.values)}\n`, 3);
  }
}

const [given, ...others] = process.argv.slice(2);
if (given === '--help' || given === '-h') end(usage, 0);
if (others.length > 0 || given?.startsWith('-'))
  end(`expected one folder, found ${process.argv.slice(2).join(' ')}\n\n${usage}`, 2);
if (given !== undefined && !statSync(given, { throwIfNoEntry: false })?.isDirectory()) {
  end(`expected a folder, found ${existsSync(given) ? 'a file' : 'nothing'}: ${given}\n\n${usage}`, 2);
}
const corpus = given ?? join(temporary, 'corpus');
if (given === undefined) await makeCorpus(corpus, textsOfReport);
const files = listed(corpus);
const bytes = files.reduce((sum, file) => sum + statSync(file.path).size, 0);
const out = join(temporary, 'out');
const settingsOf = (workers: number) => settingsSchema.parse({ paths: [corpus], out, workers });

// Loads the dictionaries, which neither side is charged for, and lets the compiler see all code once.
const first = await run(settingsOf(1));
const paragraphs = paragraphsUnder(join(out, 'text'));
const { cut } = createRequire(import.meta.url)('nodejieba') as { cut(text: string, hmm: boolean): string[] };
for (const paragraph of paragraphs) cut(paragraph, true);

interface Pair {
  readonly bare: number;
  readonly whole: number;
}

const stages = new Map<string, number>();

/** Alternating pairs with so many workers, which are kept from one run to the next. */
async function benchPairs(workers: number): Promise<Pair[]> {
  const times: Pair[] = [];
  const settings = settingsOf(workers);
  if (workers > 1) await run(settings);
  for (let pair = 0; pair < pairs; pair++) {
    let start = performance.now();
    for (const paragraph of paragraphs) cut(paragraph, true);
    const bare = performance.now() - start;
    start = performance.now();
    await run(settings);
    times.push({ bare, whole: performance.now() - start });
    if (workers > 1) continue;
    for (const [stage, time] of Object.entries(lastLog(out).stages)) stages.set(stage, (stages.get(stage) ?? 0) + time);
  }
  return times;
}

const ratioOf = (times: readonly Pair[]) => median(times.map(({ bare, whole }) => bare / whole));
const times = await benchPairs(1);
const timesOfTwo = await benchPairs(2);
const ratio = ratioOf(times);
const ratioOfTwo = ratioOf(timesOfTwo);

const engines = benchEngines(paragraphs, Buffer.byteLength(paragraphs.join('\n')), pairs);

/** Many small documents: a file for each sample text. */
async function smallDocuments(): Promise<{ documents: number; per_second: number }> {
  const folder = join(temporary, 'small');
  await makeCorpus(folder, 1);
  const small = settingsSchema.parse({ paths: [folder], out: join(temporary, 'out-small') });
  const taken: number[] = [];
  let documents = 0;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    ({ documents } = await run(small));
    taken.push((performance.now() - start) / 1000);
  }
  return { documents, per_second: documents / median(taken) };
}
const small = given === undefined ? await smallDocuments() : undefined;

/** The PDF files of the folder, or one that is made; and the memory of a run over 200 pages. */
async function benchPdf() {
  const folder = join(temporary, 'pages');
  mkdirSync(folder);
  writeFileSync(join(folder, 'report.pdf'), madePdf(paragraphs.join('\n'), reportPages));
  const result = join(temporary, 'out-pages');
  execFileSync(process.execPath, [cli, 'run', folder, '--out', result], { stdio: 'ignore' });
  const own = files.filter(({ format }) => format === 'pdf');
  const speed = await benchPages(own.length > 0 ? own : listCorpus([folder]).files, pairs);
  return { ...speed, report_pages: reportPages, report_peak_memory_mb: lastLog(result).peak_memory_mb };
}
const pdf = await benchPdf();

const memory: { documents: number; peak_memory_mb: number }[] = [];
for (const multiple of multiples) {
  const folder = join(temporary, `times-${multiple}`);
  const result = join(temporary, `out-${multiple}`);
  copyDocuments(files, files.length * multiple, folder);
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
  two_workers: { ratio: ratioOfTwo, to_one: ratioOfTwo / ratio, pairs: timesOfTwo },
  stages: Object.fromEntries([...stages].map(([stage, time]) => [stage, time / total])),
  small,
  pdf,
  memory,
  engines,
  node: process.version,
  cpu: cpus()[0]?.model ?? '',
};
mkdirSync(join(root, 'output'), { recursive: true });
writeFileSync(join(root, 'output', 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);

const shown = (times: readonly Pair[]) => times.map(({ bare, whole }) => (bare / whole).toFixed(2)).join(' ');
const lines = [
  `${files.length} documents, ${megabytes.toFixed(1)} MB, ${first.tokens} words`,
  `bare nodejieba   ${report.bare_mb_per_s.toFixed(2)} MB/s`,
  `whole main job   ${report.whole_mb_per_s.toFixed(2)} MB/s`,
  `one worker       ${ratio.toFixed(2)} times bare (median of ${pairs} pairs: ${shown(times)})`,
  `two workers      ${ratioOfTwo.toFixed(2)} (${shown(timesOfTwo)}), ${(ratioOfTwo / ratio).toFixed(2)} times one`,
  ...[...stages].map(([stage, time]) => `  ${stage.padEnd(14)} ${((100 * time) / total).toFixed(1).padStart(5)} %`),
  ...engines.speeds.map(
    ({ name, tokens, mb_per_s, ratio }) =>
      `${name.padEnd(16)} ${mb_per_s.toFixed(2)} MB/s, ${tokens} tokens, ${ratio.toFixed(2)} of nodejieba cut`,
  ),
  `engine jieba     loads in ${engines.memory.load_ms.toFixed(0)} ms; ${engines.memory.first_mb.toFixed(0)} MB, ${engines.memory.second_mb.toFixed(0)} MB in one worker more`,
  ...(small === undefined
    ? []
    : [`small documents  ${small.per_second.toFixed(0)} a second (${small.documents} of one text each, all tables)`]),
  `PDF              ${pdf.whole.toFixed(0)} pages/s read and repaired, ${pdf.ratio.toFixed(2)} of bare extraction (${pdf.pages} pages)`,
  `                 a report of ${pdf.report_pages} pages: ${pdf.report_peak_memory_mb} MB at most`,
  ...memory.map(({ documents, peak_memory_mb }) => `peak memory      ${documents} documents: ${peak_memory_mb} MB`),
];
process.stdout.write(`${lines.join('\n')}\n`);
