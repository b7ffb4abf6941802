import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type FileDigest, FileWriter } from './file-writer.ts';
import { writing } from './output-error.ts';

/** Writes a file so that its name stands for the old content or the new one, never for a part. */
export function writeAtomically(path: string, content: string | Uint8Array): FileDigest {
  // In the same folder, because a rename cannot cross file systems.
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const writer = new FileWriter(temporary);
  try {
    if (typeof content === 'string') writer.write(content);
    else writer.append(content);
    const digest = writer.close();
    writing(path, () => renameSync(temporary, path));
    syncFolder(dirname(path));
    return digest;
  } catch (error) {
    writer.abandon();
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Makes renames in a folder survive a power cut, where the system allows a folder to be opened. */
export function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Windows and some network file systems refuse; the files themselves are safe.
  }
}
