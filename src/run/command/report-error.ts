import { CorpusError, exitCodes, SeveralErrors } from '../../model/errors.ts';
import { QueryFault } from '../../query/token/query-syntax.ts';
import { Interrupted } from '../interrupted.ts';
import { stackOf } from '../thread/stack-of.ts';
import { type Language, say } from '../wording/wording.ts';
import { SettingsError } from './fault.ts';
import { printable } from './printable.ts';

/** What to print for a failure and the exit code to end with. */
export interface ErrorReport {
  readonly text: string;
  readonly exitCode: number;
}

// EX_SOFTWARE of sysexits.h: an error of the program itself.
const bugExitCode = 70;

/** Tells a failure in words. One that a user cannot act on is a bug and comes with its stack. */
export function reportError(error: unknown, language: Language): ErrorReport {
  if (error instanceof Interrupted) {
    const { out, cache, exitCode } = error;
    const rule = cache === undefined ? 'run/interrupted' : cache === null ? 'run/begins-anew' : 'run/goes-on';
    return { text: line('', say(language, rule, { out, cache: cache ?? '' }), language), exitCode };
  }
  if (error instanceof SettingsError) {
    const lines = error.faults.map(({ rule, place, values }) => line(place, say(language, rule, values), language));
    return { text: [...lines, say(language, 'help/see')].join('\n'), exitCode: exitCodes.usage };
  }
  if (error instanceof CorpusError) {
    const all = error instanceof SeveralErrors ? [error, ...error.others] : [error];
    const lines = all.map((one) => line(one.place, say(language, one.code, valuesOf(one, language)), language));
    return { text: lines.join('\n'), exitCode: exitCodes[error.kind] };
  }
  return { text: `${say(language, 'run/bug')}\n${stackOf(error)}`, exitCode: bugExitCode };
}

/** Why a pattern cannot be read is a text of its own. */
function valuesOf({ values, cause }: CorpusError, language: Language): CorpusError['values'] {
  return cause instanceof QueryFault ? { ...values, reason: say(language, cause.rule, cause.values) } : values;
}

function line(place: string, text: string, language: Language): string {
  const head = say(language, 'help/error');
  return printable(place === '' ? `${head}${text}` : `${head}${place}${say(language, 'help/colon')}${text}`);
}
