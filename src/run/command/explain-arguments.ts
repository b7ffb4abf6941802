import type { Command } from 'commander';
import { type Language, say } from '../wording/wording.ts';
import { encodingFault } from './encoding-fault.ts';
import type { Fault } from './fault.ts';
import { offsetFault } from './offset-fault.ts';
import { collect, languageOption } from './setting-options.ts';

/** What `cewen explain` is asked. */
export interface ExplainRequest {
  readonly target: string;
  readonly document: string | undefined;
  readonly offset: string | undefined;
  readonly inputs: readonly string[];
  readonly json: boolean;
  readonly config: string | undefined;
  readonly encoding: string | undefined;
  readonly textColumn?: string | undefined;
}

interface Values {
  input?: string[];
  json?: boolean;
  config?: string;
  encoding?: string;
  textColumn?: string;
}

/** Adds `cewen explain` to the program; `take` gets what was asked, and what is wrong with it. */
export function declareExplain(
  program: Command,
  language: Language,
  take: (request: ExplainRequest, faults: readonly Fault[]) => void,
): void {
  const tell = (key: string) => say(language, key);
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
    .option('--text-column <name>', tell('option/text_column'))
    .option('-i, --input <root>', tell('help/input'), collect)
    .addOption(languageOption(language))
    .addHelpText('after', `\n${tell('help/explain-examples')}`)
    .action((target: string, document: string | undefined, offset: string | undefined, values: Values) => {
      const { input: inputs = [], json = false, config, encoding, textColumn } = values;
      const faults = [
        encoding === undefined ? undefined : encodingFault(encoding, '--encoding'),
        offset === undefined ? undefined : offsetFault(offset),
      ];
      const own = textColumn === undefined ? {} : { textColumn };
      take(
        { target, document, offset, inputs, json, config, encoding, ...own },
        faults.filter((fault) => fault !== undefined),
      );
    });
}
