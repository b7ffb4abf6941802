import type { Command } from 'commander';
import { type Language, say } from '../wording/wording.ts';
import type { Fault } from './fault.ts';
import { languageOption } from './setting-options.ts';

/** What `cewen cache prune` is asked. */
export interface CacheRequest {
  readonly folder: string;
  /** Documents that no run has used for so many days are removed. */
  readonly days: number;
}

const defaultDays = '30';

/** Adds `cewen cache` to the program; `take` gets what was asked, and what is wrong with it. */
export function declareCache(
  program: Command,
  language: Language,
  take: (request: CacheRequest, faults: readonly Fault[]) => void,
): void {
  const tell = (key: string) => say(language, key);
  program
    .command('cache')
    .summary(tell('help/cache-summary'))
    .description(tell('help/cache'))
    .argument('<action>', tell('help/cache-action'))
    .argument('<folder>', tell('help/cache-folder'))
    .option('--days <n>', tell('help/cache-days'), defaultDays)
    .addOption(languageOption(language))
    .addHelpText('after', `\n${tell('help/cache-examples')}`)
    .action((action: string, folder: string, { days }: { days: string }) => {
      const faults: Fault[] = [];
      if (action !== 'prune') {
        const values = { setting: 'action', expected: 'prune', found: action };
        faults.push({ rule: 'usage/not-one-of', place: '', values });
      }
      if (!/^\d{1,6}$/.test(days)) {
        faults.push({ rule: 'usage/not-a-number', place: '--days', values: { setting: 'days', found: days } });
      }
      take({ folder, days: Number(days) }, faults);
    });
}
