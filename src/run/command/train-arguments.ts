import type { Command } from 'commander';
import { type Language, say } from '../wording/wording.ts';
import { encodingFault } from './encoding-fault.ts';
import type { Fault } from './fault.ts';
import { languageOption } from './setting-options.ts';

/** What `cewen train` is asked. */
export interface TrainRequest {
  readonly golds: readonly string[];
  readonly out: string;
  /** A model to correct, undefined for the one that comes with the program, `none` to begin anew. */
  readonly base: string | undefined;
  readonly encoding: string | undefined;
}

interface Values {
  out?: string;
  base?: string;
  encoding?: string;
}

/** Adds `cewen train` to the program; `take` gets what was asked and the faults of it. */
export function declareTrain(
  program: Command,
  language: Language,
  take: (request: TrainRequest, faults: readonly Fault[]) => void,
): void {
  const tell = (key: string) => say(language, key);
  program
    .command('train')
    .summary(tell('help/train-summary'))
    .description(tell('help/train'))
    .argument('<gold...>', tell('help/score-gold'))
    .option('-o, --out <file>', tell('help/train-out'))
    .option('--base <file>', tell('help/train-base'))
    .option('--encoding <name>', tell('option/encoding'))
    .addOption(languageOption(language))
    .addHelpText('after', `\n${tell('help/train-examples')}`)
    .action((golds: string[], { out, base, encoding }: Values) => {
      const empty = (setting: string): Fault => ({ rule: 'usage/empty-value', place: '', values: { setting } });
      take({ golds, out: out ?? '', base, encoding }, [
        ...(golds.includes('') ? [empty('gold')] : []),
        ...(out === undefined || out === '' ? [empty('--out')] : []),
        ...(base === '' ? [empty('--base')] : []),
        ...(encoding === undefined
          ? []
          : [encodingFault(encoding, '--encoding')].filter((fault) => fault !== undefined)),
      ]);
    });
}
