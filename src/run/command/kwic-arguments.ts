import type { Command } from 'commander';
import { type SortKey, sortKeys } from '../../query/sort-lines.ts';
import { type Strategy, strategies } from '../../query/token/query-syntax.ts';
import { type CountKey, countKeys } from '../query/kwic-counts.ts';
import { settingKeys } from '../setting-keys.ts';
import { type Language, say } from '../wording/wording.ts';
import type { Fault } from './fault.ts';
import { nearMatch } from './near-match.ts';
import type { GivenOptions } from './options.ts';
import { collect, givenOptions, languageOption, settingOptions } from './setting-options.ts';

/** What `cewen kwic` is asked. */
export interface KwicRequest {
  readonly pattern: string;
  readonly paths: readonly string[];
  readonly inputs: readonly string[];
  readonly config: string | undefined;
  /** Settings of the run by which the texts are read. */
  readonly options: GivenOptions;
  /** Whether the pattern is a plain string whatever its signs. */
  readonly plain: boolean;
  readonly strategy: Strategy;
  readonly sort: readonly SortKey[];
  /** Number of matches to draw; undefined where all are wanted. */
  readonly sample: number | undefined;
  readonly seed: number;
  /** What to count the matches by, in place of showing them. */
  readonly count: CountKey | undefined;
  /** Whether the context is counted in words. */
  readonly words: boolean;
  /** A file that ends in .csv; undefined where the lines are printed. */
  readonly out: string | undefined;
  readonly json: boolean;
  readonly faults: readonly Fault[];
}

/** Settings that decide how the texts are read, and what of them is shown. */
const names = [
  'metadata',
  'terms',
  'text_column',
  'user_words',
  'policy_tokens',
  'number_units',
  'tagger',
  'encoding',
  'variant',
];
const more = [
  'widths',
  'punctuation',
  'engine',
  'granularity',
  'model',
  'boundary',
  'ignore_case',
  'count_kinds',
  'by',
  'context',
  'excel',
  'strict',
];
const keys = settingKeys.filter(({ path }) => [...names, ...more].includes(path.join('.')));

interface Values {
  readonly config?: string;
  readonly input?: string[];
  readonly plain?: boolean;
  readonly strategy?: string;
  readonly sort?: string[];
  readonly sample?: string;
  readonly seed?: string;
  readonly count?: string;
  readonly words?: boolean;
  readonly out?: string;
  readonly json?: boolean;
}

/** Adds `cewen kwic` to the program; `take` gets what was asked. */
export function declareKwic(program: Command, language: Language, take: (request: KwicRequest) => void): void {
  const tell = (key: string) => say(language, key);
  const kwic = program
    .command('kwic')
    .summary(tell('help/kwic-summary'))
    .description(tell('help/kwic'))
    .argument('<pattern>', tell('help/kwic-pattern'))
    .argument('[paths...]', tell('help/kwic-paths'))
    .addOption(languageOption(language))
    .option('-s, --sort <list>', say(language, 'help/kwic-sort', { expected: sortKeys.join(', ') }), collect)
    .option('--count <what>', say(language, 'help/kwic-count', { expected: countKeys.join(', ') }))
    .option('--sample <n>', tell('help/kwic-sample'))
    .option('--seed <n>', tell('help/kwic-seed'))
    .option('--words', tell('help/kwic-words'))
    .option('--strategy <name>', say(language, 'help/kwic-strategy', { expected: strategies.join(', ') }))
    .option('--plain', tell('help/kwic-plain'))
    .option('-o, --out <file>', tell('help/kwic-out'))
    .option('--json', tell('help/json'))
    .option('-c, --config <file>', tell('help/config'))
    .option('-i, --input <root>', tell('help/input'), collect);
  for (const key of keys) for (const option of settingOptions(key, language)) kwic.addOption(option);
  kwic.addHelpText('after', `\n${tell('help/kwic-examples')}`);
  kwic.action((pattern: string, paths: string[], values: Values & Record<string, unknown>) => {
    const faults: Fault[] = [];
    const fault = (rule: string, setting: string, more: Fault['values']) =>
      faults.push({ rule, place: '', values: { setting, ...more } });
    const oneOf = <Name extends string>(option: string, found: string, known: readonly Name[]): Name[] => {
      const name = known.find((one) => one === found);
      if (name !== undefined) return [name];
      const near = nearMatch(found, known);
      const given = { found, expected: known.join(', ') };
      if (near === undefined) fault('usage/not-one-of', option, given);
      else fault('usage/misspelt-value', option, { ...given, near });
      return [];
    };
    const whole = (option: string, found: string | undefined, least: number): number | undefined => {
      if (found === undefined) return undefined;
      if (!/^\d{1,9}$/.test(found)) fault('usage/not-a-number', option, { found });
      else if (Number(found) < least) fault('usage/too-small', option, { found, expected: least });
      return Number(found);
    };
    const { out } = values;
    if (out !== undefined && !/[^/\\]\.csv$/i.test(out)) fault('usage/not-a-csv-name', '--out', { found: out });
    if (pattern.trim() === '') fault('usage/empty-value', 'pattern', {});
    const [count] = values.count === undefined ? [] : oneOf('--count', values.count, countKeys);
    const sort = (values.sort ?? []).flatMap((list) => list.split(',')).map((name) => name.trim());
    take({
      pattern,
      paths,
      inputs: values.input ?? [],
      config: values.config,
      options: givenOptions(keys, values, language),
      plain: values.plain === true,
      strategy: oneOf('--strategy', values.strategy ?? 'standard', strategies)[0] ?? 'standard',
      sort: sort.flatMap((name) => oneOf('--sort', name, sortKeys)),
      sample: whole('--sample', values.sample, 1),
      seed: whole('--seed', values.seed, 0) ?? 1,
      count,
      words: values.words === true,
      out,
      json: values.json === true,
      faults,
    });
  });
}
