import type { CorpusFile } from '../ingest/corpus.ts';
import { OutputFolder } from '../write/folder.ts';
import { breathe } from './breathe.ts';
import { codeDigest } from './cache/code-digest.ts';
import { openCacheFolder } from './cache/document-cache.ts';
import { checkSettings } from './command/options.ts';
import { Interrupted } from './interrupted.ts';
import { openCorpus } from './open-corpus.ts';
import type { PlanInput } from './plan.ts';
import { loadLexicon } from './resource/load-lexicon.ts';
import { loadResources, type Resources } from './resource/resources.ts';
import { finishResult } from './result/finish-result.ts';
import type { ManifestFile } from './result/manifest.ts';
import { ResultTables } from './result/result-tables.ts';
import type { RunLogFailure } from './result/run-log.ts';
import type { RunResult } from './result/run-result.ts';
import type { RunHooks } from './run-hooks.ts';
import type { Settings, SettingsInput } from './settings.ts';
import { Stopwatch } from './stopwatch.ts';
import { CountPlan } from './tables/count-plan.ts';
import { checkGroupColumn } from './tables/group-value.ts';
import { type DocumentBatch, documentBatches } from './thread/document-batches.ts';
import { digestOf, failureMessage } from './thread/failed-document.ts';
import type { BatchAnswer } from './thread/process-batch.ts';
import { createProcessor } from './thread/processor.ts';
import { stackOf } from './thread/stack-of.ts';

// Bytes of documents that are asked for before they are taken: more than one only of those that fit into memory together.
const mostBytesAhead = 8_000_000;
// Texts that are being written: few beside the files that a process may have open.
const mostTextsOnTheWay = 64;

/**
 * The main job: reads documents in batches, repairs, normalises, segments and tags them, and writes every table. The
 * output folder gets the whole result or is left as it was. Throws CorpusError and Interrupted; a document that cannot be
 * processed is a message, unless the settings are strict. What `input` leaves out has its default.
 */
export async function run(input: SettingsInput, hooks: RunHooks = {}): Promise<RunResult> {
  const settings = checkSettings(input);
  const watch = new Stopwatch();
  const corpus = watch.time('list', () => openCorpus(settings, hooks.ignored, hooks.held));
  checkGroupColumn(settings.by, corpus.metadataColumns);
  const { parts } = settings.dispersion;
  const isColumn = parts !== 'documents' && parts !== 'chunks';
  checkGroupColumn(isColumn ? parts : null, corpus.metadataColumns, 'dispersion.parts');
  const resources = watch.time('prepare', () => loadResources(settings, corpus.metadataPaths, hooks.held));
  const processor = watch.time('prepare', () => createProcessor(planInput(settings, resources)));
  const counts = new CountPlan(settings, resources, watch);
  const folder = new OutputFolder(settings.out);
  const stopIfAsked = () => {
    if (hooks.signal?.aborted === true) throw new Interrupted(hooks.signal.reason, settings.out);
  };
  const goOn = async () => {
    await breathe();
    stopIfAsked();
  };
  const stop = () => processor.stop();
  hooks.signal?.addEventListener('abort', stop, { once: true });

  try {
    const columns = { documents: corpus.files.map(({ id }) => id), metadata: corpus.metadataColumns };
    const tables = new ResultTables(folder, settings, resources.terms, columns, counts);
    for (const { document, message } of [...corpus.messages, ...resources.messages]) {
      tables.messages.add(message, document);
    }

    const inputs: ManifestFile[] = corpus.containers.map(({ id, bytes, sha256 }) => ({ path: id, bytes, sha256 }));
    const failures: RunLogFailure[] = [];
    const fail = (file: CorpusFile, error: unknown) => {
      const message = failureMessage(error);
      if (settings.strict || message === undefined) throw error;
      failures.push({ event: 'failure', document: file.id, error: stackOf(error) });
      const digest = digestOf(file);
      // What is inside a container is no file that could be looked for.
      if (file.member === undefined) {
        inputs.push({ path: file.id, bytes: digest?.bytes ?? 0, sha256: digest?.sha256 ?? '' });
      }
      tables.addFailed({ id: file.id, meta: corpus.metadataOf(file.id), format: file.format, file: digest }, message);
    };
    /** Takes the first batch that was asked for to its end: rows stand in the order of documents. */
    const finishFirst = async () => {
      const { files, bytes, answer } = waiting.shift()!;
      ahead -= bytes;
      const { results, times } = await answer.catch((error: unknown) => {
        stopIfAsked();
        throw error;
      });
      for (const [stage, time] of times) watch.add(stage, time);
      for (const [i, file] of files.entries()) {
        hooks.progress?.(done++, corpus.files.length, file.id);
        await goOn();
        const result = results[i]!;
        try {
          if ('error' in result) throw result.error;
          const { bytes, sha256 } = result.document;
          if (file.member === undefined) inputs.push({ path: file.id, bytes, sha256 });
          watch.time('write', () => tables.add(result.document));
        } catch (error) {
          stopIfAsked();
          if (error instanceof Interrupted) throw error;
          fail(file, error);
        }
      }
      await folder.settle(mostTextsOnTheWay);
    };
    const waiting: (DocumentBatch & { readonly answer: Promise<BatchAnswer> })[] = [];
    let ahead = 0;
    let done = 0;
    for (const batch of documentBatches(corpus.files)) {
      await goOn();
      while (waiting.length >= processor.ahead || (waiting.length > 0 && ahead > mostBytesAhead)) await finishFirst();
      const requests = batch.files.map((file) => ({ file, meta: corpus.metadataOf(file.id) }));
      const answer = processor.process(requests, goOn);
      // Whoever finishes the batch is told; until then a failure is no unhandled one.
      answer.catch(() => {});
      ahead += batch.bytes;
      waiting.push({ ...batch, answer });
    }
    while (waiting.length > 0) await finishFirst();
    hooks.progress?.(corpus.files.length, corpus.files.length, '');
    await folder.settle();
    await goOn();
    const files = finishResult({
      folder,
      settings,
      tables,
      stages: await processor.stages(),
      resources,
      inputs: inputs.sort((a, b) => (a.path < b.path ? -1 : 1)),
      failures,
      watch,
      hooks,
    });
    // The last moment at which a signal can be obeyed: the moves that follow are not parted.
    await goOn();
    folder.commit();
    const { topTerms, topPairs, sums } = counts;
    const messages = tables.messages.byRule();
    const documents = corpus.files.length;
    return {
      out: settings.out,
      documents,
      failed: failures.length,
      ...sums,
      topTerms,
      topPairs,
      pairUnit: topPairs[0]?.unit ?? '',
      messages,
      notices: tables.messages.notices,
      files,
    };
  } catch (error) {
    await folder.abandon();
    throw error;
  } finally {
    hooks.signal?.removeEventListener('abort', stop);
  }
}

function planInput(settings: Settings, { terms, userWords }: Resources): PlanInput {
  const lexicon = loadLexicon();
  const input = { settings, terms, userWords, lexicon };
  if (settings.cache === null) return input;
  openCacheFolder(settings.cache);
  return { ...input, cache: { folder: settings.cache, code: codeDigest(lexicon) } };
}
