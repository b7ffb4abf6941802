import { OutputFolder } from '../write/folder.ts';
import { breathe } from './breathe.ts';
import { CountPlan } from './count-plan.ts';
import { digestOf, failureMessage } from './failed-document.ts';
import { finishResult } from './finish-result.ts';
import { Interrupted } from './interrupted.ts';
import type { ManifestFile } from './manifest.ts';
import { openCorpus } from './open-corpus.ts';
import { checkSettings } from './options.ts';
import { createPlan } from './plan.ts';
import { loadResources } from './resources.ts';
import { ResultTables } from './result-tables.ts';
import type { RunHooks } from './run-hooks.ts';
import type { RunResult } from './run-result.ts';
import type { SettingsInput } from './settings.ts';
import { Stopwatch } from './stopwatch.ts';

// Texts on their way to the disk at one time: enough to hide its slowness, few enough to hold in memory.
const mostBehind = 16;

/**
 * The main job: reads documents one at a time, repairs, normalises, segments and tags them, and writes every table. The
 * output folder gets the whole result or is left as it was. Throws CorpusError and Interrupted; a document that cannot be
 * processed is a message, unless the settings are strict. What `input` leaves out has its default.
 */
export async function run(input: SettingsInput, hooks: RunHooks = {}): Promise<RunResult> {
  const settings = checkSettings(input);
  const watch = new Stopwatch();
  const corpus = watch.time('list', () => openCorpus(settings));
  const resources = watch.time('prepare', () => loadResources(settings, corpus.metadataPaths));
  const plan = watch.time('prepare', () => createPlan(settings, resources.terms));
  const counts = new CountPlan(settings, resources.terms, resources.stopWords, watch);
  const folder = new OutputFolder(settings.out);
  const goOn = async () => {
    await breathe();
    await folder.settle(mostBehind);
    if (hooks.signal?.aborted === true) throw new Interrupted(hooks.signal.reason, settings.out);
  };

  try {
    const tables = new ResultTables(folder, settings, resources.terms, corpus.metadataColumns, counts);
    for (const { document, message } of corpus.messages) tables.messages.add(message, document);
    for (const message of resources.messages) tables.messages.add(message, '');

    const inputs: ManifestFile[] = [];
    let failed = 0;
    for (const [done, file] of corpus.files.entries()) {
      hooks.progress?.(done, corpus.files.length, file.id);
      await goOn();
      const meta = corpus.metadataOf(file.id);
      try {
        const document = await plan.run(file, meta, watch, goOn);
        inputs.push({ path: file.id, bytes: document.bytes, sha256: document.sha256 });
        watch.time('write', () => tables.add(document));
      } catch (error) {
        const message = failureMessage(error);
        if (settings.strict || message === undefined) throw error;
        failed++;
        const digest = digestOf(file);
        inputs.push({ path: file.id, bytes: digest?.bytes ?? 0, sha256: digest?.sha256 ?? '' });
        tables.addFailed({ id: file.id, meta, format: file.format, file: digest }, message);
      }
    }
    hooks.progress?.(corpus.files.length, corpus.files.length, '');
    await goOn();
    const files = finishResult({ folder, settings, tables, plan, resources, inputs, watch, hooks });
    // The last moment at which a signal can be obeyed: the moves that follow are not parted.
    await goOn();
    await folder.settle();
    folder.commit();
    const { topTerms, topPairs, sums } = counts;
    const messages = tables.messages.byRule();
    const documents = corpus.files.length;
    return {
      out: settings.out,
      documents,
      failed,
      ...sums,
      topTerms,
      topPairs,
      pairUnit: topPairs[0]?.unit ?? '',
      messages,
      files,
    };
  } catch (error) {
    await folder.abandon();
    throw error;
  }
}
