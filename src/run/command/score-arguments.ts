import type { Command } from 'commander';
import { type Granularity, granularities } from '../../segment/hybrid/hybrid-engine.ts';
import { engineNames } from '../resource/create-engine.ts';
import { defaultSettings } from '../settings.ts';
import { type Language, say } from '../wording/wording.ts';
import { encodingFault } from './encoding-fault.ts';
import type { Fault } from './fault.ts';
import { nearMatch } from './near-match.ts';
import { collect, languageOption } from './setting-options.ts';

type EngineName = (typeof engineNames)[number];

/** With or without the step for policy tokens that a run puts after a segmenter. */
const withPolicy = '+policy';
const withoutPolicy = '-policy';

/** `jieba` and `nodejieba` by themselves are what they are elsewhere; the others have the step unless it is taken away. */
export type ScoredEngine = EngineName | `${EngineName}${typeof withPolicy | typeof withoutPolicy}`;

const scoredEngines = engineNames.flatMap((name): ScoredEngine[] => [
  name,
  `${name}${withPolicy}`,
  `${name}${withoutPolicy}`,
]);

/** The engine of a name, and whether the step for policy tokens follows. */
export function partsOf(name: ScoredEngine): { engine: EngineName; hasPolicyTokens: boolean } {
  const engine = name.replace(/[+-]policy$/, '') as EngineName;
  return { engine, hasPolicyTokens: name.endsWith(withPolicy) || (name === engine && !/jieba$/.test(engine)) };
}

/** What `cewen score` is asked. */
export interface ScoreRequest {
  readonly golds: readonly string[];
  readonly engines: readonly ScoredEngine[];
  readonly vocabulary: string | undefined;
  /** Of engine `hybrid`, as in a run. */
  readonly granularity?: Granularity | undefined;
  readonly model?: string | undefined;
  readonly out: string | undefined;
  readonly encoding: string | undefined;
  readonly excel: boolean;
  readonly json: boolean;
}

interface Values {
  engine?: string[];
  vocabulary?: string;
  granularity?: string;
  model?: string;
  out?: string;
  encoding?: string;
  excel?: boolean;
  json?: boolean;
}

/** Adds `cewen score` to the program; `take` gets what was asked and the faults of it. */
export function declareScore(
  program: Command,
  language: Language,
  take: (request: ScoreRequest, faults: readonly Fault[]) => void,
): void {
  const tell = (key: string, values = {}) => say(language, key, values);
  const { engine: usual } = defaultSettings();
  program
    .command('score')
    .summary(tell('help/score-summary'))
    .description(tell('help/score'))
    .argument('<gold...>', tell('help/score-gold'))
    .option(
      '--engine <list>',
      `${tell('help/score-engine', { expected: engineNames.join(', '), withPolicy, withoutPolicy })}${tell('help/default', { value: usual })}`,
      collect,
    )
    .option('--vocabulary <file>', tell('help/score-vocabulary'))
    .option('--granularity <name>', tell('option/granularity'))
    .option('--model <file>', tell('option/model'))
    .option('-o, --out <file>', tell('help/score-out'))
    .option('--encoding <name>', tell('option/encoding'))
    .option('--excel', tell('option/excel'))
    .option('--json', tell('help/json'))
    .addOption(languageOption(language))
    .addHelpText('after', `\n${tell('help/score-examples')}`)
    .action((golds: string[], values: Values) => {
      const { vocabulary, model, out, encoding, excel = false, json = false } = values;
      const granularity = granularities.find((name) => name === values.granularity);
      const names = (values.engine ?? [usual]).flatMap((list) => list.split(',')).map((name) => name.trim());
      const engines = scoredEngines.filter((name) => names.includes(name));
      take({ golds, engines, vocabulary, granularity, model, out, encoding, excel, json }, [
        ...[...new Set(names)].flatMap(engineFault),
        ...emptyFault('gold', golds.includes('') ? '' : undefined),
        ...emptyFault('--vocabulary', vocabulary),
        ...emptyFault('--model', model),
        ...(granularity === values.granularity ? [] : [granularityFault(values.granularity!)]),
        ...(out === undefined || /[^/\\]\.csv$/i.test(out) ? [] : [outFault(out)]),
        ...(encoding === undefined
          ? []
          : [encodingFault(encoding, '--encoding')].filter((fault) => fault !== undefined)),
      ]);
    });
}

function engineFault(found: string): Fault[] {
  if ((scoredEngines as readonly string[]).includes(found)) return [];
  const values = { setting: 'engine', expected: scoredEngines.join(', '), found };
  const near = nearMatch(found, scoredEngines);
  return near === undefined
    ? [{ rule: 'usage/not-one-of', place: '--engine', values }]
    : [{ rule: 'usage/misspelt-value', place: '--engine', values: { ...values, near } }];
}

function granularityFault(found: string): Fault {
  const values = { setting: 'granularity', expected: granularities.join(', '), found };
  return { rule: 'usage/not-one-of', place: '--granularity', values };
}

function emptyFault(setting: string, value: string | undefined): Fault[] {
  return value === '' ? [{ rule: 'usage/empty-value', place: '', values: { setting } }] : [];
}

function outFault(found: string): Fault {
  return { rule: 'usage/not-a-csv-name', place: '--out', values: { found } };
}
