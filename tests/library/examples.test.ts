import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../built.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
// In the folder of the package, so that `cewen` is the package itself.
const folder = join(root, '.build', 'library-examples');
const page = readFileSync(join(root, 'docs/library.md'), 'utf8');
const examples = [
  ...page.matchAll(/## ([^\n]+)\n(?:(?!\n## )[\s\S])*?```ts\n([\s\S]*?)```\n\n```\n([\s\S]*?)```/g),
].map(([, title, source, output]) => ({ title: title!, source: source!, output: output! }));

beforeAll(ensureBuilt, 180_000);
beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the examples of docs/library.md', () => {
  test('are all there', () => {
    expect(examples.map(({ title }) => title)).toEqual(
      [...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title).filter((title) => title !== 'In a browser'),
    );
  });

  for (const [i, { title, source, output }] of examples.entries()) {
    test(`${title}: prints what the page says`, () => {
      const file = join(folder, `${i}.mjs`);
      writeFileSync(file, transformSync(source, { loader: 'ts', target: 'es2022' }).code);
      const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: root, encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(stdout).toBe(output);
      expect(status).toBe(0);
    }, 30_000);
  }
});
