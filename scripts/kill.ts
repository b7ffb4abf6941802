/**
 * `npm run kill -- [DIR] [--times 60] [--seed 1]`: runs the command over a folder (without one, the sample texts), kills it with SIGKILL at
 * a random moment, runs it again to its end, and compares the result with that of a run that nobody disturbed. Every other time there
 * is an earlier result of other settings in the folder, and every third time a cache. Ends with 1 where a byte differs, or where what
 * a killed run left is neither the earlier result nor the new one nor none.
 */
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findPackageRoot } from '../src/run/resource/package-root.ts';
import { random } from './damage/random.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const times = Number(values.times);
const texts = resolve(positionals[0] ?? join(findPackageRoot().folder, 'corpus'));
const cli = fileURLToPath(new URL('../src/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cewen-kill-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const [out, cache] = [at('out'), at('cache')];

function run(target: string, ...more: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [cli, 'run', texts, '--out', target, ...more], { encoding: 'utf8' });
}

/** A digest of a result, the log left out; empty where there is no manifest. */
function digest(path: string): string {
  if (!existsSync(join(path, 'manifest.json'))) return '';
  const hash = createHash('sha256');
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.startsWith('.cewen-partial') && !name.endsWith('run-log.jsonl') && /\.\w+$/.test(name),
  );
  for (const name of names.sort()) hash.update(name).update(readFileSync(join(path, name)));
  return hash.digest('hex');
}

/** Kills a run after so many milliseconds; whether it had not ended by itself. */
function killed(after: number, more: readonly string[]): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [cli, 'run', texts, '--out', out, ...more], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    child.on('exit', (_, signal) => {
      clearTimeout(timer);
      done(signal === 'SIGKILL');
    });
  });
}

const start = performance.now();
run(at('expected'));
const whole = performance.now() - start;
run(at('earlier'), '--context', '5');
const [expected, earlier] = [digest(at('expected')), digest(at('earlier'))];
if (expected === '' || expected === earlier) throw new Error('the runs to compare with failed');

const next = random(Number(values.seed));
let interrupted = 0;
const wrong: string[] = [];
for (let i = 0; i < times; i++) {
  rmSync(out, { recursive: true, force: true });
  const before = i % 2 === 0 ? '' : earlier;
  if (before !== '') cpSync(at('earlier'), out, { recursive: true });
  const more = i % 3 === 0 ? ['--cache', cache] : [];
  const after = next(Math.round(whole));
  if (await killed(after, more)) interrupted++;
  const left = existsSync(out) ? digest(out) : '';
  if (left !== '' && left !== before && left !== expected) wrong.push(`${i}, after ${after} ms: a mixture was left`);
  const { status, stderr } = run(out, ...more);
  if (status !== 0) wrong.push(`${i}, after ${after} ms: the next run ended with ${status}: ${stderr.trim()}`);
  else if (digest(out) !== expected) wrong.push(`${i}, after ${after} ms: other bytes`);
}
for (const line of wrong) process.stdout.write(`${line}\n`);
const same = `${times - wrong.length} of ${times} runs ended with the same bytes`;
process.stdout.write(`${same}; ${interrupted} were killed before their end, within ${Math.round(whole)} ms\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
