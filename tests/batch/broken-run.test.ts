import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../built.ts';
import { cewen, startCewen } from '../command.ts';
import { readFiles, temporaryFolder, writeFiles } from '../folders.ts';

beforeAll(ensureBuilt, 300_000);

const folder = temporaryFolder();
const at = (name: string) => join(folder.path, name);
/** A user whom every system has, and who may write nothing. */
const nobody = 65534;
const notice = (i: number) =>
  `关于第${i}号规划的通知\n\n${`　　坚持科技自立自强，健全新型举国体制，完成${i}项任务，推动高质量发展。\n`.repeat(3)}`;
const texts = Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`texts/${i}.txt`, notice(i)]));

function result(name: string): Record<string, string> {
  const { 'run-log.jsonl': log, ...files } = readFiles(at(name));
  return files;
}

const run = (...args: string[]) => cewen(['run', 'texts', ...args], { cwd: folder.path });

/** Starts a run, does something when it has written some texts, and tells how it ended. */
async function broken(act: (child: ChildProcess) => void, args: readonly string[] = [], user?: number) {
  const child = startCewen(['run', 'texts', '--out', 'out', ...args], folder.path, user);
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const isOver = once(child, 'exit') as Promise<[number | null, string | null]>;
  const written = at('out/.cewen-partial/text');
  while (child.exitCode === null && (!existsSync(written) || readdirSync(written).length < 20)) await wait(2);
  act(child);
  const [code, signal] = await isOver;
  return { code, signal, stderr };
}

describe('a run that is disturbed in the middle', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s says how to go on, and goes on from its cache', { timeout: 60_000 }, async (signal, expected) => {
    writeFiles(folder.path, texts);
    const { code, stderr } = await broken((child) => child.kill(signal), ['--cache', 'cache']);
    expect(code).toBe(expected);
    expect(stderr).toMatch(
      /^cewen: interrupted; out is as it was\. The same command goes on where it was: what is done is in \S*cache\n$/,
    );
    expect(existsSync(at('out'))).toBe(false);
    const kept = readdirSync(at('cache'), { recursive: true, encoding: 'utf8' });
    expect(kept.filter((name) => /[0-9a-f]{40}$/.test(name)).length).toBeGreaterThan(10);
    expect(run('--out', 'out', '--cache', 'cache').code).toBe(0);
    expect(run('--out', 'expected').code).toBe(0);
    expect(result('out')).toEqual(result('expected'));
  });

  test('whose folder is removed says so, and the next one is whole', { timeout: 60_000 }, async () => {
    writeFiles(folder.path, texts);
    const { code, stderr } = await broken(() => rmSync(at('out'), { recursive: true, force: true, maxRetries: 9 }));
    expect({ code, stderr }).toEqual({
      code: 5,
      stderr:
        'cewen: out: the folder, or what was written into it, was removed while the run lasted; run the command again\n',
    });
    expect(run('--out', 'out').code).toBe(0);
    expect(run('--out', 'expected').code).toBe(0);
    expect(result('out')).toEqual(result('expected'));
  });

  test.skipIf(process.platform === 'win32')(
    'that may not write any more says so and leaves the earlier result as it was',
    { timeout: 60_000 },
    async () => {
      writeFiles(folder.path, texts);
      expect(run('--out', 'out', '--context', '3').code).toBe(0);
      const before = result('out');
      // Root may always write.
      const user = process.getuid!() === 0 ? nobody : undefined;
      if (user !== undefined) spawnSync('chown', ['-R', `${user}`, folder.path]);
      const { code, stderr } = await broken(
        () => chmodSync(at('out/.cewen-partial/text'), 0o500),
        ['--context', '3'],
        user,
      );
      expect({ code, stderr }).toEqual({ code: 5, stderr: expect.stringContaining('cannot be written to (EACCES)') });
      const left = Object.entries(result('out')).filter(([name]) => !name.startsWith('.cewen-partial'));
      expect(Object.fromEntries(left)).toEqual(before);
      expect(run('--out', 'out', '--context', '3').code).toBe(0);
      expect(result('out')).toEqual(before);
    },
  );
});

describe('a disk that is full', () => {
  const small = '/tmp/cewen-small-disk';
  mkdirSync(small, { recursive: true });
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', small]).status === 0;
  afterAll(() => {
    if (isMounted) spawnSync('umount', [small]);
    rmSync(small, { recursive: true, force: true });
  });

  test.skipIf(!isMounted)(
    'is told, and leaves what was there (needs to mount a small one)',
    { timeout: 60_000 },
    () => {
      writeFiles(folder.path, { 'few/a.txt': notice(0) });
      const few = (...args: string[]) => cewen(['run', 'few', ...args], { cwd: folder.path });
      const out = join(small, 'out');
      expect(few('--out', out, '--no-report').code).toBe(0);
      const before = readFiles(out);
      writeFiles(folder.path, texts);
      for (const more of [[], ['--memory', '0'], ['--workers', '0']]) {
        const { code, stderr } = run('--out', out, ...more);
        expect({ code, stderr }).toEqual({ code: 5, stderr: expect.stringContaining('the disk is full (ENOSPC)') });
        expect(readFiles(out)).toEqual(before);
      }
      expect(few('--out', out, '--no-report').code).toBe(0);
      const { 'run-log.jsonl': log, ...same } = before;
      expect(readFiles(out)).toMatchObject(same);
    },
  );
});
