import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { CorpusError } from '../model/errors.ts';
import { type FileDigest, FileWriter } from './file-writer.ts';
import { writing } from './output-error.ts';
import { finishMoves, moveResult } from './result-moves.ts';
import { WholeFiles } from './whole-files.ts';

/** The file that marks a folder as a result of this program; it is written last and removed first. */
export const manifestName = 'manifest.json';
/** The record of times and memory beside a result. */
export const runLogName = 'run-log.jsonl';
/** What the manifest says it is. */
export const manifestFormat = 'cewen-manifest/1';

/** Name of the file, never part of the result, for what does not fit into memory; see `staged`. */
export const spilledName = 'spilled.bin';

const stagingName = '.cewen-partial';
const ownerName = 'owner';
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
    goOn(path, this.#staging);
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
  whole(name: string, content: string | Uint8Array): FileDigest {
    return this.#texts.write(this.#place(name), content);
  }

  /** Where a file of the result lies until `commit`, once it is closed: what is made from it is read there. */
  staged(name: string): string {
    return join(this.#staging, name);
  }

  /** Takes a closed file out of the result again. */
  leaveOut(name: string): void {
    rmSync(join(this.#staging, name));
    this.#files.splice(this.#files.indexOf(name), 1);
  }

  /** Waits until no more than `left` whole files are on their way. Throws what one of them met. */
  async settle(left = 0): Promise<void> {
    try {
      await this.#texts.settle(left);
    } catch (error) {
      throw this.#asRemoved(error);
    }
  }

  /** Puts the files in their places, the manifest last. On a failure the earlier result is put back. */
  commit(): void {
    const files = [...this.#files.filter((name) => name !== manifestName), manifestName];
    try {
      writing(this.path, () => moveResult(this.path, this.#staging, { previous: this.#previous, files }));
    } catch (error) {
      throw this.#asRemoved(error);
    }
    rmSync(this.#staging, { recursive: true, force: true });
  }

  /** Removes everything that was written; the folder is as it was found. */
  async abandon(): Promise<void> {
    await this.#texts.end();
    for (const writer of this.#writers) writer.abandon();
    try {
      rmSync(this.#staging, { recursive: true, force: true });
      if (this.#created && existsSync(this.path) && readdirSync(this.path).length === 0) rmdirSync(this.path);
    } catch {
      // Where nothing can be removed any more, that is why the run failed: it is told, and the next run removes the rest.
    }
  }

  /** What is missing was there when the folder was claimed: somebody has removed it. */
  #asRemoved(error: unknown): unknown {
    if (!(error instanceof CorpusError) || error.code !== 'output/no-parent') return error;
    return new CorpusError('output/removed', this.path, {}, error);
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

/** Ends what a killed run had begun to put into its place. */
function goOn(path: string, staging: string): void {
  if (!isAlive(ownerOf(staging))) writing(path, () => finishMoves(path, staging));
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
  const mine = `${process.pid} ${hostname()}`;
  const make = () => {
    mkdirSync(staging);
    writeFileSync(join(staging, ownerName), mine);
  };
  writing(dirname(staging), () => {
    try {
      make();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const found = ownerOf(staging);
      if (found !== mine && isAlive(found)) {
        throw new CorpusError('output/in-use', dirname(staging), { owner: found, folder: stagingName });
      }
      rmSync(staging, { recursive: true, force: true });
      make();
    }
  });
}

/** Process and machine of a staging folder's run; empty where there is none. */
function ownerOf(staging: string): string {
  const path = join(staging, ownerName);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
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
