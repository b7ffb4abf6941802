import { CorpusError } from '../../model/errors.ts';
import { breathe } from '../breathe.ts';
import { formatPaths, wantedFormats } from '../formats/document-files.ts';
import { graceAfterSignal, Interrupted } from '../interrupted.ts';
import { type OpenCorpus, openCorpus } from '../open-corpus.ts';
import { processDocuments } from '../process-documents.ts';
import { loadResources } from '../resource/resources.ts';
import type { ManifestFile } from '../result/manifest.ts';
import type { RunHooks } from '../run-hooks.ts';
import type { Settings } from '../settings.ts';
import { Stopwatch } from '../stopwatch.ts';
import { CountPlan } from '../tables/count-plan.ts';
import { packTotal } from '../thread/pack-total.ts';
import { createProcessor } from '../thread/processor.ts';
import { workInput } from '../thread/work-input.ts';
import { partFolder, partFormat, wholePart } from './part-folder.ts';
import { PartWriter } from './part-writer.ts';
import { checkResources, type ReadPlan, readPlan } from './shard-plan.ts';

/** What of the settings of a plan is each machine's own. */
export type ShardSettings = Partial<Pick<Settings, 'workers' | 'cache'>>;

/** What became of a shard. */
export interface ShardResult {
  readonly documents: number;
  readonly failed: number;
  /** It was done already. */
  readonly isSkipped: boolean;
}

/**
 * Does one shard of a plan, from 1; a part that is there and whole stays as it is. Throws CorpusError where the documents or lists
 * are not those of the plan, and Interrupted.
 */
export async function runShard(
  folder: string,
  shard: number,
  own: ShardSettings,
  hooks: Pick<RunHooks, 'signal' | 'progress'> = {},
): Promise<ShardResult> {
  const read = readPlan(folder);
  const { plan, digest } = read;
  const range = plan.shards[shard - 1]!;
  const place = partFolder(folder, shard);
  const done = wholePart(place, digest);
  if (done !== undefined) return { documents: range.count, failed: done.failures.length, isSkipped: true };
  const settings = { ...plan.settings, ...own };
  const watch = new Stopwatch();
  const corpus = openCorpus(settings, [folder]);
  checkCorpus(corpus, read);
  const resources = loadResources(settings, corpus.metadataPaths);
  checkResources(plan, resources.files);
  const counts = new CountPlan(settings, resources, watch);
  const processor = createProcessor(workInput(settings, resources, corpus.metadataColumns), counts);
  const formats = wantedFormats(settings.formats);
  const ids = corpus.files.map(({ id }) => id);
  const paths = formats.length === 0 ? [] : formatPaths(formats, ids);
  const part = new PartWriter(folder, shard, (id) => paths.map((all) => all.get(id)!), formats.length);
  const stopIfAsked = () => {
    if (hooks.signal?.aborted === true) throw new Interrupted(hooks.signal.reason, place, settings.cache);
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
    const { inputs, failures } = await processDocuments(
      {
        files: corpus.files.slice(range.first, range.first + range.count),
        first: range.first,
        metadataOf: corpus.metadataOf,
        processor,
        watch,
        strict: settings.strict,
        progress: hooks.progress,
        stopIfAsked,
        goOn,
      },
      part,
    );
    checkInputs(inputs, read);
    const total = counts.take();
    packTotal(total);
    part.finish(total, { format: partFormat, plan: digest, stages: await processor.stages(), inputs, failures });
    return { documents: range.count, failed: failures.length, isSkipped: false };
  } catch (error) {
    processor.stop();
    part.abandon();
    throw error;
  } finally {
    clearTimeout(grace);
    hooks.signal?.removeEventListener('abort', stop);
  }
}

/** Throws where the documents are not named as in the plan, or a file that holds documents has changed. */
function checkCorpus(corpus: OpenCorpus, { folder, plan, files }: ReadPlan): void {
  const planned = new Set(files.map(({ id }) => id));
  const found = new Set(corpus.files.map(({ id }) => id));
  const different = [...[...found].filter((id) => !planned.has(id)), ...[...planned].filter((id) => !found.has(id))];
  if (different.length > 0) {
    const values = { count: different.length, found: different.slice(0, 5).join(', ') };
    throw new CorpusError('input/other-files-than-plan', folder, values);
  }
  const digests = new Map(plan.containers.map(({ id, sha256 }) => [id, sha256]));
  const changed = corpus.containers.find(({ id, sha256 }) => digests.get(id) !== sha256);
  if (changed !== undefined) throw new CorpusError('input/changed-since-plan', changed.id);
}

function checkInputs(inputs: readonly ManifestFile[], { files }: ReadPlan): void {
  const digests = new Map(files.map(({ id, sha256 }) => [id, sha256]));
  const changed = inputs.find(({ path, sha256 }) => digests.get(path) !== sha256);
  if (changed !== undefined) throw new CorpusError('input/changed-since-plan', changed.path);
}
