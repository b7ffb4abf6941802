import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SpilledBytes } from '../../src/write/spilled-bytes.ts';
import { temporaryFolder } from '../folders.ts';

const folder = temporaryFolder();
const path = () => join(folder.path, 'spilled');

test('every part of what was kept comes back, in memory or not', () => {
  const chunks = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 12 });
  fc.assert(
    fc.property(chunks, fc.integer({ min: 0, max: 200 }), (chunks, limit) => {
      const store = new SpilledBytes(limit, path);
      const numbers = chunks.map((chunk) => store.keep(chunk));
      const bytes = chunks.reduce((sum, { length }) => sum + length, 0);
      expect(store.hasSpilled).toBe(bytes > limit);
      for (const [i, chunk] of [...chunks.entries()].reverse()) {
        expect(store.read(numbers[i]!, 0, chunk.length)).toEqual(chunk);
        expect(store.read(numbers[i]!, chunk.length >> 2, chunk.length >> 1)).toEqual(
          chunk.subarray(chunk.length >> 2, chunk.length >> 1),
        );
      }
      store.close();
      expect(existsSync(path())).toBe(false);
    }),
  );
});

test('without a place for the file the error says where it was to be', () => {
  const store = new SpilledBytes(0, () => join(folder.path, 'missing', 'spilled'));
  expect(() => store.keep(new Uint8Array(1))).toThrow(
    expect.objectContaining({ code: 'output/no-parent', place: join(folder.path, 'missing', 'spilled') }),
  );
});
