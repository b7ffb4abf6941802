import { CorpusError, exitCodes } from '../../model/errors.ts';
import type { Language } from '../wording/wording.ts';
import { reportError } from './report-error.ts';

/** A standard stream whose failures are kept instead of thrown. */
export interface WatchedStream {
  readonly stream: NodeJS.WriteStream;
  /** Waits until all is written; the system's code of the first failure, undefined where there was none. */
  failure(): Promise<string | undefined>;
}

export function watchStream(stream: NodeJS.WriteStream): WatchedStream {
  let first: string | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    first ??= error.code ?? error.message;
  });
  return {
    stream,
    async failure() {
      await new Promise<void>((resolve) => stream.write('', () => resolve()));
      // A reader that goes away, such as `head`, has read what it wanted.
      return first === 'EPIPE' ? undefined : first;
    },
  };
}

/** The exit code of a command that ended with `exitCode`: another one where what it had to tell was lost. */
export async function lostOutput(
  exitCode: number,
  stdout: WatchedStream,
  stderr: WatchedStream,
  language: Language,
): Promise<number> {
  const reason = await stdout.failure();
  if (reason === undefined) {
    // A graver failure keeps its own code: that its text was lost is the lesser trouble.
    const isLost = (await stderr.failure()) !== undefined;
    return isLost && exitCode <= 1 ? exitCodes.output : exitCode;
  }
  const report = reportError(new CorpusError('output/standard-output', '', { reason }), language);
  stderr.stream.write(`${report.text}\n`);
  await stderr.failure();
  return report.exitCode;
}
