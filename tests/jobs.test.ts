import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { ensureBuilt } from './built.ts';
import { temporaryFolder, writeFiles } from './folders.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = temporaryFolder();
const path = (name: string) => join(folder.path, name);
const environment = () => ({ ...process.env, PATH: `${path('bin')}:${process.env.PATH}` });

/** `cewen` as it would be installed. */
function cewen(...args: string[]): void {
  execFileSync('cewen', args, { cwd: folder.path, env: environment(), stdio: 'pipe' });
}

/** Digests of the files of a result, but of the log of times. */
const manifest = (name: string) => JSON.parse(readFileSync(path(`${name}/manifest.json`), 'utf8')).outputs;

beforeAll(ensureBuilt, 180_000);
beforeEach(() => {
  writeFiles(folder.path, {
    'data/.keep': '',
    'bin/cewen': `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'dist/cli.js')}" "$@"\n`,
    ...Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [`texts/${i}.txt`, `第${i}号文件\n\n坚持改革开放，推进科技创新。\n`]),
    ),
    // A file that cannot be read: its shard ends with 1, and is whole all the same.
    'texts/9.pdf': '%PDF-1.4 and nothing more',
  });
  chmodSync(path('bin/cewen'), 0o755);
  spawnSync('cewen', ['run', 'texts', '--out', 'one'], { cwd: folder.path, env: environment() });
});

describe('job files', () => {
  const hasParallel = /GNU parallel/.test(String(spawnSync('parallel', ['--version']).stdout));

  test.skipIf(!hasParallel)('for GNU parallel give the bytes of one run', () => {
    cewen('plan', 'texts', '--shards', '4', '--out', 'plan');
    const { status, stderr } = spawnSync(join(root, 'jobs/parallel.sh'), ['plan', 'results', '--jobs', '2'], {
      cwd: folder.path,
      env: environment(),
      encoding: 'utf8',
    });
    // The merge tells of the file that cannot be read, as a run does.
    expect(status, stderr).toBe(1);
    expect(manifest('results')).toEqual(manifest('one'));
  });

  test('for Kubernetes are indexed, and their commands give the bytes of one run', () => {
    cewen('plan', 'texts', '--shards', '8', '--out', 'data/plan');
    const [shards, merge] = parseAllDocuments(readFileSync(join(root, 'jobs/kubernetes.yaml'), 'utf8')).map((one) => {
      expect(one.errors).toEqual([]);
      return one.toJS();
    });
    expect(shards).toMatchObject({ kind: 'Job', spec: { completionMode: 'Indexed', completions: 8 } });
    const run = (job: typeof shards, more: Record<string, string>) => {
      const [shell, flag, script] = job.spec.template.spec.containers[0].command;
      const here = script.replaceAll('/data/', `${path('data')}/`);
      execFileSync(shell, [flag, here], { cwd: folder.path, env: { ...environment(), ...more }, stdio: 'pipe' });
    };
    for (let index = 0; index < shards.spec.completions; index++) run(shards, { JOB_COMPLETION_INDEX: String(index) });
    run(merge, {});
    expect(manifest('data/results')).toEqual(manifest('one'));
  });

  test('for Slurm are shell scripts without a mistake, and name no place of their own', () => {
    for (const name of readdirSync(join(root, 'jobs')).filter((one) => one.endsWith('.sh'))) {
      const { status, stderr } = spawnSync('bash', ['-n', join(root, 'jobs', name)], { encoding: 'utf8' });
      expect(status, stderr).toBe(0);
      expect(readFileSync(join(root, 'jobs', name), 'utf8')).not.toMatch(/\/(?:home|root|tmp|work)\//);
    }
  });
});
