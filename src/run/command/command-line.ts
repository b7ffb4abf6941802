import { Command, CommanderError } from 'commander';
import { settingKeys } from '../setting-keys.ts';
import { type Language, say } from '../wording/wording.ts';
import { type AuditRequest, declareAudit } from './audit-arguments.ts';
import { type CacheRequest, declareCache } from './cache-arguments.ts';
import { askedLanguage, sortWords } from './command-words.ts';
import { faultOf } from './commander-fault.ts';
import { type DiffRequest, declareDiff } from './diff-arguments.ts';
import { type DiscoverRequest, declareDiscover } from './discover-arguments.ts';
import { declareExplain, type ExplainRequest } from './explain-arguments.ts';
import type { Fault } from './fault.ts';
import { SettingsError } from './fault.ts';
import { declareKwic, type KwicRequest } from './kwic-arguments.ts';
import type { GivenOptions } from './options.ts';
import { declarePlot, type PlotRequest } from './plot-arguments.ts';
import { declareScore, type ScoreRequest } from './score-arguments.ts';
import { collect, givenOptions, languageOption, settingOptions } from './setting-options.ts';
import {
  declareMerge,
  declarePlan,
  declareShard,
  type MergeRequest,
  type PlanRequest,
  type ShardRequest,
  shardRequest,
} from './shard-arguments.ts';
import { declareTrain, type TrainRequest } from './train-arguments.ts';
import { declareView, type ViewRequest } from './view-arguments.ts';

/** What a user asked for. */
export type Request =
  | {
      readonly command: 'run';
      readonly paths: readonly string[];
      readonly config: string | undefined;
      readonly options: GivenOptions;
      /** Options that no command has, to be told together with the faults of the settings. */
      readonly faults: readonly Fault[];
    }
  | { readonly command: 'verify'; readonly folder: string; readonly inputs: readonly string[] }
  | ({ readonly command: 'explain' } & ExplainRequest)
  | ({ readonly command: 'plan' } & PlanRequest)
  | ({ readonly command: 'shard' } & ShardRequest)
  | ({ readonly command: 'merge' } & MergeRequest)
  | ({ readonly command: 'audit' } & AuditRequest)
  | ({ readonly command: 'kwic' } & KwicRequest)
  | ({ readonly command: 'score' } & ScoreRequest)
  | ({ readonly command: 'train' } & TrainRequest)
  | ({ readonly command: 'plot' } & PlotRequest)
  | ({ readonly command: 'view' } & ViewRequest)
  | ({ readonly command: 'diff' } & DiffRequest)
  | ({ readonly command: 'discover' } & DiscoverRequest)
  | ({ readonly command: 'cache' } & CacheRequest)
  | { readonly command: 'init'; readonly file: string }
  | { readonly command: 'text'; readonly text: string };

// Paths are arguments, and --lang belongs to every command.
const optionKeys = settingKeys.filter((key) => key.path[0] !== 'paths' && key.path[0] !== 'lang');

const commands = [
  'run',
  'plan',
  'merge',
  'verify',
  'explain',
  'audit',
  'kwic',
  'discover',
  'score',
  'train',
  'plot',
  'view',
  'cache',
  'init',
  'help',
];

/** Reads the command line. Faults of usage are thrown as one `SettingsError`; help and version come back as text. */
export function readCommandLine(argv: readonly string[], language: Language, version: string): Request {
  let request: Request | undefined;
  let ownFaults: readonly Fault[] = [];
  let written = '';
  const asked = askedLanguage(argv);
  const tell = (key: string) => say(language, key);
  const program = new Command('cewen');
  program
    .description(tell('help/program'))
    .version(version, '-V, --version', tell('help/version'))
    .helpOption('-h, --help', tell('help/help'))
    .helpCommand('help [command]', tell('help/help-command'))
    .addOption(languageOption(language))
    .exitOverride()
    .configureHelp({ styleTitle: (title) => translateTitle(title, language), showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => {
        written += text;
      },
      writeErr: () => {},
    })
    .addHelpText('after', `\n${tell('help/program-examples')}`);

  const run = program
    .command('run')
    .summary(tell('help/run-summary'))
    .description(tell('help/run'))
    .argument('[paths...]', tell('help/run-paths'))
    .addOption(languageOption(language))
    .option('-c, --config <file>', tell('help/config'));
  for (const key of optionKeys) for (const option of settingOptions(key, language)) run.addOption(option);
  declareShard(run, language);
  run.addHelpText('after', `\n${tell('help/run-examples')}`);
  run.action((paths: string[], values: Record<string, unknown>) => {
    const options = givenOptions(optionKeys, values, language);
    const shard = shardRequest(paths, values, options, optionKeys);
    if (shard !== undefined) {
      request = { command: 'shard', ...shard.request };
      ownFaults = shard.faults;
      return;
    }
    if (asked !== undefined) options.set('lang', asked);
    request = { command: 'run', paths, config: values.config as string | undefined, options, faults };
  });

  declarePlan(program, language, optionKeys, (given) => {
    const options = new Map(given.options);
    if (asked !== undefined) options.set('lang', asked);
    request = { command: 'plan', ...given, options, faults: [...faults, ...given.faults] };
  });
  declareMerge(program, language, (given, found) => {
    request = { command: 'merge', ...given };
    ownFaults = found;
  });

  program
    .command('verify')
    .summary(tell('help/verify-summary'))
    .description(tell('help/verify'))
    .argument('<dir>', tell('help/verify-dir'))
    .option('-i, --input <root>', tell('help/input'), collect)
    .addOption(languageOption(language))
    .addHelpText('after', `\n${tell('help/verify-examples')}`)
    .action((folder: string, values: { input?: string[] }) => {
      request = { command: 'verify', folder, inputs: values.input ?? [] };
    });

  declareExplain(program, language, (given, found) => {
    request = { command: 'explain', ...given };
    ownFaults = found;
  });

  declareAudit(program, language, (given) => {
    const options = new Map(given.options);
    if (asked !== undefined) options.set('lang', asked);
    request = { command: 'audit', ...given, options, faults: [...faults, ...given.faults] };
  });
  declareKwic(program, language, (given) => {
    const options = new Map(given.options);
    if (asked !== undefined) options.set('lang', asked);
    request = { command: 'kwic', ...given, options, faults: [...faults, ...given.faults] };
  });
  declareScore(program, language, (given, found) => {
    request = { command: 'score', ...given };
    ownFaults = found;
  });

  declareTrain(program, language, (given, found) => {
    request = { command: 'train', ...given };
    ownFaults = found;
  });

  declarePlot(program, language, (given, found) => {
    request = { command: 'plot', ...given };
    ownFaults = found;
  });

  declareView(program, language, (given, found) => {
    request = { command: 'view', ...given };
    ownFaults = found;
  });

  declareDiff(program, language, (given) => {
    const options = new Map(given.options);
    if (asked !== undefined) options.set('lang', asked);
    request = { command: 'diff', ...given, options, faults: [...faults, ...given.faults] };
  });

  declareDiscover(program, language, (given) => {
    const options = new Map(given.options);
    if (asked !== undefined) options.set('lang', asked);
    request = { command: 'discover', ...given, options, faults: [...faults, ...given.faults] };
  });

  declareCache(program, language, (given, found) => {
    request = { command: 'cache', ...given };
    ownFaults = found;
  });

  program
    .command('init')
    .summary(tell('help/init-summary'))
    .description(tell('help/init'))
    .argument('[file]', tell('help/init-file'), 'cewen.yaml')
    .addOption(languageOption(language))
    .addHelpText('after', `\n${tell('help/init-examples')}`)
    .action((file: string) => {
      request = { command: 'init', file };
    });

  const { known, faults } = sortWords(argv, program);
  try {
    // Without a command there is nothing to do but to say what could be done.
    if (argv.length === 0) program.parse(['--help'], { from: 'user' });
    else if (known.length > 0) program.parse(known, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === 'commander.help')
      return { command: 'text', text: written || program.helpInformation() };
    throw new SettingsError([...faults, faultOf(error, program, commands), ...languageFaults(asked)]);
  }
  if (
    request?.command === 'run' ||
    request?.command === 'plan' ||
    request?.command === 'audit' ||
    request?.command === 'kwic'
  )
    return request;
  const own = request === undefined ? [] : ownFaults;
  const all = [...faults, ...own, ...languageFaults(asked)];
  if (all.length > 0) throw new SettingsError(all);
  return request ?? { command: 'text', text: program.helpInformation() };
}

function languageFaults(asked: string | undefined): Fault[] {
  if (asked === undefined || asked === 'en' || asked === 'zh') return [];
  const values = { setting: 'lang', expected: 'en, zh', found: asked };
  return [{ rule: 'usage/not-one-of', place: '--lang', values }];
}

function translateTitle(title: string, language: Language): string {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': '用法：',
    'Options:': '选项：',
    'Commands:': '命令：',
    'Arguments:': '参数：',
  };
  return language === 'zh' ? (titles[title] ?? title) : title;
}
