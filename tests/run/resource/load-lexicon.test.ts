import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CorpusError } from '../../../src/model/errors.ts';
import { loadLexicon, readLexicon } from '../../../src/run/resource/load-lexicon.ts';
import { findPackageRoot } from '../../../src/run/resource/package-root.ts';

const file = readFileSync(join(findPackageRoot().folder, 'lexicon', 'jieba.bin.br'));

/** What is thrown for a lexicon of these bytes. */
function thrownFor(bytes: Uint8Array): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'cewen-test-'));
  try {
    const path = join(folder, 'jieba.bin.br');
    writeFileSync(path, bytes);
    return readLexicon(path);
  } catch (error) {
    return error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the built-in dictionary', () => {
  it('is read once, into memory that threads share', () => {
    expect(loadLexicon()).toBeInstanceOf(SharedArrayBuffer);
    expect(loadLexicon()).toBe(loadLexicon());
  });

  it('is small enough for the package', () => {
    expect(file.length).toBeLessThan(4 << 20);
  });

  const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
  const content = brotliDecompressSync(file);
  const changed = Buffer.from(content);
  changed[changed.length >> 1]! ^= 1;
  it.each([
    ['is empty', () => Buffer.alloc(0)],
    ['is cut off', () => file.subarray(0, file.length >> 1)],
    ['is another file', () => Buffer.from('<!DOCTYPE html><title>404</title>')],
    ['is a pointer to a large file', () => Buffer.from('version https://git-lfs.github.com/spec/v1\n')],
    ['holds nothing', () => brotliCompressSync(Buffer.alloc(0))],
    ['holds something else', () => brotliCompressSync(Buffer.from('的 318825 uj\n'.repeat(100)))],
    ['holds a part of it', () => brotliCompressSync(content.subarray(0, content.length - 4096), quick)],
    ['holds it with one bit changed', () => brotliCompressSync(changed, quick)],
  ])('is told to be damaged where its file %s', (_, make) => {
    const error = thrownFor(make());
    expect(error).toBeInstanceOf(CorpusError);
    expect(error).toMatchObject({ code: 'resource/lexicon', place: expect.stringContaining('jieba.bin.br') });
    expect((error as CorpusError).values.found).not.toBe('');
  });

  it('is told to be missing where it is', () => {
    expect(() => readLexicon(join(tmpdir(), 'none', 'jieba.bin.br'))).toThrow(
      expect.objectContaining({ code: 'resource/lexicon' }),
    );
  });
});
