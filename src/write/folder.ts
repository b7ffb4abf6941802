import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { CorpusError } from '../model/errors.ts';
import { syncFolder } from './atomic-file.ts';
import { type FileDigest, FileWriter } from './file-writer.ts';
import { writing } from './output-error.ts';
import { WholeFiles } from './whole-files.ts';

/** The file that marks a folder as a result of this program; it is written last and removed first. */
export const manifestName = 'manifest.json';
/** The record of times and memory beside a result. */
export const runLogName = 'run-log.jsonl';
/** What the manifest says it is. */
export const manifestFormat = 'cewen-manifest/1';

const stagingName = '.cewen-partial';
// Files that systems and tools leave in folders that people think of as empty.
const harmless = new Set([stagingName, '.DS_Store', 'Thumbs.db', 'desktop.ini', '.gitkeep', '.gitignore']);

/**
 * A result folder that appears whole or not at all: files are written into a hidden folder inside it, which keeps them on
 * one file system even where the folder is a mount point, and take their places at `commit`. An earlier result stays
 * intact until then and is put back when a move fails. Throws `output/…` errors.
 */
export class OutputFolder {
  readonly path: string;
  readonly #staging: string;
  readonly #created: boolean;
  readonly #previous: readonly string[];
  readonly #writers: FileWriter[] = [];
  readonly #folders = new Set<string>();
  readonly #files: string[] = [];
  readonly #texts = new WholeFiles();

  /** Claims a folder, which is made where it is missing; its parent must exist. */
  constructor(path: string) {
    this.path = path;
    this.#staging = join(path, stagingName);
    this.#created = makeFolder(path);
    this.#previous = previousFiles(path);
    claim(this.#staging);
  }

  /** A new file of the result; `name` is relative, with `/`. */
  file(name: string): FileWriter {
    const writer = new FileWriter(this.#place(name));
    this.#writers.push(writer);
    return writer;
  }

  /** Writes a small file beside the work: `settle` waits for it and tells its failure. */
  whole(name: string, text: string): FileDigest {
    return this.#texts.write(this.#place(name), text);
  }

  /** Waits until no more than `left` whole files are on their way. Throws what one of them met. */
  settle(left = 0): Promise<void> {
    return this.#texts.settle(left);
  }

  /** Puts the files in their places, the manifest last. On a failure the earlier result is put back. */
  commit(): void {
    const aside = join(this.#staging, 'previous');
    const moved: [string, string][] = [];
    const move = (from: string, to: string) => {
      if (!existsSync(from)) return;
      mkdirSync(dirname(to), { recursive: true });
      renameSync(from, to);
      moved.push([from, to]);
    };
    writing(this.path, () => {
      try {
        for (const name of wholes(this.path, [manifestName, ...this.#previous])) {
          move(join(this.path, name), join(aside, name));
        }
        const tables = this.#files.filter((name) => name !== manifestName);
        for (const name of [...wholes(this.#staging, tables, this.path), manifestName]) {
          move(join(this.#staging, name), join(this.path, name));
        }
      } catch (error) {
        for (const [from, to] of moved.reverse()) {
          mkdirSync(dirname(from), { recursive: true });
          renameSync(to, from);
        }
        throw error;
      }
    });
    syncFolder(this.path);
    rmSync(this.#staging, { recursive: true, force: true });
    removeEmptyFolders(this.path, new Set(this.#previous.map(dirname)));
  }

  /** Removes everything that was written; the folder is as it was found. */
  async abandon(): Promise<void> {
    await this.#texts.end();
    for (const writer of this.#writers) writer.abandon();
    rmSync(this.#staging, { recursive: true, force: true });
    if (this.#created && existsSync(this.path) && readdirSync(this.path).length === 0) rmdirSync(this.path);
  }

  /** The path of a new file; its folder is made. */
  #place(name: string): string {
    if (!staysInside(name)) throw new Error(`a file outside the result: ${name}`);
    const path = join(this.#staging, name);
    const folder = dirname(path);
    if (!this.#folders.has(folder)) {
      writing(path, () => mkdirSync(folder, { recursive: true }));
      this.#folders.add(folder);
    }
    this.#files.push(name);
    return path;
  }
}

/** Makes the folder where it is missing and says whether it did. */
function makeFolder(path: string): boolean {
  return writing(path, () => {
    if (!existsSync(path)) {
      mkdirSync(path);
      return true;
    }
    if (!statSync(path).isDirectory()) throw new CorpusError('output/not-a-folder', path);
    return false;
  });
}

/** Names of the files of an earlier result; refuses a folder that holds something else. */
function previousFiles(path: string): string[] {
  const names = writing(path, () => readdirSync(path))
    .filter((name) => !harmless.has(name))
    .sort();
  if (names.length === 0) return [];
  const outputs = readOutputs(join(path, manifestName));
  if (outputs === undefined) throw new CorpusError('output/not-ours', path, { found: names[0] as string });
  return [manifestName, runLogName, ...outputs];
}

/** Paths of the outputs that a manifest lists; undefined where it is none of ours. */
function readOutputs(path: string): string[] | undefined {
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { format?: unknown; outputs?: unknown };
    if (manifest.format !== manifestFormat || !Array.isArray(manifest.outputs)) return undefined;
    const paths = manifest.outputs.map((output: { path?: unknown }) => String(output.path));
    // A manifest that was tampered with must not lead out of the folder.
    return paths.filter(staysInside);
  } catch {
    return undefined;
  }
}

/** Whether a relative path leads nowhere else on any system: Windows also parts folders by \\, and has drives. */
function staysInside(name: string): boolean {
  return !/^(?:[\\/]|[a-z]:)/i.test(name) && !name.split(/[\\/]/).includes('..');
}

/** Makes the hidden folder. One that a killed run left is removed; one of a living run is respected. */
function claim(staging: string): void {
  const owner = join(staging, 'owner');
  const mine = `${process.pid} ${hostname()}`;
  const make = () => {
    mkdirSync(staging);
    writeFileSync(owner, mine);
  };
  writing(dirname(staging), () => {
    try {
      make();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const found = existsSync(owner) ? readFileSync(owner, 'utf8') : '';
      if (found !== mine && isAlive(found)) {
        throw new CorpusError('output/in-use', dirname(staging), { owner: found, folder: stagingName });
      }
      rmSync(staging, { recursive: true, force: true });
      make();
    }
  });
}

function isAlive(owner: string): boolean {
  const [pid, host] = owner.split(' ');
  if (pid === undefined || host === undefined) return false;
  // Another machine's processes cannot be asked after.
  if (host !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * The files as few names to move: a folder by its own name where it holds nothing but them, and where nothing of its name
 * stands in `target`. A hundred thousand texts are then one move.
 */
function wholes(root: string, files: readonly string[], target?: string): string[] {
  const tops = new Map<string, Set<string>>();
  for (const file of files) {
    const [top] = file.split('/') as [string];
    const inside = tops.get(top);
    if (inside === undefined) tops.set(top, new Set([file]));
    else inside.add(file);
  }
  return [...tops].flatMap(([top, listed]) => {
    if (listed.has(top)) return [top];
    const path = join(root, top);
    if (!existsSync(path) || (target !== undefined && existsSync(join(target, top)))) return [...listed];
    const found = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
    const foreign = found.some((entry) => {
      const name = join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split(sep)
        .join('/');
      return !listed.has(name);
    });
    return foreign ? [...listed] : [top];
  });
}

/** Removes the folders, and those around them, that hold nothing any more. */
function removeEmptyFolders(root: string, folders: ReadonlySet<string>): void {
  for (const folder of folders) {
    for (let name = folder; name !== '.' && name !== ''; name = dirname(name)) {
      const path = join(root, name);
      if (!existsSync(path) || readdirSync(path).length > 0) break;
      rmdirSync(path);
    }
  }
}
