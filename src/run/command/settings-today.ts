import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CorpusError } from '../../model/errors.ts';
import type { RunLogStart } from '../result/run-log.ts';
import type { Settings } from '../settings.ts';
import { absoluteSettings } from '../verify/absolute-settings.ts';
import type { Cause } from '../verify/cause.ts';
import { readCommandLine } from './command-line.ts';
import { type Fault, SettingsError } from './fault.ts';
import { defaultConfig, loadSettings } from './run-settings.ts';

/**
 * The settings, with absolute paths, that the command line of a run would give with its configuration file as that is now,
 * or why there are none. Undefined where there is no command line, and where there neither was nor is such a file.
 */
export function settingsToday(log: RunLogStart): Settings | readonly Cause[] | undefined {
  const path = log.config ?? join(log.folder, defaultConfig);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    if (log.config === null) return undefined;
    // Where the folder is gone too, the result was moved, and its file may be well where it came from.
    const isHere = statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() === true;
    return [{ rule: isHere ? 'verify/config-missing' : 'verify/config-moved', values: { path } }];
  }
  try {
    const request = readCommandLine(log.argv, 'en', '');
    if (request.command !== 'run') return undefined;
    return absoluteSettings(loadSettings(request.paths, path, request.options).settings, log.folder);
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    const { code: rule, place, values } = error;
    const faults: readonly Fault[] = error instanceof SettingsError ? error.faults : [{ rule, place, values }];
    // Options that only another version of the program has are no fault of the file.
    const ofFile = faults.filter((fault) => fault.place.startsWith(path) || fault.rule === 'usage/no-paths');
    return ofFile.map((fault) => ({
      rule: 'verify/config-fault',
      values: { place: fault.place === '' ? path : fault.place, setting: fault.values.setting ?? '' },
      fault,
    }));
  }
}
