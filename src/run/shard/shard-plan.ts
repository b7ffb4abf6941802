import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Container } from '../../ingest/list-members.ts';
import { CorpusError } from '../../model/errors.ts';
import type { PlacedMessage } from '../../model/message.ts';
import { codeDigest } from '../cache/code-digest.ts';
import { loadLexicon } from '../resource/load-lexicon.ts';
import { findPackageRoot } from '../resource/package-root.ts';
import type { ManifestResource } from '../result/manifest.ts';
import type { Settings } from '../settings.ts';

export const planName = 'plan.json';
export const planFilesName = 'files.jsonl';
export const planFormat = 'cewen-plan/1';

/** Documents of one shard: those from `first` on. */
export interface ShardRange {
  readonly first: number;
  readonly count: number;
  readonly bytes: number;
}

/** A run that is to be done in shards: all that the shards and their merging have in common. */
export interface ShardPlan {
  readonly format: typeof planFormat;
  readonly version: string;
  /** Of the program, its libraries and Node: parts of different ones do not belong together. */
  readonly code: string;
  /** With absolute paths. */
  readonly settings: Settings;
  /** Absolute path; null where there was none. */
  readonly config: string | null;
  readonly metadataColumns: readonly string[];
  readonly metadataPaths: readonly string[];
  readonly containers: readonly Container[];
  readonly messages: readonly PlacedMessage[];
  readonly resources: readonly ManifestResource[];
  readonly shards: readonly ShardRange[];
  /** SHA-256 of files.jsonl. */
  readonly files: string;
}

/** A document of a plan, a line of files.jsonl. */
export interface PlannedFile {
  readonly id: string;
  readonly bytes: number;
  /** Absolute; absent of one inside a container, and where the name is no text. */
  readonly path?: string;
  /** Of a document that is a file; one inside a container changes with it. Empty where the file could not be read. */
  readonly sha256?: string;
  /** When the file was changed, in milliseconds since 1970. */
  readonly changed?: number;
}

export interface ReadPlan {
  readonly folder: string;
  readonly plan: ShardPlan;
  readonly files: readonly PlannedFile[];
  /** SHA-256 of plan.json, by which parts know their plan. */
  readonly digest: string;
}

let program: string | undefined;

/** The digest that a plan and its parts have of the program, as it was when this process first asked. */
export function programDigest(): string {
  program ??= codeDigest(loadLexicon());
  return program;
}

/** Throws `input/not-a-plan` and `input/plan-of-other-program`. */
export function readPlan(folder: string): ReadPlan {
  let bytes: Buffer;
  let plan: ShardPlan;
  let lines: Buffer;
  try {
    bytes = readFileSync(join(folder, planName));
    plan = JSON.parse(bytes.toString('utf8')) as ShardPlan;
    lines = readFileSync(join(folder, planFilesName));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    throw new CorpusError('input/not-a-plan', folder, { reason }, error);
  }
  if (plan.format !== planFormat) throw new CorpusError('input/not-a-plan', folder, { reason: planFormat });
  const { version } = findPackageRoot();
  if (plan.code !== programDigest()) {
    throw new CorpusError('input/plan-of-other-program', folder, { found: plan.version, expected: version });
  }
  if (sha256(lines) !== plan.files) throw new CorpusError('input/not-a-plan', folder, { reason: planFilesName });
  const files = lines
    .toString('utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as PlannedFile);
  return { folder, plan, files, digest: sha256(bytes) };
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Throws where a list is not as it was when the plan was made. */
export function checkResources(plan: ShardPlan, now: readonly ManifestResource[]): void {
  const changed = now.find(({ sha256, kind }, i) => {
    const then = plan.resources[i];
    return then?.sha256 !== sha256 || then.kind !== kind;
  });
  if (changed === undefined && now.length === plan.resources.length) return;
  throw new CorpusError('resource/changed-since-plan', changed?.path ?? plan.resources.at(-1)!.path);
}
