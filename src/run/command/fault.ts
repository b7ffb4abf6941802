import { CorpusError } from '../../model/errors.ts';

/** One thing that is wrong with the settings: a rule of run/wording.ts, where it stands, and what fills its text. */
export interface Fault {
  readonly rule: string;
  readonly place: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** All that is wrong with the settings, told at once. */
export class SettingsError extends CorpusError {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super('usage/settings', '', { count: faults.length });
    this.faults = faults;
  }
}
