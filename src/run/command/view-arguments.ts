import type { Command } from 'commander';
import { type Language, say } from '../wording/wording.ts';
import type { Fault } from './fault.ts';
import { languageOption } from './setting-options.ts';

/** What `cewen view` is asked. */
export interface ViewRequest {
  readonly folder: string;
  /** 0: any that is free. */
  readonly port: number;
}

/** Adds `cewen view` to the program; `take` gets what was asked and the faults of it. */
export function declareView(
  program: Command,
  language: Language,
  take: (request: ViewRequest, faults: readonly Fault[]) => void,
): void {
  const tell = (key: string) => say(language, key);
  program
    .command('view')
    .summary(tell('help/view-summary'))
    .description(tell('help/view'))
    .argument('<dir>', tell('help/plot-dir'))
    .option('-p, --port <number>', tell('help/view-port'), '0')
    .addOption(languageOption(language))
    .action((folder: string, { port }: { port: string }) => {
      const isPort = /^\d{1,5}$/.test(port) && Number(port) < 65536;
      const fault: Fault = { rule: 'usage/not-a-port', place: '', values: { setting: '--port', found: port } };
      take({ folder, port: Number(port) }, isPort ? [] : [fault]);
    });
}
