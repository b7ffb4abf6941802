import { realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { readManifest } from '../result/read-result.ts';

/** A file that may be served. */
export interface ServedFile {
  readonly path: string;
  readonly type: string;
  readonly bytes: number;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** The files of a result: those that its manifest names, the manifest and the data package, and nothing else of the folder. */
export class ServedFiles {
  readonly names: readonly string[];
  readonly #folder: string;
  readonly #known: ReadonlySet<string>;

  /** Throws `input/not-a-result`. */
  constructor(folder: string) {
    const { outputs } = readManifest(folder);
    this.names = [...outputs.map(({ path }) => path), 'manifest.json'];
    this.#known = new Set(this.names);
    this.#folder = realpathSync(folder);
  }

  /** The file at the path of an address, decoded; undefined where there is none that may be served. */
  find(name: string): ServedFile | undefined {
    if (!this.#known.has(name)) return undefined;
    try {
      // A link that was put into the folder must not lead out of it.
      const path = realpathSync(join(this.#folder, name));
      if (!path.startsWith(this.#folder + sep)) return undefined;
      const found = statSync(path);
      if (!found.isFile()) return undefined;
      return { path, type: types[extname(name)] ?? 'application/octet-stream', bytes: found.size };
    } catch {
      return undefined;
    }
  }
}
