import type { Command } from 'commander';
import type { SettingKey } from '../setting-keys.ts';
import { type Language, say } from '../wording/wording.ts';
import type { Fault } from './fault.ts';
import { type GivenOptions, optionName } from './options.ts';
import { givenOptions, languageOption, settingOptions } from './setting-options.ts';

/** What `cewen plan` is asked. */
export interface PlanRequest {
  readonly paths: readonly string[];
  readonly config: string | undefined;
  readonly options: GivenOptions;
  /** NaN where it is none; then there is a fault. */
  readonly shards: number;
  readonly faults: readonly Fault[];
}

/** What `cewen run --plan` is asked. */
export interface ShardRequest {
  readonly plan: string;
  /** From 1. */
  readonly shard: number;
  /** How many shards the plan is said to have. */
  readonly of: number;
  /** Those of --workers and --cache. */
  readonly options: GivenOptions;
}

/** What `cewen merge` is asked. */
export interface MergeRequest {
  readonly plan: string;
  readonly out: string;
}

interface ShardValues {
  readonly plan?: string;
  readonly shard?: string;
  readonly config?: string;
}

const mostShards = 100_000;
/** Settings that each machine may have for itself. */
const ownSettings = ['workers', 'cache', 'lang'];

/** Adds `cewen plan` to the program; `take` gets what was asked. */
export function declarePlan(
  program: Command,
  language: Language,
  keys: readonly SettingKey[],
  take: (request: PlanRequest) => void,
): void {
  const tell = (key: string) => say(language, key);
  const plan = program
    .command('plan')
    .summary(tell('help/plan-summary'))
    .description(tell('help/plan'))
    .argument('[paths...]', tell('help/run-paths'))
    .option('--shards <n>', tell('help/plan-shards'))
    .addOption(languageOption(language))
    .option('-c, --config <file>', tell('help/config'));
  for (const key of keys) for (const option of settingOptions(key, language)) plan.addOption(option);
  plan.addHelpText('after', `\n${tell('help/plan-examples')}`);
  plan.action((paths: string[], values: Record<string, unknown>) => {
    const options = givenOptions(keys, values, language);
    const faults: Fault[] = [];
    const found = values.shards as string | undefined;
    const shards = found !== undefined && /^\d{1,6}$/.test(found) ? Number(found) : Number.NaN;
    if (!(shards >= 1 && shards <= mostShards)) {
      faults.push({ rule: 'usage/not-shards', place: '--shards', values: { found: found ?? '', most: mostShards } });
    }
    if (!options.has('out')) faults.push({ rule: 'usage/no-plan-folder', place: '--out', values: {} });
    take({ paths, config: values.config as string | undefined, options, shards, faults });
  });
}

/** Adds `cewen merge` to the program. */
export function declareMerge(
  program: Command,
  language: Language,
  take: (request: MergeRequest, faults: readonly Fault[]) => void,
): void {
  const tell = (key: string) => say(language, key);
  program
    .command('merge')
    .summary(tell('help/merge-summary'))
    .description(tell('help/merge'))
    .argument('<plan>', tell('help/plan-folder'))
    .option('-o, --out <folder>', tell('option/out'), 'output')
    .addOption(languageOption(language))
    .addHelpText('after', `\n${tell('help/merge-examples')}`)
    .action((plan: string, { out }: { out: string }) => take({ plan, out }, []));
}

/** Adds `--plan` and `--shard` to `cewen run`. */
export function declareShard(run: Command, language: Language): void {
  run.option('--plan <folder>', say(language, 'help/run-plan'));
  run.option('--shard <i/n>', say(language, 'help/run-shard'));
}

/** What `cewen run` with --plan or --shard is asked, and what is wrong with it; undefined where it has neither. */
export function shardRequest(
  paths: readonly string[],
  { plan, shard, config }: ShardValues,
  options: GivenOptions,
  keys: readonly SettingKey[],
): { readonly request: ShardRequest; readonly faults: readonly Fault[] } | undefined {
  if (plan === undefined && shard === undefined) return undefined;
  const faults: Fault[] = [];
  const [, i, n] = /^(\d{1,6})\/(\d{1,6})$/.exec(shard ?? '') ?? [];
  const numbers = { shard: Number(i), of: Number(n) };
  if (!plan) faults.push({ rule: 'usage/missing-value', place: '', values: { option: '--plan' } });
  if (!(numbers.shard >= 1 && numbers.shard <= numbers.of)) {
    faults.push({ rule: 'usage/not-a-shard', place: '--shard', values: { found: shard ?? '' } });
  }
  const others = keys.filter(({ path }) => options.has(path.join('.')) && !ownSettings.includes(path.join('.')));
  const named = [...paths, ...(config === undefined ? [] : ['--config']), ...others.map((key) => optionName(key))];
  if (named.length > 0) faults.push({ rule: 'usage/not-with-plan', place: '', values: { found: named.join(', ') } });
  return { request: { plan: plan ?? '', ...numbers, options }, faults };
}
