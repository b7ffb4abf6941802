import type { Command } from 'commander';
import { settingKeys } from '../setting-keys.ts';
import { type Language, say } from '../wording/wording.ts';
import type { Fault } from './fault.ts';
import type { GivenOptions } from './options.ts';
import { givenOptions, languageOption, settingOptions } from './setting-options.ts';

/** What `cewen audit` is asked. */
export interface AuditRequest {
  readonly paths: readonly string[];
  readonly config: string | undefined;
  /** Settings of the run that the lists are for. */
  readonly options: GivenOptions;
  /** A file that ends in .csv, or a folder; undefined where nothing is to be written. */
  readonly out: string | undefined;
  /** Whether to print everything as JSON. */
  readonly json: boolean;
  readonly faults: readonly Fault[];
}

/** Settings that decide what a run finds; those of its tables are no matter of an audit. */
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
];
const more = ['boundary', 'ignore_case', 'count_kinds', 'excel', 'strict'];
const keys = settingKeys.filter(({ path }) => [...names, ...more].includes(path.join('.')));

/** Adds `cewen audit` to the program; `take` gets what was asked. */
export function declareAudit(program: Command, language: Language, take: (request: AuditRequest) => void): void {
  const tell = (key: string) => say(language, key);
  const audit = program
    .command('audit')
    .summary(tell('help/audit-summary'))
    .description(tell('help/audit'))
    .argument('[paths...]', tell('help/run-paths'))
    .addOption(languageOption(language))
    .option('-c, --config <file>', tell('help/config'))
    .option('-o, --out <path>', tell('help/audit-out'))
    .option('--json', tell('help/json'));
  for (const key of keys) for (const option of settingOptions(key, language)) audit.addOption(option);
  audit.addHelpText('after', `\n${tell('help/audit-examples')}`);
  audit.action((paths: string[], values: Record<string, unknown>) => {
    const out = values.out as string | undefined;
    const faults = out === '' ? [{ rule: 'usage/empty-value', place: '', values: { setting: '--out' } }] : [];
    const options = givenOptions(keys, values, language);
    take({ paths, config: values.config as string | undefined, options, out, json: values.json === true, faults });
  });
}
