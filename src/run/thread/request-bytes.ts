import type { CorpusFile } from '../../ingest/corpus.ts';
import { sizeOf } from './failed-document.ts';

/**
 * Bytes of files whose counts are kept before they are handed over: so many that what two of them have in common is sent once, so few
 * that all can be counted again where a thread is lost.
 */
export const mostBytesCounted = 8_000_000;
/** What is held of a document however short it is, as bytes of files. */
const bytesOfAny = 4000;

/** Bytes of the files of documents. */
export function bytesOf(requests: readonly { readonly file: CorpusFile }[]): number {
  return requests.reduce((sum, { file }) => sum + sizeOf(file), 0);
}

/** How much of `mostBytesCounted` these documents are. */
export function bytesCounted(requests: readonly { readonly file: CorpusFile }[]): number {
  return bytesOf(requests) + bytesOfAny * requests.length;
}
