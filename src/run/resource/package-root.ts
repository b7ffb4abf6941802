import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder and version of this package: found by walking up, so that it is right from src/, dist/ and any build folder. */
export interface PackageRoot {
  readonly folder: string;
  readonly version: string;
}

/** The package that this module belongs to. */
export function findPackageRoot(): PackageRoot {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (existsSync(path)) {
      const { name, version } = JSON.parse(readFileSync(path, 'utf8')) as { name?: string; version?: string };
      if (name === 'cewen') return { folder, version: version ?? '' };
    }
    if (folder === dirname(folder)) throw new Error('the package folder of cewen was not found');
  }
}
