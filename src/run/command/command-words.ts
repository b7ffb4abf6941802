import type { Command, Option } from 'commander';
import type { Fault } from './fault.ts';
import { nearMatch } from './near-match.ts';

/** The words of a command line without those that are faults. */
export interface SortedWords {
  readonly known: readonly string[];
  readonly faults: readonly Fault[];
}

/**
 * Takes options that the command does not have, that lack their value or that have one too many out of the words, because
 * the parser stops at the first of them and the user wants to know them all.
 */
export function sortWords(argv: readonly string[], program: Command): SortedWords {
  const known: string[] = [];
  const faults: Fault[] = [];
  let command = program;
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    if (word === '--') return { known: [...known, ...argv.slice(i)], faults };
    if (!word.startsWith('-') || word === '-') {
      known.push(word);
      if (command !== program) continue;
      const found = program.commands.find((one) => one.name() === word);
      if (found === undefined) return { known: [...known, ...argv.slice(i + 1)], faults };
      command = found;
      continue;
    }
    const isLong = word.startsWith('--');
    const name = isLong ? word.replace(/=.*$/s, '') : word.slice(0, 2);
    const inline = word.length > name.length;
    const option = optionNamed(command, name);
    // `-out x` would be read as `-o ut`, which nobody means.
    if (!isLong && optionNamed(command, `-${word}`) !== undefined) {
      faults.push({ rule: 'usage/misspelt-option', place: '', values: { option: word, near: `-${word}` } });
    } else if (option === undefined && !isHelp(name)) faults.push(unknownOption(name, namesOf(command)));
    else if (option?.required !== true) {
      if (isLong && inline) faults.push({ rule: 'usage/no-value', place: '', values: { option: name } });
      else known.push(word);
    } else if (inline) known.push(word);
    else {
      const next = argv[i + 1];
      // A value may begin with a dash; one that is an option itself was forgotten.
      if (next === undefined || optionNamed(command, next) !== undefined) {
        faults.push({ rule: 'usage/missing-value', place: '', values: { option: name } });
      } else {
        known.push(word, next);
        i++;
      }
    }
  }
  return { known, faults };
}

/** The fault of an option that is none of `names`. */
export function unknownOption(option: string, names: readonly string[]): Fault {
  // One letter is near to every other one.
  const near = option.length > 2 ? nearMatch(option, names) : undefined;
  return near === undefined
    ? { rule: 'usage/unknown-option', place: '', values: { option } }
    : { rule: 'usage/misspelt-option', place: '', values: { option, near } };
}

/** The value of the last `--lang`, undefined where there is none: help and faults are told in it. */
export function askedLanguage(argv: readonly string[]): string | undefined {
  let asked: string | undefined;
  for (const [i, word] of argv.entries()) {
    if (word === '--') break;
    if (word === '--lang') asked = argv[i + 1];
    else if (word.startsWith('--lang=')) asked = word.slice('--lang='.length);
  }
  return asked;
}

function optionNamed(command: Command, name: string): Option | undefined {
  return command.options.find((option) => option.long === name || option.short === name);
}

function isHelp(name: string): boolean {
  return name === '--help' || name === '-h';
}

function namesOf(command: Command): string[] {
  const names = command.options.flatMap((option) => [option.long, option.short]);
  return [...names.filter((name) => name != null), '--help', '-h'];
}
