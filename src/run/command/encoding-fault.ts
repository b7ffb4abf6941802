import { encodingNamed, encodings } from '../../ingest/encoding/encodings.ts';
import { CorpusError } from '../../model/errors.ts';
import type { Fault } from './fault.ts';
import { nearMatch } from './near-match.ts';

/** What is wrong with the name of an encoding; undefined for `auto`, names that are known, and where there is none. */
export function encodingFault(found: string, place: string): Fault | undefined {
  if (found === 'auto' || found === '') return undefined;
  try {
    encodingNamed(found);
    return undefined;
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    const expected = ['auto', ...encodings, 'utf-16'];
    const near = nearMatch(found.toLowerCase(), expected) ?? '';
    return { rule: error.code, place, values: { found, expected: expected.join(', '), near } };
  }
}
