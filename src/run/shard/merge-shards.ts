import { statSync } from 'node:fs';
import { CorpusError, SeveralErrors } from '../../model/errors.ts';
import { OutputFolder, spilledName } from '../../write/folder.ts';
import { SpilledBytes } from '../../write/spilled-bytes.ts';
import { breathe } from '../breathe.ts';
import { Interrupted } from '../interrupted.ts';
import { bytesOfSize } from '../memory-size.ts';
import { loadResources } from '../resource/resources.ts';
import { finishResult } from '../result/finish-result.ts';
import { sortedInputs } from '../result/manifest.ts';
import { digestOfFile } from '../result/read-result.ts';
import { ResultTables } from '../result/result-tables.ts';
import type { RunResult } from '../result/run-result.ts';
import { toldResult } from '../result/told-result.ts';
import type { RunHooks } from '../run-hooks.ts';
import type { Settings } from '../settings.ts';
import { Stopwatch } from '../stopwatch.ts';
import { CountPlan } from '../tables/count-plan.ts';
import { damagedFile, type PartManifest, partFolder, partName, wholePart } from './part-folder.ts';
import { partDocuments, partTotal } from './part-reader.ts';
import { checkResources, type ReadPlan, readPlan } from './shard-plan.ts';

// Texts that are being written: few beside the files that a process may have open.
const mostTextsOnTheWay = 64;
const mostNamed = 20;

/** A result that was merged, with the settings of its plan. */
export interface MergedResult {
  readonly result: RunResult;
  readonly settings: Settings;
}

/**
 * Writes the result of all shards of a plan, byte for byte what one run would have written but for the log. Throws CorpusError where
 * shards are missing or damaged, or where documents or lists have changed since the plan.
 */
export async function mergeShards(folder: string, out: string, hooks: RunHooks = {}): Promise<MergedResult> {
  const read = readPlan(folder);
  const { plan, files } = read;
  const settings = { ...plan.settings, out };
  const watch = new Stopwatch();
  const parts = await checkedParts(read);
  await checkFiles(read);
  const resources = loadResources(settings, plan.metadataPaths);
  checkResources(plan, resources.files);
  const output = new OutputFolder(out);
  const store = new SpilledBytes(bytesOfSize(settings.memory), () => output.staged(spilledName));
  const counts = new CountPlan(settings, resources, watch, store);
  const goOn = async () => {
    await breathe();
    if (hooks.signal?.aborted === true) throw new Interrupted(hooks.signal.reason, out);
  };
  try {
    const columns = { documents: files.map(({ id }) => id), metadata: plan.metadataColumns };
    const tables = new ResultTables(output, settings, resources.terms, columns, counts);
    for (const { document, message } of [...plan.messages, ...resources.messages])
      tables.messages.add(message, document);
    let done = 0;
    for (const { place, part } of parts) {
      for (const one of partDocuments(place, part)) {
        hooks.progress?.(done, files.length, files[done++]!.id);
        watch.time('write', () => {
          if ('document' in one) tables.add(one.document);
          else tables.addFailed(one.failed, one.message);
        });
        await output.settle(mostTextsOnTheWay);
        await goOn();
      }
      const total = watch.time('read', () => partTotal(place));
      counts.merge(total);
    }
    hooks.progress?.(files.length, files.length, '');
    await output.settle();
    await goOn();
    const failures = parts.flatMap(({ part }) => part.failures);
    const inputs = parts.flatMap(({ part }) => part.inputs);
    const written = await finishResult({
      folder: output,
      settings,
      tables,
      stages: parts[0]!.part.stages,
      resources,
      inputs: sortedInputs(plan.containers, inputs),
      failures,
      watch,
      hooks: { ...hooks, config: plan.config },
    });
    await goOn();
    store.close();
    output.commit();
    const told = { out, documents: files.length, failed: failures.length, files: written };
    return { result: toldResult(counts, tables, told), settings };
  } catch (error) {
    store.close();
    await output.abandon();
    throw error;
  }
}

/** The parts in their order. Throws where one is missing or is not as it was written. */
async function checkedParts({ folder, plan, digest }: ReadPlan): Promise<{ place: string; part: PartManifest }[]> {
  const parts = plan.shards.map((_, i) => {
    const place = partFolder(folder, i + 1);
    return { place, part: wholePart(place, digest), isThere: statSync(place, { throwIfNoEntry: false }) !== undefined };
  });
  const missing = parts.flatMap(({ isThere }, i) => (isThere ? [] : [i + 1]));
  const errors: CorpusError[] = [];
  if (missing.length > 0) {
    const values = { count: missing.length, found: runsOf(missing), expected: parts.length };
    errors.push(new CorpusError('input/missing-shards', folder, values));
  }
  const whole: { place: string; part: PartManifest }[] = [];
  for (const { place, part, isThere } of parts) {
    if (!isThere) continue;
    const found = part === undefined ? partName : await damagedFile(place, part);
    if (found !== undefined) errors.push(new CorpusError('input/damaged-part', place, { found }));
    else if (part !== undefined) whole.push({ place, part });
  }
  throwAll(errors);
  return whole;
}

/** Throws where a document's file is no longer the one of the plan. It is read again only where its size or time has changed. */
async function checkFiles({ files }: ReadPlan): Promise<void> {
  const errors: CorpusError[] = [];
  for (const { path, bytes, sha256, changed } of files) {
    if (path === undefined || sha256 === undefined || sha256 === '') continue;
    const now = statSync(path, { throwIfNoEntry: false });
    if (now?.size === bytes && now.mtimeMs === changed) continue;
    if ((await digestOfFile(path))?.sha256 !== sha256) errors.push(new CorpusError('input/changed-since-plan', path));
    if (errors.length >= mostNamed) break;
  }
  throwAll(errors);
}

function throwAll([first, ...others]: readonly CorpusError[]): void {
  if (first !== undefined) throw others.length === 0 ? first : new SeveralErrors(first, others);
}

/** `2, 5-7` */
export function runsOf(numbers: readonly number[]): string {
  const runs: string[] = [];
  for (let i = 0; i < numbers.length; ) {
    let end = i;
    while (numbers[end + 1] === numbers[end]! + 1) end++;
    runs.push(end === i ? `${numbers[i]}` : `${numbers[i]}-${numbers[end]}`);
    i = end + 1;
  }
  return runs.join(', ');
}
