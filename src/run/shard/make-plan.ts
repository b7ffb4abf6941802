import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CorpusFile } from '../../ingest/corpus.ts';
import { CorpusError } from '../../model/errors.ts';
import { writeAtomically } from '../../write/atomic-file.ts';
import { writing } from '../../write/output-error.ts';
import { openCorpus } from '../open-corpus.ts';
import { findPackageRoot } from '../resource/package-root.ts';
import { loadResources } from '../resource/resources.ts';
import { digestOfFile } from '../result/read-result.ts';
import type { Settings } from '../settings.ts';
import { checkGroups } from '../tables/group-value.ts';
import { sizeOf } from '../thread/failed-document.ts';
import { absoluteSettings } from '../verify/absolute-settings.ts';
import {
  type PlannedFile,
  planFilesName,
  planFormat,
  planName,
  programDigest,
  type ShardPlan,
  type ShardRange,
  sha256,
} from './shard-plan.ts';

// What a document costs beside its bytes, as if it were so many more.
const ofOneDocument = 2000;

/**
 * Writes the plan of a run in `shards` parts into the folder that is the settings' output: which documents each part has, and the
 * digests of all that the result follows from. Throws what a run would throw before its first document, and `output/…` errors.
 */
export async function makePlan(given: Settings, shards: number, config: string | null): Promise<ShardPlan> {
  const settings = absoluteSettings(given);
  const folder = settings.out;
  if (!existsSync(folder)) writing(folder, () => mkdirSync(folder));
  const [found] = writing(folder, () => readdirSync(folder)).filter((name) => name !== planFilesName);
  if (found !== undefined) throw new CorpusError('output/plan-exists', folder, { found });
  const corpus = openCorpus(settings);
  checkGroups(settings, corpus.metadataColumns);
  const resources = loadResources(settings, corpus.metadataPaths);
  const files: PlannedFile[] = [];
  for (const file of corpus.files) files.push(await plannedFile(file));
  const lines = files.map((file) => `${JSON.stringify(file)}\n`).join('');
  const plan: ShardPlan = {
    format: planFormat,
    version: findPackageRoot().version,
    code: programDigest(),
    settings,
    config,
    metadataColumns: corpus.metadataColumns,
    metadataPaths: corpus.metadataPaths.map((path) => resolve(path)),
    containers: corpus.containers,
    messages: corpus.messages,
    resources: resources.files.map((file) => ({ ...file, path: resolve(file.path) })),
    shards: rangesOf(files, shards),
    files: sha256(lines),
  };
  writing(folder, () => writeFileSync(join(folder, planFilesName), lines));
  writeAtomically(join(folder, planName), `${JSON.stringify(plan, null, 2)}\n`);
  return plan;
}

async function plannedFile(file: CorpusFile): Promise<PlannedFile> {
  const known = { id: file.id, bytes: sizeOf(file) };
  if (file.member !== undefined) return known;
  const digest = await digestOfFile(file.path);
  const changed = statSync(file.path, { throwIfNoEntry: false })?.mtimeMs;
  return {
    ...known,
    ...(typeof file.path === 'string' ? { path: resolve(file.path) } : {}),
    sha256: digest?.sha256 ?? '',
    ...(changed === undefined ? {} : { changed }),
  };
}

/** Neighbouring documents together, so that the shards cost about the same. There may be more shards than documents. */
export function rangesOf(files: readonly Pick<PlannedFile, 'bytes'>[], shards: number): ShardRange[] {
  const cost = files.reduce((sum, { bytes }) => sum + bytes + ofOneDocument, 0);
  const ranges: ShardRange[] = [];
  let at = 0;
  let spent = 0;
  for (let shard = 1; shard <= shards; shard++) {
    const first = at;
    let bytes = 0;
    // The document in whose middle a shard would end goes to the side that has more of it.
    while (
      at < files.length &&
      (shard === shards || spent + (files[at]!.bytes + ofOneDocument) / 2 <= (cost * shard) / shards)
    ) {
      bytes += files[at]!.bytes;
      spent += files[at]!.bytes + ofOneDocument;
      at++;
    }
    ranges.push({ first, count: at - first, bytes });
  }
  return ranges;
}
