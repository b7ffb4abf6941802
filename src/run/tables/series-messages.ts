import type { Groups } from '../../compare/groups.ts';
import type { Message } from '../../model/message.ts';

// Of n times the clearest trend there can be has a p of 2/n! by Mann–Kendall: 0.083 for four, 0.017 for five.
const fewestPeriods = 5;

/** What a reader of trends has to know of their periods: that they are few, or that years are missing between them. */
export function seriesMessages(by: string, { names, times }: Groups): Message[] {
  const messages: Message[] = [];
  if (names.length < fewestPeriods) {
    const values = { by, count: names.length, expected: fewestPeriods };
    messages.push({ severity: 'info', rule: 'compare/few-periods', values });
  }
  const missing = missingPeriods(names, times);
  if (missing.length > 0) {
    const values = { by, count: missing.length, found: missing.slice(0, 20).join(', ') };
    messages.push({ severity: 'info', rule: 'compare/missing-periods', values });
  }
  return messages;
}

/** Years or decades between the first and the last that no document has; of other numbers it is not known what is missing. */
function missingPeriods(names: readonly string[], times: readonly number[]): number[] {
  if (names.length < 3 || !names.every((name) => /^\d{4}年?$/.test(name))) return [];
  const step = times.every((time) => time % 10 === 0) ? 10 : 1;
  const missing: number[] = [];
  for (let time = times[0]!; time < times.at(-1)!; time += step) if (!times.includes(time)) missing.push(time);
  return missing;
}
