import { OutputFolder, spilledName } from '../write/folder.ts';
import { SpilledBytes } from '../write/spilled-bytes.ts';
import { breathe } from './breathe.ts';
import { checkSettings } from './command/options.ts';
import { graceAfterSignal, Interrupted } from './interrupted.ts';
import { bytesOfSize } from './memory-size.ts';
import { openCorpus } from './open-corpus.ts';
import { processDocuments } from './process-documents.ts';
import { loadResources } from './resource/resources.ts';
import { finishResult } from './result/finish-result.ts';
import { sortedInputs } from './result/manifest.ts';
import { ResultTables } from './result/result-tables.ts';
import type { RunResult } from './result/run-result.ts';
import { toldResult } from './result/told-result.ts';
import type { RunHooks } from './run-hooks.ts';
import type { SettingsInput } from './settings.ts';
import { Stopwatch } from './stopwatch.ts';
import { CountPlan } from './tables/count-plan.ts';
import { checkGroups } from './tables/group-value.ts';
import { createProcessor } from './thread/processor.ts';
import { workInput } from './thread/work-input.ts';

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
  checkGroups(settings, corpus.metadataColumns);
  const resources = watch.time('prepare', () => loadResources(settings, corpus.metadataPaths, hooks.held));
  const store = new SpilledBytes(bytesOfSize(settings.memory), () => folder.staged(spilledName));
  const counts = new CountPlan(settings, resources, watch, store);
  const processor = watch.time('prepare', () =>
    createProcessor(workInput(settings, resources, corpus.metadataColumns), counts),
  );
  const folder = new OutputFolder(settings.out);
  const stopIfAsked = () => {
    if (hooks.signal?.aborted === true) throw new Interrupted(hooks.signal.reason, settings.out, settings.cache);
  };
  const goOn = async () => {
    await breathe();
    stopIfAsked();
  };
  let grace: NodeJS.Timeout | undefined;
  const stop = () => {
    grace = setTimeout(() => processor.stop(), graceAfterSignal);
  };
  hooks.signal?.addEventListener('abort', stop, { once: true });

  try {
    const columns = { documents: corpus.files.map(({ id }) => id), metadata: corpus.metadataColumns };
    const tables = new ResultTables(folder, settings, resources.terms, columns, counts);
    for (const { document, message } of [...corpus.messages, ...resources.messages]) {
      tables.messages.add(message, document);
    }

    const { inputs, failures } = await processDocuments(
      {
        files: corpus.files,
        first: 0,
        metadataOf: corpus.metadataOf,
        processor,
        watch,
        strict: settings.strict,
        progress: hooks.progress,
        stopIfAsked,
        goOn,
      },
      {
        formsOf: (document) => tables.formsOf(document),
        add: (document) => tables.add(document),
        addFailed: (document, message) => tables.addFailed(document, message),
        settle: (isAll) => folder.settle(isAll ? 0 : mostTextsOnTheWay),
      },
    );
    await folder.settle();
    await goOn();
    const stages = await processor.stages();
    if (hooks.isLast === true) processor.stop();
    const files = await finishResult({
      folder,
      settings,
      tables,
      stages,
      resources,
      inputs: sortedInputs(corpus.containers, inputs),
      failures,
      watch,
      hooks,
    });
    // The last moment at which a signal can be obeyed: the moves that follow are not parted.
    await goOn();
    store.close();
    folder.commit();
    const documents = corpus.files.length;
    return toldResult(counts, tables, { out: settings.out, documents, failed: failures.length, files });
  } catch (error) {
    // Its threads have counts that nobody will ask for.
    processor.stop();
    store.close();
    await folder.abandon();
    throw error;
  } finally {
    clearTimeout(grace);
    hooks.signal?.removeEventListener('abort', stop);
  }
}
