import type { CorpusFile } from '../../ingest/corpus.ts';
import { sizeOf } from './failed-document.ts';

/** Files whose documents go through the stages together. */
export interface DocumentBatch {
  readonly files: readonly CorpusFile[];
  readonly bytes: number;
}

// So many that the tables of a stage stay in the processor's cache for several documents, which halves its time for small
// ones; few enough to be held in memory, and to be done before someone who stops the run grows impatient.
const enoughBytes = 1 << 17;
const mostFiles = 64;

/** The files in their order, small ones together. */
export function* documentBatches(files: readonly CorpusFile[]): Generator<DocumentBatch> {
  let batch: CorpusFile[] = [];
  let bytes = 0;
  for (const file of files) {
    const size = sizeOf(file);
    if (batch.length > 0 && (bytes + size > enoughBytes || batch.length >= mostFiles)) {
      yield { files: batch, bytes };
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += size;
  }
  if (batch.length > 0) yield { files: batch, bytes };
}
