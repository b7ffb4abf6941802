import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

const folder = process.env.CEWEN_SHARED ?? fileURLToPath(new URL('../../shared/data', import.meta.url));

/** The folder of real texts and gold data that developers may have beside the project; undefined where it is absent. */
export const sharedData: string | undefined = existsSync(folder) ? folder : undefined;

/** A `describe` that is skipped, and says why in its name, where the shared data is absent. */
export function describeWithData(name: string, body: (data: string) => void): void {
  if (sharedData === undefined) describe.skip(`${name} (skipped: no shared data folder)`, () => {});
  else describe(name, () => body(sharedData as string));
}
