import type { Command, CommanderError } from 'commander';
import { unknownOption } from './command-words.ts';
import type { Fault } from './fault.ts';
import { nearMatch } from './near-match.ts';

/** What commander refuses, as a fault of ours. */
export function faultOf(error: CommanderError, program: Command, commands: readonly string[]): Fault {
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
