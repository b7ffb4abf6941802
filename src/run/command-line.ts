import { Command, CommanderError, Option } from 'commander';
import type { Fault } from './fault.ts';
import { SettingsError } from './fault.ts';
import { nearMatch } from './near-match.ts';
import type { GivenOptions } from './options.ts';
import { optionName } from './options.ts';
import { type SettingKey, settingKeys } from './settings.ts';
import { type Language, say } from './wording.ts';

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
  | {
      readonly command: 'explain';
      readonly target: string;
      readonly document: string | undefined;
      readonly offset: string | undefined;
      readonly inputs: readonly string[];
      readonly json: boolean;
      readonly config: string | undefined;
      readonly encoding: string | undefined;
    }
  | { readonly command: 'init'; readonly file: string }
  | { readonly command: 'text'; readonly text: string };

// Paths are arguments, and --lang belongs to every command.
const optionKeys = settingKeys.filter((key) => key.path[0] !== 'paths' && key.path[0] !== 'lang');

const commands = ['run', 'verify', 'explain', 'init', 'help'];

/** Reads the command line. Faults of usage are thrown as one `SettingsError`; help and version come back as text. */
export function readCommandLine(argv: readonly string[], language: Language, version: string): Request {
  let request: Request | undefined;
  let written = '';
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
  run.addHelpText('after', `\n${tell('help/run-examples')}`);
  const { known, faults } = withoutUnknown(argv, run);
  run.action((paths: string[], values: Record<string, unknown>) => {
    const options = new Map<string, string | readonly string[] | boolean>();
    for (const key of optionKeys) {
      const value = values[settingOptions(key, language)[0]!.attributeName()];
      if (value !== undefined) options.set(key.path.join('.'), value as string | string[] | boolean);
    }
    request = { command: 'run', paths, config: values.config as string | undefined, options, faults };
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

  program
    .command('explain')
    .summary(tell('help/explain-summary'))
    .description(tell('help/explain'))
    .argument('<file>', tell('help/explain-target'))
    .argument('[document]', tell('help/explain-document'))
    .argument('[offset]', tell('help/explain-offset'))
    .option('--json', tell('help/json'))
    .option('-c, --config <file>', tell('help/config'))
    .option('--encoding <name>', tell('option/encoding'))
    .option('-i, --input <root>', tell('help/input'), collect)
    .addOption(languageOption(language))
    .addHelpText('after', `\n${tell('help/explain-examples')}`)
    .action((target: string, document: string | undefined, offset: string | undefined, values: ExplainValues) => {
      request = {
        command: 'explain',
        target,
        document,
        offset,
        inputs: values.input ?? [],
        json: values.json === true,
        config: values.config,
        encoding: values.encoding,
      };
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

  try {
    // Without a command there is nothing to do but to say what could be done.
    program.parse(known.length === 0 ? ['--help'] : known, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === 'commander.help')
      return { command: 'text', text: written || program.helpInformation() };
    throw new SettingsError([...faults, faultOf(error, program)]);
  }
  return request ?? { command: 'text', text: program.helpInformation() };
}

interface ExplainValues {
  input?: string[];
  json?: boolean;
  config?: string;
  encoding?: string;
}

function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

function languageOption(language: Language): Option {
  return new Option('--lang <en|zh>', say(language, 'option/lang'));
}

/** The options of one setting; a switch has a form for each of its positions. */
function settingOptions(key: SettingKey, language: Language): Option[] {
  const name = optionName(key);
  const help = `${say(language, `option/${key.path.join('.')}`)}${defaultOf(key, language)}`;
  if (key.kind === 'switch') {
    const off = new Option(name.replace(/^--/, '--no-'), help);
    const on = new Option(name, help);
    return key.default === true ? [on.hideHelp(), off] : [on, off.hideHelp()];
  }
  const place = { text: '<value>', list: '<list>', number: '<n>', numbers: '<list>' }[key.kind];
  const short = key.path[0] === 'out' ? '-o, ' : key.path[0] === 'terms' ? '-t, ' : '';
  const option = new Option(`${short}${name} ${place}`, help);
  if (key.kind === 'list' || key.kind === 'numbers') option.argParser(collect);
  return [option];
}

function defaultOf(key: SettingKey, language: Language): string {
  const value = Array.isArray(key.default) ? key.default.join(',') : key.default;
  if (key.kind === 'switch' || value === null || value === '') return '';
  return say(language, 'help/default', { value: String(value) });
}

/** Takes the options that the run command does not have out of its arguments. */
function withoutUnknown(argv: readonly string[], run: Command): { known: string[]; faults: Fault[] } {
  if (argv.find((word) => !word.startsWith('-')) !== 'run') return { known: [...argv], faults: [] };
  const names = run.options.flatMap((option) => [option.long, option.short]).filter((name) => name !== undefined);
  names.push('--help', '-h', '--lang');
  const known: string[] = [];
  const faults: Fault[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    if (word === '--') {
      known.push(...argv.slice(i));
      break;
    }
    const name = word.replace(/=.*$/s, '');
    if (word.startsWith('--') && !names.includes(name)) {
      faults.push(unknownOption(name, names));
      continue;
    }
    known.push(word);
    // The value of an option may itself begin with a dash.
    const option = run.options.find((option) => option.long === word || option.short === word);
    if (option?.required === true && i + 1 < argv.length) known.push(argv[++i] as string);
  }
  return { known, faults };
}

function unknownOption(option: string, names: readonly string[]): Fault {
  const near = nearMatch(option, names);
  return near === undefined
    ? { rule: 'usage/unknown-option', place: '', values: { option } }
    : { rule: 'usage/misspelt-option', place: '', values: { option, near } };
}

/** What commander refuses, as a fault of ours. */
function faultOf(error: CommanderError, program: Command): Fault {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const bare = quoted.replace(/^-\w, /, '').replace(/ .*$/, '');
  switch (error.code) {
    case 'commander.unknownOption': {
      const names = program.commands.flatMap((command) => command.options.map((option) => option.long ?? ''));
      return unknownOption(bare, [...names, '--help', '--version']);
    }
    case 'commander.unknownCommand': {
      const near = nearMatch(quoted, commands);
      return near === undefined
        ? { rule: 'usage/unknown-command', place: '', values: { command: quoted } }
        : { rule: 'usage/misspelt-command', place: '', values: { command: quoted, near } };
    }
    case 'commander.optionMissingArgument':
      return { rule: 'usage/missing-value', place: '', values: { option: bare } };
    case 'commander.missingArgument':
      return { rule: 'usage/missing-argument', place: '', values: { argument: quoted } };
    case 'commander.excessArguments':
      return { rule: 'usage/too-many-arguments', place: '', values: {} };
    default:
      return { rule: 'usage/bad-value', place: '', values: { setting: error.code, found: error.message } };
  }
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
