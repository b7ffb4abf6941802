import type { Fault } from './fault.ts';

/** What is wrong with an offset that a user typed; undefined where it is a whole number from 0. */
export function offsetFault(found: string): Fault | undefined {
  return /^\d{1,15}$/.test(found) ? undefined : { rule: 'usage/bad-offset', place: '', values: { found } };
}
