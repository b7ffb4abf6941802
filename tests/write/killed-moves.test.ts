import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../built.ts';
import { readFiles, temporaryFolder, writeFiles } from '../folders.ts';

beforeAll(ensureBuilt, 300_000);

const folder = temporaryFolder();
const built = new URL('../../dist/write/folder.js', import.meta.url);

/** A run of so many tables and texts, which is killed at the given change of the disk after it is written. */
function script(texts: readonly string[], version: string): string {
  return `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { OutputFolder } = await import(${JSON.stringify(pathToFileURL(built.pathname).href)});
    const folder = new OutputFolder('out');
    const outputs = [];
    for (const name of ['terms.csv', ...${JSON.stringify(texts)}]) {
      const file = folder.file(name);
      file.write(name + ' of ${version}');
      file.close();
      outputs.push({ path: name });
    }
    const manifest = folder.file('manifest.json');
    manifest.write(JSON.stringify({ format: 'cewen-manifest/1', version: '${version}', outputs }));
    manifest.close();
    let left = Number(process.argv[2]);
    for (const name of ['renameSync', 'rmSync', 'rmdirSync', 'mkdirSync', 'openSync']) {
      const real = fs[name];
      fs[name] = (...args) => {
        if (left-- === 0) {
          process.kill(process.pid, 'SIGKILL');
          for (;;);
        }
        return real(...args);
      };
    }
    syncBuiltinESMExports();
    folder.commit();
    console.log(Number(process.argv[2]) - left);
  `;
}

function commit(texts: readonly string[], version: string, killedAt = 1000) {
  writeFileSync(join(folder.path, 'run.mjs'), script(texts, version));
  return spawnSync(process.execPath, ['run.mjs', `${killedAt}`], { cwd: folder.path, encoding: 'utf8' });
}

const result = () => readFiles(join(folder.path, 'out'));

describe('a run that is killed while its result takes the place of an earlier one', () => {
  test.each([
    ['with texts beside which there are none of others', {}],
    ['with a text of the user among the old ones', { 'out/text/mine.txt': 'mine' }],
  ])('%s leaves nothing in the way of the next', { timeout: 120_000 }, (_, others: Record<string, string>) => {
    const older = ['words.csv', 'text/a.txt', 'text/b/c.txt'];
    const newer = ['pairs.csv', 'text/a.txt', 'text/d.txt'];
    const [out, kept] = ['out', 'kept'].map((name) => join(folder.path, name)) as [string, string];
    commit(older, 'one');
    writeFiles(folder.path, others);
    cpSync(out, kept, { recursive: true });
    const begin = () => {
      rmSync(out, { recursive: true, force: true });
      cpSync(kept, out, { recursive: true });
    };
    const { stdout } = commit(newer, 'two');
    const expected = result();
    const changes = Number(stdout);
    expect(changes).toBeGreaterThan(8);
    for (let at = 0; at < changes; at++) {
      begin();
      const before = result();
      expect(commit(newer, 'two', at).signal).toBe('SIGKILL');
      const killed = result();
      // Whoever sees a manifest sees the result that it tells of.
      if (killed['manifest.json'] !== undefined) {
        const whole = killed['manifest.json'] === before['manifest.json'] ? before : expected;
        for (const [name, text] of Object.entries(whole)) expect(killed[name], `${name} at ${at}`).toBe(text);
      }
      expect(commit(newer, 'two').status, `at ${at}`).toBe(0);
      expect(result(), `at ${at}`).toEqual(expected);
      expect(readdirSync(join(folder.path, 'out'))).not.toContain('.cewen-partial');
    }
  });
});
