import { CorpusError } from '../../model/errors.ts';
import type { Settings } from '../settings.ts';
import { StageError } from './failed-document.ts';
import type { DocumentRequest } from './process-batch.ts';
import { bytesOf } from './request-bytes.ts';
import type { ThreadEnded } from './thread-ended.ts';

/** What a request may take before its thread is ended. */
export interface WorkLimits {
  readonly seconds: number;
  /** Growth of the memory of the whole program. */
  readonly megabytes: number;
}

/**
 * A document may have the seconds of the settings once for every so many bytes. A text of this size takes 3 s and a PDF 15 s:
 * a machine must be twenty times slower, or as busy, before a sound document is ended.
 */
const bytesAtOnce = 10_000_000;

/** The limits of one document, or of a batch, which is small, as of one. */
export function limitsOf(
  requests: readonly DocumentRequest[],
  { document_seconds: seconds, document_memory: megabytes }: Settings,
): WorkLimits {
  return { seconds: seconds * Math.max(1, Math.ceil(bytesOf(requests) / bytesAtOnce)), megabytes };
}

/** The error of a document at which its thread ended; `cause` of the StageError is what nothing caught. */
export function errorOfEnd({ file }: DocumentRequest, { end, cause }: ThreadEnded, limits: WorkLimits): Error {
  if (end === 'time') return new CorpusError('input/too-slow', file.id, { seconds: limits.seconds });
  if (end === 'memory') return new CorpusError('input/too-much-memory', file.id, { megabytes: limits.megabytes });
  return new StageError('thread', file.id, cause);
}
