import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { manifestFormat, OutputFolder } from '../../src/write/folder.ts';
import { readFiles, temporaryFolder } from '../folders.ts';

const temporary = temporaryFolder();
let base: string;
beforeEach(() => {
  base = temporary.path;
});

function write(folder: OutputFolder, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = folder.file(name);
    file.write(text);
    file.close();
  }
}

function manifest(...paths: string[]): string {
  return JSON.stringify({ format: manifestFormat, outputs: paths.map((path) => ({ path })) });
}

test('nothing stands in the folder until the result is whole', async () => {
  const out = join(base, 'out');
  const folder = new OutputFolder(out);
  write(folder, { 'a.csv': 'a', 'text/省/b.txt': 'b', 'manifest.json': manifest('a.csv', 'text/省/b.txt') });
  expect(Object.keys(readFiles(out)).every((name) => name.startsWith('.cewen-partial/'))).toBe(true);
  folder.commit();
  expect(Object.keys(readFiles(out))).toEqual(['a.csv', 'manifest.json', 'text/省/b.txt']);
});

test('an earlier result is replaced whole, and what a user put beside it stays', async () => {
  const out = join(base, 'out');
  const first = new OutputFolder(out);
  write(first, { 'old.csv': '1', 'text/x/a.txt': 'a', 'manifest.json': manifest('old.csv', 'text/x/a.txt') });
  first.commit();
  writeFileSync(join(out, 'my notes.txt'), 'mine');
  const second = new OutputFolder(out);
  write(second, { 'new.csv': '2', 'manifest.json': manifest('new.csv') });
  second.commit();
  expect(readFiles(out)).toEqual({ 'manifest.json': manifest('new.csv'), 'my notes.txt': 'mine', 'new.csv': '2' });
  expect(existsSync(join(out, 'text'))).toBe(false);
});

test('a run that is given up leaves the earlier result as it was', async () => {
  const out = join(base, 'out');
  const first = new OutputFolder(out);
  write(first, { 'a.csv': '1', 'manifest.json': manifest('a.csv') });
  first.commit();
  const before = readFiles(out);
  const second = new OutputFolder(out);
  write(second, { 'a.csv': '2' });
  second.file('open.csv').write('half');
  await second.abandon();
  expect(readFiles(out)).toEqual(before);
});

test('a new folder goes away with the run that is given up', async () => {
  const out = join(base, 'out');
  const folder = new OutputFolder(out);
  write(folder, { 'a.csv': '1' });
  await folder.abandon();
  expect(existsSync(out)).toBe(false);
});

test('a move that fails puts the earlier result back', async () => {
  const out = join(base, 'out');
  const first = new OutputFolder(out);
  write(first, { 'a.csv': '1', 'b.csv': '1', 'manifest.json': manifest('a.csv', 'b.csv') });
  first.commit();
  const before = readFiles(out);
  const second = new OutputFolder(out);
  write(second, { 'a.csv': '2', 'z.csv': '2', 'manifest.json': manifest('a.csv', 'z.csv') });
  // A folder of the user's stands where a file should go.
  mkdirSync(join(out, 'z.csv'));
  writeFileSync(join(out, 'z.csv', 'mine'), 'mine');
  expect(() => second.commit()).toThrow(expect.objectContaining({ code: 'output/failed' }));
  await second.abandon();
  expect(readFiles(out)).toEqual({ ...before, 'z.csv/mine': 'mine' });
});

test('a folder that holds something else is refused and not touched', async () => {
  writeFileSync(join(base, 'thesis.docx'), 'x');
  expect(() => new OutputFolder(base)).toThrow(
    expect.objectContaining({ code: 'output/not-ours', values: { found: 'thesis.docx' } }),
  );
  expect(readFiles(base)).toEqual({ 'thesis.docx': 'x' });
});

test('a manifest of another program does not make a folder ours', async () => {
  writeFileSync(join(base, 'manifest.json'), '{"name": "a web app"}');
  expect(() => new OutputFolder(base)).toThrow(expect.objectContaining({ code: 'output/not-ours' }));
});

test('a manifest cannot lead out of its folder', async () => {
  const out = join(base, 'out');
  mkdirSync(out);
  writeFileSync(join(base, 'victim.txt'), 'x');
  writeFileSync(join(out, 'manifest.json'), manifest('../victim.txt'));
  const folder = new OutputFolder(out);
  write(folder, { 'manifest.json': manifest() });
  folder.commit();
  expect(readFileSync(join(base, 'victim.txt'), 'utf8')).toBe('x');
});

test('what a killed run left is cleared away; a living run is respected', async () => {
  const partial = join(base, '.cewen-partial');
  mkdirSync(partial);
  const dead = execFileSync(process.execPath, ['-e', 'console.log(process.pid)'], { encoding: 'utf8' }).trim();
  writeFileSync(join(partial, 'owner'), `${dead} ${hostname()}`);
  await new OutputFolder(base).abandon();
  mkdirSync(partial);
  writeFileSync(join(partial, 'owner'), `${process.ppid} ${hostname()}`);
  expect(() => new OutputFolder(base)).toThrow(expect.objectContaining({ code: 'output/in-use' }));
});

test('a missing parent and a file in the way are told as such', async () => {
  writeFileSync(join(base, 'file'), '');
  expect(() => new OutputFolder(join(base, 'no', 'such'))).toThrow(
    expect.objectContaining({ code: 'output/no-parent' }),
  );
  expect(() => new OutputFolder(join(base, 'file'))).toThrow(expect.objectContaining({ code: 'output/not-a-folder' }));
});

// Root may write anywhere, so that the refusal cannot be seen there.
test.skipIf(process.getuid?.() === 0)('a folder that may not be written to is told as such', () => {
  chmodSync(base, 0o500);
  expect(() => new OutputFolder(join(base, 'out'))).toThrow(expect.objectContaining({ code: 'output/not-writable' }));
  chmodSync(base, 0o700);
});

test.each(['../x.csv', 'text/../../x.txt', '/tmp/x.csv', 'text\\..\\..\\x.txt', 'C:x.csv'])(
  'no file is written outside it: %s',
  async (name) => {
    const out = join(base, 'out');
    const folder = new OutputFolder(out);
    expect(() => folder.file(name)).toThrow('outside the result');
    expect(() => folder.whole(name, 'x')).toThrow('outside the result');
    await folder.abandon();
    expect(readFiles(base)).toEqual({});
  },
);
