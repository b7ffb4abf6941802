import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtFiles } from '../scripts/damage/sound-files.ts';
import { tryFormat } from '../scripts/damage/try-format.ts';
import { ensureBuilt } from './built.ts';
import { temporaryFolder } from './folders.ts';

beforeAll(ensureBuilt, 300_000);

const folder = temporaryFolder();
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
// npm run damage has thousands of each, also of larger files.
const settings = { count: 40, seed: 7, alone: 0 };

describe('damaged files', () => {
  test.each([...builtFiles()])(
    '%s: each gives its text or a message, and the files beside it come out as ever',
    async (format, sound) => {
      const bench = { folder: folder.path, cli, seconds: 60, megabytes: 2000 };
      const { statuses, disturbed, notable } = await tryFormat(bench, format, sound, settings);
      expect(notable.map(({ name, how, what }) => `${name} (${how}): ${what}`)).toEqual([]);
      expect(disturbed).toBe(0);
      expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(settings.count);
      expect(statuses.get('silent')).toBeUndefined();
    },
    600_000,
  );
});
