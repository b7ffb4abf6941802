import { join } from 'node:path';
import { CorpusError } from '../../model/errors.ts';
import type { RunHooks } from '../run-hooks.ts';
import type { Settings } from '../settings.ts';
import { makePlan } from '../shard/make-plan.ts';
import { type MergedResult, mergeShards } from '../shard/merge-shards.ts';
import { partFolder } from '../shard/part-folder.ts';
import { runShard, type ShardResult } from '../shard/run-shard.ts';
import { readPlan } from '../shard/shard-plan.ts';
import { type Language, say } from '../wording/wording.ts';
import { resolveSettings } from './options.ts';
import type { MergeRequest, ShardRequest } from './shard-arguments.ts';
import { textTable } from './text-table.ts';

/** `cewen plan`: writes the plan and says what each shard has. */
export async function planCommand(
  settings: Settings,
  shards: number,
  config: string | null,
  language: Language,
): Promise<string> {
  const plan = await makePlan(settings, shards, config);
  const tell = (key: string) => say(language, key);
  const rows = plan.shards.map(({ count, bytes }, i) => [`${i + 1}/${shards}`, `${count}`, (bytes / 1e6).toFixed(1)]);
  const table = textTable([[tell('plan/shard'), tell('plan/documents'), tell('plan/megabytes')], ...rows], 1);
  const documents = plan.shards.reduce((sum, { count }) => sum + count, 0);
  return `${table}\n\n${say(language, 'plan/done', { out: settings.out, documents, shards })}\n`;
}

/** `cewen run --plan`: one shard. */
export async function shardCommand(
  { plan, shard, of, options }: ShardRequest,
  language: Language,
  hooks: Pick<RunHooks, 'signal' | 'progress'>,
): Promise<ShardResult & { readonly text: string }> {
  const { length } = readPlan(plan).plan.shards;
  if (length !== of) throw new CorpusError('usage/other-number-of-shards', plan, { found: of, expected: length });
  const { workers, cache } = resolveSettings(undefined, options);
  const own = { ...(options.has('workers') ? { workers } : {}), ...(options.has('cache') ? { cache } : {}) };
  const result = await runShard(plan, shard, own, hooks);
  const { documents, failed } = result;
  const values = { shard, of, documents, failed, out: partFolder(plan, shard) };
  return { ...result, text: `${say(language, result.isSkipped ? 'plan/shard-there' : 'plan/shard-done', values)}\n` };
}

/** `cewen merge`. */
export async function mergeCommand({ plan, out }: MergeRequest, hooks: RunHooks): Promise<MergedResult> {
  return mergeShards(join(plan), out, hooks);
}
