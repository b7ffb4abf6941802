import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { syncFolder, writeAtomically } from './atomic-file.ts';

/** Which names leave a result folder and which come into it; the last one in is what marks the folder as a result. */
interface Moves {
  readonly aside: readonly string[];
  readonly into: readonly string[];
}

/** The record of moves that are under way, beside the files that wait for them. */
const recordName = 'moves.json';
/** Where the earlier result is while its successor comes in. */
const asideName = 'previous';

/**
 * Puts the files of `staging` into their places in `folder`, after the `previous` ones have left; `files` are in the order in
 * which they come. On a failure the earlier result is put back. The moves are written down first: where the program is killed
 * among them, `finishMoves` goes on.
 */
export function moveResult(
  folder: string,
  staging: string,
  { previous, files }: { readonly previous: readonly string[]; readonly files: readonly string[] },
): void {
  const aside = wholes(folder, previous, () => false).filter((name) => existsSync(join(folder, name)));
  const isTaken = (top: string) => existsSync(join(folder, top)) && !aside.includes(top);
  const into = [...wholes(staging, files.slice(0, -1), isTaken), ...files.slice(-1)];
  writeAtomically(join(staging, recordName), JSON.stringify({ aside, into } satisfies Moves));
  const moved: [string, string][] = [];
  const move = (from: string, to: string) => {
    moveFile(from, to);
    moved.push([from, to]);
  };
  try {
    for (const name of aside) move(join(folder, name), join(staging, asideName, name));
    for (const name of into) move(join(staging, name), join(folder, name));
  } catch (error) {
    for (const [from, to] of moved.reverse()) moveFile(to, from);
    rmSync(join(staging, recordName), { force: true });
    throw error;
  }
  removeEmptyFolders(folder, new Set(previous.map(dirname)));
  syncFolder(folder);
  rmSync(join(staging, recordName), { force: true });
}

/** Ends the moves in which a run was killed; without any nothing happens. */
export function finishMoves(folder: string, staging: string): void {
  const moves = recordedMoves(staging);
  if (moves === undefined) return;
  const leave = (name: string) => {
    const place = join(staging, asideName, name);
    rmSync(place, { recursive: true, force: true });
    moveFile(join(folder, name), place);
  };
  const isIn = new Set(moves.into.filter((name) => !existsSync(join(staging, name))));
  for (const name of moves.aside) if (!isIn.has(name) && existsSync(join(folder, name))) leave(name);
  for (const name of moves.into) if (!isIn.has(name)) moveFile(join(staging, name), join(folder, name));
  removeEmptyFolders(folder, new Set(moves.aside.map(dirname)));
}

function recordedMoves(staging: string): Moves | undefined {
  try {
    return JSON.parse(readFileSync(join(staging, recordName), 'utf8')) as Moves;
  } catch {
    return undefined;
  }
}

function moveFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

/**
 * The files as few names to move: a folder by its own name where it holds nothing but them and its place is not taken. A
 * hundred thousand texts are then one move.
 */
function wholes(root: string, files: readonly string[], isTaken: (top: string) => boolean): string[] {
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
    if (!existsSync(path) || isTaken(top)) return [...listed];
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
