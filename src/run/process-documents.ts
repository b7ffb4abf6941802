import type { CorpusFile } from '../ingest/corpus.ts';
import type { Message } from '../model/message.ts';
import { Interrupted } from './interrupted.ts';
import type { ManifestFile } from './result/manifest.ts';
import type { RenderedDocument } from './result/rendered-document.ts';
import type { FailedDocument } from './result/result-tables.ts';
import type { RunLogFailure } from './result/run-log.ts';
import type { Stopwatch } from './stopwatch.ts';
import { type DocumentBatch, documentBatches } from './thread/document-batches.ts';
import { digestOf, failureMessage } from './thread/failed-document.ts';
import type { BatchAnswer } from './thread/process-batch.ts';
import type { Processor } from './thread/processor.ts';
import { stackOf } from './thread/stack-of.ts';

// Bytes of documents that are asked for before they are taken: more than one only of those that fit into memory together.
const mostBytesAhead = 8_000_000;

// Texts are written beside the work; to wait for all of them at every batch would take time.
const mostTextRooms = 16;

/** Where documents go, in their order. */
export interface DocumentSink {
  /** Paths of a document's files in the formats of documents. */
  formsOf(document: string): readonly string[];
  add(document: RenderedDocument): void;
  addFailed(document: FailedDocument, message: Message): void;
  /** Waits until what was added is written, or nearly all of it. */
  settle(isAll: boolean): Promise<void>;
}

/** What `processDocuments` needs beside the sink. */
export interface DocumentWork {
  readonly files: readonly CorpusFile[];
  /** Number of the first of the files in the corpus. */
  readonly first: number;
  metadataOf(id: string): Readonly<Record<string, string>>;
  readonly processor: Processor;
  readonly watch: Stopwatch;
  /** Whether a document that cannot be processed ends the run. */
  readonly strict: boolean;
  readonly progress?: ((done: number, total: number, document: string) => void) | undefined;
  /** Throws Interrupted where the user wants to stop. */
  stopIfAsked(): void;
  /** Lets other work have its turn, then as `stopIfAsked`. */
  goOn(): Promise<void>;
}

/** The files that were read, and the documents that failed. */
export interface ProcessedDocuments {
  readonly inputs: readonly ManifestFile[];
  readonly failures: readonly RunLogFailure[];
}

/** Takes documents from their files into the sink, and their counts into those of the processor. */
export async function processDocuments(work: DocumentWork, sink: DocumentSink): Promise<ProcessedDocuments> {
  const { files, first, processor, watch, stopIfAsked, goOn } = work;
  const inputs: ManifestFile[] = [];
  const failures: RunLogFailure[] = [];
  const fail = (file: CorpusFile, error: unknown) => {
    const message = failureMessage(error);
    if (work.strict || message === undefined) throw error;
    failures.push({ event: 'failure', document: file.id, error: stackOf(error) });
    const digest = digestOf(file);
    // What is inside a container is no file that could be looked for.
    if (file.member === undefined) {
      inputs.push({ path: file.id, bytes: digest?.bytes ?? 0, sha256: digest?.sha256 ?? '' });
    }
    sink.addFailed({ id: file.id, meta: work.metadataOf(file.id), format: file.format, file: digest }, message);
  };
  const waiting: (DocumentBatch & { readonly answer: Promise<BatchAnswer> })[] = [];
  const textRooms: ArrayBuffer[] = [];
  let ahead = 0;
  let asked = first;
  let done = 0;
  /** Takes the first batch that was asked for to its end: rows stand in the order of documents. */
  const finishFirst = async () => {
    const batch = waiting.shift()!;
    ahead -= batch.bytes;
    const { results, times, rooms } = await batch.answer.catch((error: unknown) => {
      stopIfAsked();
      throw error;
    });
    for (const [stage, time] of times) watch.add(stage, time);
    watch.time('merge', () => processor.mergeCounts());
    for (const [i, file] of batch.files.entries()) {
      work.progress?.(done++, files.length, file.id);
      await goOn();
      const result = results[i]!;
      try {
        if ('error' in result) throw result.error;
        const { bytes, sha256 } = result.document;
        if (file.member === undefined) inputs.push({ path: file.id, bytes, sha256 });
        watch.time('write', () => sink.add(result.document));
      } catch (error) {
        stopIfAsked();
        if (error instanceof Interrupted) throw error;
        fail(file, error);
      }
    }
    if (rooms !== undefined) {
      processor.reuse(rooms.rows);
      textRooms.push(...rooms.texts);
    }
    const isTurn = textRooms.length >= mostTextRooms;
    await sink.settle(isTurn);
    if (isTurn) processor.reuse(textRooms.splice(0));
  };
  for (const batch of documentBatches(files)) {
    await goOn();
    while (waiting.length >= processor.ahead || (waiting.length > 0 && ahead > mostBytesAhead)) await finishFirst();
    const requests = batch.files.map((file) => {
      return { file, meta: work.metadataOf(file.id), place: asked++, forms: sink.formsOf(file.id) };
    });
    const answer = processor.process(requests, goOn);
    // Whoever finishes the batch is told; until then a failure is no unhandled one.
    answer.catch(() => {});
    ahead += batch.bytes;
    waiting.push({ ...batch, answer });
  }
  while (waiting.length > 0) await finishFirst();
  await processor.finishCounts();
  work.progress?.(files.length, files.length, '');
  return { inputs, failures };
}
