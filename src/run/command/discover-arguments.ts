import type { Command } from 'commander';
import { settingKeys } from '../setting-keys.ts';
import { type Language, say } from '../wording/wording.ts';
import type { Fault } from './fault.ts';
import type { GivenOptions } from './options.ts';
import { collect, givenOptions, languageOption, settingOptions } from './setting-options.ts';

/** What `cewen discover` is asked. */
export interface DiscoverRequest {
  readonly paths: readonly string[];
  readonly config: string | undefined;
  /** Settings of the run by which the texts are read. */
  readonly options: GivenOptions;
  /** A file that ends in .csv. */
  readonly out: string;
  /** Texts to compare with; empty for general language, or the other groups of `--by`. */
  readonly against: readonly string[];
  /** 0 for what suits the size of the corpus. */
  readonly minFrequency: number;
  /** 0 for what suits the number of documents. */
  readonly minDocuments: number;
  readonly maxLength: number;
  readonly maxCandidates: number;
  /** Rows of the list; 0 for all. */
  readonly top: number;
  /** Whether terms that are listed already are shown, too. */
  readonly known: boolean;
  /** Whether fragments of longer candidates are shown, too. */
  readonly fragments: boolean;
  /** Whether single words of the dictionary are shown, too. */
  readonly singleWords: boolean;
  readonly faults: readonly Fault[];
}

/** Settings that decide how the texts are read. */
const names = [
  'metadata',
  'terms',
  'text_column',
  'user_words',
  'policy_tokens',
  'number_units',
  'tagger',
  'encoding',
  'variant',
  'widths',
];
const more = ['punctuation', 'engine', 'granularity', 'model', 'ignore_case', 'count_kinds', 'excel', 'strict'];
const compared = ['by', 'by_separators', 'target', 'reference', 'reference_list', 'reference_size'];
const keys = settingKeys.filter(({ path }) => [...names, ...more, ...compared].includes(path.join('.')));
const defaults = { top: 1000, maxLength: 14, maxCandidates: 500_000 } as const;

/** Adds `cewen discover` to the program; `take` gets what was asked. */
export function declareDiscover(program: Command, language: Language, take: (request: DiscoverRequest) => void): void {
  const tell = (key: string, values: Fault['values'] = {}) => say(language, key, values);
  const discover = program
    .command('discover')
    .summary(tell('help/discover-summary'))
    .description(tell('help/discover'))
    .argument('[paths...]', tell('help/run-paths'))
    .addOption(languageOption(language))
    .option('-c, --config <file>', tell('help/config'))
    .option('-o, --out <file>', tell('help/discover-out'))
    .option('--against <path>', tell('help/discover-against'), collect)
    .option('--min-frequency <n>', tell('help/discover-min-frequency'))
    .option('--min-documents <n>', tell('help/discover-min-documents'))
    .option('--max-length <n>', tell('help/discover-max-length', { value: defaults.maxLength }))
    .option('--max-candidates <n>', tell('help/discover-max-candidates', { value: defaults.maxCandidates }))
    .option('--top <n>', tell('help/discover-top', { value: defaults.top }))
    .option('--known', tell('help/discover-known'))
    .option('--fragments', tell('help/discover-fragments'))
    .option('--words', tell('help/discover-words'));
  for (const key of keys) for (const option of settingOptions(key, language)) discover.addOption(option);
  discover.addHelpText('after', `\n${tell('help/discover-examples')}`);
  discover.action((paths: string[], values: Record<string, unknown>) => {
    const faults: Fault[] = [];
    const whole = (option: string, name: string, least: number, otherwise: number): number => {
      const found = values[name] as string | undefined;
      if (found === undefined) return otherwise;
      if (!/^\d{1,9}$/.test(found)) {
        faults.push({ rule: 'usage/not-a-number', place: '', values: { setting: option, found } });
      } else if (Number(found) < least) {
        faults.push({ rule: 'usage/too-small', place: '', values: { setting: option, found, expected: least } });
      }
      return Number(found);
    };
    const out = (values.out as string | undefined) ?? 'candidates.csv';
    if (!/[^/\\]\.csv$/i.test(out)) {
      faults.push({ rule: 'usage/not-a-csv-name', place: '', values: { setting: '--out', found: out } });
    }
    take({
      paths,
      config: values.config as string | undefined,
      options: givenOptions(keys, values, language),
      out,
      against: (values.against as string[] | undefined) ?? [],
      minFrequency: whole('--min-frequency', 'minFrequency', 2, 0),
      minDocuments: whole('--min-documents', 'minDocuments', 1, 0),
      maxLength: whole('--max-length', 'maxLength', 2, defaults.maxLength),
      maxCandidates: whole('--max-candidates', 'maxCandidates', 1, defaults.maxCandidates),
      top: whole('--top', 'top', 0, defaults.top),
      known: values.known === true,
      fragments: values.fragments === true,
      singleWords: values.words === true,
      faults,
    });
  });
}
