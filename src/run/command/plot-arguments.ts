import type { Command } from 'commander';
import { type Language, say } from '../wording/wording.ts';
import type { Fault } from './fault.ts';
import { languageOption } from './setting-options.ts';

/** Figures that can be drawn, in the order in which they are told. */
export const figureNames = [
  'terms',
  'trend',
  'dispersion',
  'network',
  'matrix',
  'keyness',
  'similarity',
  'dendrogram',
] as const;

/** What `cewen plot` is asked. */
export interface PlotRequest {
  readonly folder: string;
  readonly figure: string;
  readonly out: string;
  readonly chosen: readonly string[];
  readonly top: number;
  readonly unit: string | undefined;
  readonly target: string | undefined;
  readonly width: string;
  /** Absent where it follows from what is drawn. */
  readonly height: string | undefined;
}

interface Values {
  out?: string;
  terms?: string;
  top: string;
  unit?: string;
  target?: string;
  width: string;
  height?: string;
}

const length = /^(\d+(?:\.\d+)?)(mm|cm|in|px)$/;
const pixels = { mm: 96 / 25.4, cm: 96 / 2.54, in: 96, px: 1 } as const;
const leastPixels = 100;
const mostPixels = 10_000;

/** Pixels of a length such as `160mm`, 96 to the inch; undefined where it is none, or no size for a picture. */
export function pixelsOf(text: string): number | undefined {
  const [, number, unit] = length.exec(text) ?? [];
  if (number === undefined) return undefined;
  const found = Number(number) * pixels[unit as keyof typeof pixels];
  return found >= leastPixels && found <= mostPixels ? found : undefined;
}

/** Adds `cewen plot` to the program; `take` gets what was asked and the faults of it. */
export function declarePlot(
  program: Command,
  language: Language,
  take: (request: PlotRequest, faults: readonly Fault[]) => void,
): void {
  const tell = (key: string) => say(language, key);
  program
    .command('plot')
    .summary(tell('help/plot-summary'))
    .description(tell('help/plot'))
    .argument('<dir>', tell('help/plot-dir'))
    .argument('<figure>', `${tell('help/plot-figure')}: ${figureNames.join(', ')}`)
    .option('-o, --out <file>', tell('help/plot-out'))
    .option('--terms <list>', tell('help/plot-terms'))
    .option('--top <n>', tell('help/plot-top'), '20')
    .option('--unit <name>', tell('help/plot-unit'))
    .option('--target <group>', tell('help/plot-target'))
    .option('--width <length>', tell('help/plot-width'), '160mm')
    .option('--height <length>', tell('help/plot-height'))
    .addOption(languageOption(language))
    .addHelpText('after', `\n${tell('help/plot-examples')}`)
    .action((folder: string, figure: string, values: Values) => {
      const { out = '', top, unit, target, width, height } = values;
      const chosen = (values.terms ?? '').split(/[,，]/).flatMap((name) => name.trim() || []);
      const names: readonly string[] = figureNames;
      const fault = (rule: Fault['rule'], setting: string, more: object = {}): Fault => ({
        rule,
        place: '',
        values: { setting, ...more },
      });
      const lengths = Object.entries({ '--width': width, ...(height === undefined ? {} : { '--height': height }) });
      take({ folder, figure, out, chosen, top: Number(top), unit, target, width, height }, [
        ...(names.includes(figure)
          ? []
          : [fault('usage/not-one-of', 'figure', { expected: names.join(', '), found: figure })]),
        ...(out === '' ? [fault('usage/empty-value', '--out')] : []),
        ...(/^[1-9]\d{0,3}$/.test(top) ? [] : [fault('usage/not-whole', '--top', { found: top })]),
        ...lengths
          .filter(([, text]) => pixelsOf(text) === undefined)
          .map(([name, text]) => fault('usage/not-a-length', name, { found: text })),
      ]);
    });
}
