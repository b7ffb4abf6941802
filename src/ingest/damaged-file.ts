import { fileURLToPath } from 'node:url';
import { CorpusError } from '../model/errors.ts';

const longestReason = 80;
/** Where this program is, as the places in a stack name it. */
const here = new URL('..', import.meta.url);
const ownPlaces = [here.href, fileURLToPath(here)];

/**
 * The error for a file in which a library that reads `format`, or a check of ours, failed: input/damaged (`format`,
 * `reason`). A bug of ours must not pass for a fault of the file: input/reader-failed (`format`, `reason`). An error for
 * the user is handed on.
 */
export function damagedFile(format: string, id: string, cause: unknown): CorpusError {
  if (cause instanceof CorpusError) return cause;
  const code = isOurBug(cause) ? 'input/reader-failed' : 'input/damaged';
  return new CorpusError(code, id, { format, reason: reasonOf(cause) }, cause);
}

/**
 * What is undefined and used all the same is a bug where our own code did it, and the file's fault in a library that takes
 * every file for a sound one. Places outside their array or text (RangeError) come from the file.
 */
function isOurBug(cause: unknown): boolean {
  if (!(cause instanceof TypeError || cause instanceof ReferenceError)) return false;
  // What cannot be decoded is a TypeError, too, with a code.
  if ('code' in cause) return false;
  const places = (cause.stack ?? '')
    .split('\n')
    .filter((line) => /^ +at /.test(line) && !/node:|<anonymous>/.test(line));
  return ownPlaces.some((place) => places[0]?.includes(place));
}

function reasonOf(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof RangeError)
    return /call stack/.test(said) ? 'it is nested too deep' : 'it points outside itself';
  return said.split('\n', 1)[0]!.trim().slice(0, longestReason) || 'its content is wrong';
}
