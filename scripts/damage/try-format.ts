import { damageFile } from './damage-file.ts';
import type { Outcome } from './outcomes.ts';
import { random } from './random.ts';
import { type Bench, type Crash, type NamedFiles, tryAlone, tryTogether } from './try-files.ts';

/** What became of the damaged files of one format. */
export interface FormatReport {
  readonly format: string;
  readonly files: number;
  /** Files by status, and by rule those that failed. */
  readonly statuses: Map<string, number>;
  readonly rules: Map<string, number>;
  /** Files that came out otherwise alone than among others. */
  differing: number;
  /** Folders in which the sound files did not come out as they do without damaged ones beside them. */
  disturbed: number;
  slowest: { seconds: number; name: string };
  /** Megabytes. */
  peakMemory: number;
  /** What should not be: crashes, bugs, files over a limit, files of which nothing is said. */
  readonly notable: { readonly name: string; readonly how: string; readonly what: string; readonly bytes: Buffer }[];
}

/** Files in one folder: so many that batches hold several, so few that a crash is soon found. */
const together = 250;
const expected = /^(?:input|ingest|repair)\/(?!reader-failed|too-slow|too-much-memory)/;

/** Damages the sound files of a format so many times, and runs the damaged ones among sound ones and each `alone`th alone, none for 0. */
export async function tryFormat(
  bench: Bench,
  format: string,
  sound: readonly Buffer[],
  { count, seed, alone }: { readonly count: number; readonly seed: number; readonly alone: number },
): Promise<FormatReport> {
  const next = random(seed);
  const report: FormatReport = {
    format,
    files: count,
    statuses: new Map(),
    rules: new Map(),
    differing: 0,
    disturbed: 0,
    slowest: { seconds: 0, name: '' },
    peakMemory: 0,
    notable: [],
  };
  const beside = new Map(sound.slice(0, 3).map((bytes, i) => [`sound-${i}.${format}`, bytes]));
  const names = [...beside.keys()];
  const undisturbed = tryTogether(bench, beside);
  if ('code' in undisturbed) throw new Error(`sound files: ${undisturbed.said}`);
  const unread = names.filter((name) => undisturbed.of(name).status === 'failed');
  if (unread.length > 0) throw new Error(`not sound: ${unread.map((name) => undisturbed.of(name).rules).join(', ')}`);
  const wanted = undisturbed.about(names);

  for (let done = 0; done < count; done += together) {
    const hows = new Map<string, string>();
    const damaged = new Map<string, Buffer>();
    for (let i = done; i < Math.min(count, done + together); i++) {
      const name = `${String(i).padStart(5, '0')}.${format}`;
      const { bytes, how } = damageFile(sound[i % sound.length]!, sound[next(sound.length)]!, next);
      damaged.set(name, bytes);
      hows.set(name, how);
    }
    const outcomes = new Map<string, Outcome>();
    tryAll(bench, damaged, beside, (result, files) => {
      if (!('code' in result)) {
        if (result.about(names) !== wanted) report.disturbed++;
        report.peakMemory = Math.max(report.peakMemory, result.peakMemory);
      }
      for (const name of files) {
        const crashed: Outcome = { status: 'failed', rules: ['crashed'] };
        const outcome = 'code' in result ? crashed : result.of(name);
        outcomes.set(name, outcome);
        count1(report.statuses, outcome.status);
        if (outcome.status === 'failed') for (const rule of outcome.rules) count1(report.rules, rule);
        const isNotable = outcome.status === 'silent' || outcome.rules.some((rule) => !expected.test(rule));
        const what =
          'code' in result ? `crashed (${result.code}) ${result.said}` : outcome.rules.join(', ') || 'silent';
        if (isNotable) report.notable.push({ name, how: hows.get(name)!, what, bytes: damaged.get(name)! });
      }
    });
    for (const [name, bytes] of damaged) {
      if (Number.parseInt(name, 10) % alone !== 0) continue;
      const { outcome, seconds } = await tryAlone(bench, name, bytes);
      if (seconds > report.slowest.seconds) report.slowest = { seconds, name: `${name} (${hows.get(name)})` };
      const before = outcomes.get(name)!;
      const isSame = before.status === outcome.status && before.rules.join() === outcome.rules.join();
      if (isSame || outcome.rules[0] === 'input/no-documents') continue;
      report.differing++;
      const what = `${before.status} ${before.rules}; alone ${outcome.status} ${outcome.rules}`;
      report.notable.push({ name, how: hows.get(name)!, what, bytes });
    }
  }
  return report;
}

/** Runs the files with the sound ones; where the command crashes, in two halves, until the one is found that does it. */
function tryAll(
  bench: Bench,
  damaged: NamedFiles,
  beside: NamedFiles,
  tell: (result: ReturnType<typeof tryTogether>, files: readonly string[]) => void,
): void {
  const result = tryTogether(bench, new Map([...damaged, ...beside]));
  if (!isCrash(result) || damaged.size === 1) {
    tell(result, [...damaged.keys()]);
    return;
  }
  const files = [...damaged];
  const half = files.length >> 1;
  tryAll(bench, new Map(files.slice(0, half)), beside, tell);
  tryAll(bench, new Map(files.slice(half)), beside, tell);
}

function isCrash(result: ReturnType<typeof tryTogether>): result is Crash {
  return 'code' in result;
}

function count1(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
