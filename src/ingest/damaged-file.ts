import { CorpusError } from '../model/errors.ts';

const longestReason = 80;

/** The error for a file in which a library that reads `format` failed; an error for the user is handed on. */
export function damagedFile(format: string, id: string, cause: unknown): CorpusError {
  if (cause instanceof CorpusError) return cause;
  return new CorpusError('input/damaged', id, { format, reason: reasonOf(cause) }, cause);
}

function reasonOf(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof RangeError)
    return /call stack/.test(said) ? 'it is nested too deep' : 'it points outside itself';
  return said.split('\n', 1)[0]!.trim().slice(0, longestReason) || 'its content is wrong';
}
