import { CorpusError } from '../model/errors.ts';

const names: Readonly<Record<string, string>> = {
  ENOSPC: 'output/full',
  EDQUOT: 'output/full',
  EACCES: 'output/not-writable',
  EPERM: 'output/not-writable',
  EROFS: 'output/not-writable',
  ENOENT: 'output/no-parent',
  ENOTDIR: 'output/not-a-folder',
};

/** The failure of a write as a user can act on it; errors that are not the system's come back as they are. */
export function outputError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof CorpusError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  // Node's own argument checks (ERR_…) are bugs of ours, not of the disk.
  if (code === undefined || code.startsWith('ERR_')) return error;
  const name = names[code] ?? 'output/failed';
  return new CorpusError(name as `output/${string}`, path, { reason: code }, error);
}

/** Runs a write and gives its system failures the form of {@link outputError}. */
export function writing<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw outputError(error, path);
  }
}
