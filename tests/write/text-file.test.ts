import { describe, expect, test } from 'vitest';
import { textPaths } from '../../src/write/text-file.ts';

const pathsOf = (...documents: string[]) => [...textPaths(documents).values()];
const marked = (start: string) => expect.stringMatching(new RegExp(`^text/${start}~[0-9a-f]{12}\\.txt$`));

describe('the text of each document has a file of its own', () => {
  test('called after it', () => {
    expect(pathsOf('2003/a.txt', 'x', '通知.md')).toEqual(['text/2003/a.txt.txt', 'text/x.txt', 'text/通知.md.txt']);
  });

  test('also where names differ in case only: other disks than this do not part them', () => {
    expect(pathsOf('A/x.txt', 'CASE.txt', 'a/X.txt', 'a/y.txt', 'case.txt')).toEqual([
      'text/A/x.txt.txt',
      'text/CASE.txt.txt',
      marked('a/X.txt'),
      'text/a/y.txt.txt',
      marked('case.txt'),
    ]);
  });

  test('also where a folder has the name that its file would have', () => {
    expect(pathsOf('x', 'X.txt/a.txt', 'y/z', 'y/z.txt/b.md')).toEqual([
      marked('x'),
      'text/X.txt/a.txt.txt',
      marked('y/z'),
      'text/y/z.txt/b.md.txt',
    ]);
  });

  test('with a name that a disk can hold', () => {
    const long = '长'.repeat(85);
    const [path] = pathsOf(long);
    expect(path).toEqual(marked('长+'));
    expect(Buffer.byteLength(path!.slice('text/'.length))).toBeLessThanOrEqual(255);
    const alike = pathsOf(`${long}甲`, `${long}乙`);
    expect(new Set(alike).size).toBe(2);
  });
});
