import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/run/run.ts';
import type { Language } from '../../src/run/wording/wording.ts';
import { type Outcome, type Outcomes, readOutcomes } from './outcomes.ts';

/** Files by their names. */
export type NamedFiles = ReadonlyMap<string, Buffer>;

/** A place for the files and the results of one try after another, with the limits of a document. */
export interface Bench {
  readonly folder: string;
  readonly cli: string;
  readonly seconds: number;
  readonly megabytes: number;
}

/** A command that did not end as it should. */
export interface Crash {
  readonly code: number | null;
  readonly said: string;
}

/** Runs the real command over files in one folder. */
export function tryTogether(bench: Bench, files: NamedFiles): Outcomes | Crash {
  const [texts, out] = fresh(bench, files);
  const limits = ['--document-seconds', String(bench.seconds), '--document-memory', String(bench.megabytes)];
  const language: Language = 'en';
  const args = [bench.cli, 'run', texts, '--out', out, ...limits, '--lang', language];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  // 3: not one of them was a document.
  if (status === 0 || status === 1) return readOutcomes(out);
  if (status === 3) return { ...nothing, of: () => ({ status: 'failed', rules: ['input/no-documents'] }) };
  return { code: status, said: stderr.slice(-1500) };
}

/** Runs one file by itself in this process, whose thread is kept, and tells how long it took. */
export async function tryAlone(
  bench: Bench,
  name: string,
  bytes: Buffer,
): Promise<{ outcome: Outcome; seconds: number }> {
  const [texts, out] = fresh(bench, new Map([[name, bytes]]));
  const start = performance.now();
  const limits = { document_seconds: bench.seconds, document_memory: bench.megabytes };
  let outcome: Outcome;
  try {
    await run({ paths: [texts], out, ...limits });
    outcome = readOutcomes(out).of(name);
  } catch (error) {
    const { code, stack } = error as { code?: string; stack?: string };
    outcome = { status: 'failed', rules: [code ?? `bug: ${stack}`] };
  }
  return { outcome, seconds: (performance.now() - start) / 1000 };
}

const nothing: Outcomes = { of: () => ({ status: 'silent', rules: [] }), about: () => '', peakMemory: 0 };

function fresh({ folder }: Bench, files: NamedFiles): [texts: string, out: string] {
  const texts = join(folder, 'texts');
  const out = join(folder, 'out');
  for (const path of [texts, out]) rmSync(path, { recursive: true, force: true });
  mkdirSync(texts);
  for (const [name, bytes] of files) writeFileSync(join(texts, name), bytes);
  return [texts, out];
}
