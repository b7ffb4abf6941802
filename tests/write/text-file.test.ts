import fc from 'fast-check';
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

  test.each([
    ['..\\..\\x.txt', '\\.\\._\\.\\._x\\.txt'],
    ['a:b.txt', 'a_b\\.txt'],
    ['CON', '_CON'],
    ['con.txt', '_con\\.txt'],
    ['LPT1 .md', '_LPT1 \\.md'],
    ['通知.', '通知_'],
    ['../x.txt', '__/x\\.txt'],
    ['a.zip/../../x.txt', 'a\\.zip/__/__/x\\.txt'],
    ['/etc/x.txt', '_/etc/x\\.txt'],
    ['第一章?/草案*.txt', '第一章_/草案_\\.txt'],
    ['a\0b\n.txt', 'a_b_\\.txt'],
    [`${'x'.repeat(300)}/a.txt`, 'a\\.txt'],
    [`${'深/'.repeat(700)}a.txt`, 'a\\.txt'],
  ])('inside the result and possible on every system: %j', (document, name) => {
    expect(pathsOf(document)).toEqual([marked(name)]);
  });

  test('whatever documents there are', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '',
        'a',
        'A',
        'a.txt',
        'con',
        'nul.txt',
        'a:b',
        'a_b',
        'a\\b',
        'x ',
        'x.',
        '长'.repeat(90),
      ),
      fc.string({ maxLength: 8 }),
    );
    const document = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(document, { maxLength: 8 }), (documents) => {
        const paths = pathsOf(...documents).map((path) => path.toLowerCase());
        expect(new Set(paths).size).toBe(documents.length);
        for (const path of paths) {
          expect(paths.some((other) => other.startsWith(`${path}/`))).toBe(false);
          const [top, ...parts] = path.split('/');
          expect(top).toBe('text');
          for (const name of parts) {
            expect(name).not.toMatch(/[\u0000-\u001f<>:"\\|?*]|[. ]$|^$|^(?:con|nul)(?:\.|$)/);
            expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
          }
        }
      }),
    );
  });
});
