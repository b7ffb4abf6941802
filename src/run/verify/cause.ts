import type { Fault } from '../command/fault.ts';

/** A cause of a result that is not what it was, as a rule of run/wording.ts. */
export interface Cause {
  readonly rule: `verify/${string}`;
  readonly values: Readonly<Record<string, string | number>>;
  /** What is wrong with the configuration file, in words of its own. */
  readonly fault?: Fault;
}
