import { accessSync, closeSync, constants, openSync, readFileSync, readSync, type Stats, statSync } from 'node:fs';
import { CorpusError } from '../../model/errors.ts';

/** What a file that was named on the command line is for; it decides the kind of failure. */
export type GivenKind = keyof typeof codes;

const codes = {
  list: {
    missing: 'resource/not-found',
    unreadable: 'resource/unreadable',
    other: 'resource/not-a-file',
    silent: 'resource/silent-pipe',
  },
  metadata: {
    missing: 'input/metadata-not-found',
    unreadable: 'input/unreadable',
    other: 'input/metadata-not-a-file',
    silent: 'input/metadata-silent-pipe',
  },
  gold: {
    missing: 'input/not-found',
    unreadable: 'input/unreadable',
    other: 'input/gold-not-a-file',
    silent: 'input/gold-silent-pipe',
  },
  config: {
    missing: 'usage/config-not-found',
    unreadable: 'usage/config-unreadable',
    other: 'usage/config-not-a-file',
    silent: 'usage/config-silent-pipe',
  },
} as const;

/** Bytes of pipes by the path that was given: a pipe can be read only once. */
export type HeldPipes = ReadonlyMap<string, Buffer>;

// Milliseconds. A shell may start the writer of a pipe after its reader; one that is not there after a second never comes.
const patience = 1000;
const pause = 10;

/** All bytes of a regular file. Throws CorpusError at its path, also for a pipe: opening one may block for ever. */
export function readGivenFile(path: string, kind: GivenKind): Buffer {
  return reading(path, kind, (stats) => {
    if (!stats.isFile()) throw new CorpusError(codes[kind].other, path);
    return readFileSync(path);
  });
}

/** Throws what `readGivenFile` would throw for a path that cannot be read. */
export function checkGivenFile(path: string, kind: GivenKind): void {
  reading(path, kind, (stats) => {
    if (!stats.isFile()) throw new CorpusError(codes[kind].other, path);
    accessSync(path, constants.R_OK);
  });
}

/**
 * The bytes of a file or, such as a shell's `<(…)` makes, of a pipe. Waits without a turn for signals, so that it must be
 * called while they still end the process. Throws CorpusError at the path, also where nobody writes to the pipe.
 */
export function readGivenStream(path: string, kind: GivenKind): Buffer {
  return reading(path, kind, (stats) => {
    if (stats.isFile()) return readFileSync(path);
    if (!stats.isFIFO()) throw new CorpusError(codes[kind].other, path);
    const bytes = drain(path);
    if (bytes === undefined) throw new CorpusError(codes[kind].silent, path);
    return bytes;
  });
}

/** Reads those of the paths that are pipes. */
export function holdPipes(paths: readonly string[], kind: GivenKind): HeldPipes {
  const pipes = paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFIFO() === true);
  return new Map([...new Set(pipes)].map((path) => [path, readGivenStream(path, kind)]));
}

/** What a pipe gives until its writers are gone; undefined where there was none. */
function drain(path: string): Buffer | undefined {
  const pipe = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const room = Buffer.allocUnsafe(1 << 16);
  const parts: Buffer[] = [];
  let hasWriter = false;
  let waited = 0;
  try {
    while (true) {
      const count = readNow(pipe, room);
      if (count === undefined) hasWriter = true;
      else if (count > 0) {
        parts.push(Buffer.from(room.subarray(0, count)));
        continue;
      } else if (parts.length > 0 || hasWriter) return Buffer.concat(parts);
      else if (waited >= patience) return undefined;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
      waited += pause;
    }
  } finally {
    closeSync(pipe);
  }
}

/** Number of bytes read, 0 at the end, undefined where a writer has nothing yet. */
function readNow(pipe: number, room: Buffer): number | undefined {
  try {
    return readSync(pipe, room);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
    throw error;
  }
}

function reading<T>(path: string, kind: GivenKind, read: (stats: Stats) => T): T {
  try {
    return read(statSync(path));
  } catch (error) {
    const { code: reason } = error as NodeJS.ErrnoException;
    if (error instanceof CorpusError || reason === undefined) throw error;
    const missing = reason === 'ENOENT' || reason === 'ENOTDIR';
    throw new CorpusError(missing ? codes[kind].missing : codes[kind].unreadable, path, { reason }, error);
  }
}
