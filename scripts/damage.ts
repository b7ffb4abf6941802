/**
 * `npm run damage -- [DIR...] [--count 2000] [--seed 1] [--formats pdf,docx] [--seconds 60] [--memory 2000] [--largest 300000]
 * [--keep DIR] [--alone 10]`: damages sound files (small ones made here, and those under the folders) and runs the damaged ones
 * through the command among sound files, and every tenth of them alone. Prints what became of them, format by format. Ends with 1 where a file
 * crashed the command, met a bug, was passed over in silence, or disturbed the others.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { builtFiles, filesUnder } from './damage/sound-files.ts';
import type { Bench } from './damage/try-files.ts';
import { type FormatReport, tryFormat } from './damage/try-format.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    formats: { type: 'string', default: 'pdf,docx,doc,html,txt,md,ofd,csv,xlsx,zip' },
    seconds: { type: 'string', default: '60' },
    memory: { type: 'string', default: '2000' },
    largest: { type: 'string', default: '300000' },
    keep: { type: 'string' },
    alone: { type: 'string', default: '10' },
  },
});
/** Sound files of a format that are damaged in turn. */
const most = 12;

const folder = mkdtempSync(join(tmpdir(), 'cewen-damage-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const bench: Bench = {
  folder,
  cli: fileURLToPath(new URL('../src/cli.js', import.meta.url)),
  seconds: Number(values.seconds),
  megabytes: Number(values.memory),
};
const settings = { count: Number(values.count), seed: Number(values.seed), alone: Number(values.alone) };
const built = builtFiles();
const given = filesUnder(positionals, Number(values.largest), most);
let isGood = true;
for (const format of values.formats.split(',')) {
  const sound = [...(built.get(format) ?? []), ...(given.get(format) ?? [])];
  if (sound.length === 0) throw new Error(`no sound file of the format ${format}`);
  const report = await tryFormat(bench, format, sound, settings);
  process.stdout.write(`${tell(report)}\n`);
  if (values.keep !== undefined) keep(report, values.keep);
  const isBad = ({ what }: FormatReport['notable'][number]) => !/too-slow|too-much-memory/.test(what);
  if (report.disturbed > 0 || report.notable.some(isBad)) isGood = false;
}
process.exitCode = isGood ? 0 : 1;

function tell({ format, files, statuses, rules, slowest, ...report }: FormatReport): string {
  const counts = (all: ReadonlyMap<string, number>) =>
    [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${name} ${count}`);
  const lines = [
    `${format}: ${files} damaged files: ${counts(statuses).join(', ')}`,
    ...counts(rules).map((rule) => `  ${rule}`),
    `  otherwise alone ${report.differing}, folders with sound files disturbed ${report.disturbed}, peak ${report.peakMemory} MB`,
    `  slowest ${slowest.seconds.toFixed(2)} s: ${slowest.name}`,
    ...report.notable.map(({ name, how, what }) => `  ! ${name} (${how}): ${what}`),
  ];
  return lines.join('\n');
}

function keep({ format, notable }: FormatReport, folder: string): void {
  mkdirSync(join(folder, format), { recursive: true });
  for (const { name, bytes } of notable) writeFileSync(join(folder, format, name), bytes);
}
