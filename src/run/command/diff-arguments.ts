import type { Command } from 'commander';
import { settingKeys } from '../setting-keys.ts';
import { type Language, say } from '../wording/wording.ts';
import type { Fault } from './fault.ts';
import type { GivenOptions } from './options.ts';
import { givenOptions, languageOption, settingOptions } from './setting-options.ts';

/** What `cewen diff` is asked. */
export interface DiffRequest {
  readonly older: string;
  readonly newer: string;
  readonly config: string | undefined;
  /** Settings of the stages that both go through. */
  readonly options: GivenOptions;
  /** A file that ends in .csv, or a folder; undefined where no table is to be written. */
  readonly out: string | undefined;
  /** A page; undefined where none is to be written. */
  readonly html: string | undefined;
  readonly json: boolean;
  /** Whether to print what is unchanged, too. */
  readonly full: boolean;
  /** Whether to end with 1 where the versions differ. */
  readonly exitCode: boolean;
  readonly faults: readonly Fault[];
}

interface Values {
  config?: string;
  out?: string;
  html?: string;
  json?: boolean;
  full?: boolean;
  exitCode?: boolean;
}

/** Settings that decide what the words of a document are. */
const names = [
  'terms',
  'text_column',
  'user_words',
  'policy_tokens',
  'number_units',
  'encoding',
  'variant',
  'widths',
  'punctuation',
  'engine',
  'granularity',
  'model',
  'excel',
];
const keys = settingKeys.filter(({ path }) => names.includes(path.join('.')));

/** Adds `cewen diff` to the program; `take` gets what was asked. */
export function declareDiff(program: Command, language: Language, take: (request: DiffRequest) => void): void {
  const tell = (key: string) => say(language, key);
  const diff = program
    .command('diff')
    .summary(tell('help/diff-summary'))
    .description(tell('help/diff'))
    .argument('<old>', tell('help/diff-old'))
    .argument('<new>', tell('help/diff-new'))
    .addOption(languageOption(language))
    .option('-o, --out <path>', tell('help/diff-out'))
    .option('--html <file>', tell('help/diff-html'))
    .option('--json', tell('help/json'))
    .option('--full', tell('help/diff-full'))
    .option('--exit-code', tell('help/diff-exit-code'))
    .option('-c, --config <file>', tell('help/config'));
  for (const key of keys) for (const option of settingOptions(key, language)) diff.addOption(option);
  diff.addHelpText('after', `\n${tell('help/diff-examples')}`);
  diff.action((older: string, newer: string, values: Values) => {
    const { config, out, html, json = false, full = false, exitCode = false } = values;
    const empty = Object.entries({ '--out': out, '--html': html }).filter(([, value]) => value === '');
    const faults = empty.map(([setting]) => ({ rule: 'usage/empty-value', place: '', values: { setting } }));
    if (older === '' || newer === '')
      faults.push({ rule: 'usage/empty-value', place: '', values: { setting: 'old, new' } });
    take({
      older,
      newer,
      config,
      options: givenOptions(keys, values as Record<string, unknown>, language),
      out,
      html,
      json,
      full,
      exitCode,
      faults,
    });
  });
}
