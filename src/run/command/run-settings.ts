import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { builtin, none, type Settings } from '../settings.ts';
import { type ConfigFile, readConfigFile } from './config-file.ts';
import { type Fault, SettingsError } from './fault.ts';
import { type GivenOptions, resolveSettings } from './options.ts';

/** The file that is read where no other is named. */
export const defaultConfig = 'cewen.yaml';

/** Settings of a run with the configuration file that they come from. */
export interface LoadedSettings {
  readonly settings: Settings;
  /** Absolute path; null where there was no file. */
  readonly config: string | null;
}

/** Reads the configuration file and the options, and tells all their faults with those of the command line. */
export function loadSettings(
  paths: readonly string[],
  config: string | undefined,
  options: GivenOptions,
  faults: readonly Fault[] = [],
): LoadedSettings {
  const name = config ?? (existsSync(defaultConfig) ? defaultConfig : undefined);
  const file = name === undefined ? undefined : readConfigFile(name);
  const given = new Map(options);
  if (paths.length > 0) given.set('paths', paths);
  const found = [...faults];
  let settings: Settings | undefined;
  try {
    settings = resolveSettings(file, given);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    found.push(...error.faults);
  }
  if (settings?.paths.length === 0) found.push({ rule: 'usage/no-paths', place: '', values: {} });
  if (settings === undefined || found.length > 0) throw new SettingsError(found);
  return {
    settings: file === undefined ? settings : besideConfig(settings, file, given),
    config: file === undefined ? null : resolve(file.path),
  };
}

/** Throws a SettingsError where groups are named without the column whose groups they are. */
export function checkGroups({ by, ...settings }: Settings): void {
  const faults = (['target', 'reference'] as const).flatMap((setting): Fault[] => {
    const [name] = by === null ? settings[setting] : [];
    return name === undefined ? [] : [{ rule: 'usage/needs-by', place: '', values: { setting, found: name } }];
  });
  if (faults.length > 0) throw new SettingsError(faults);
}

/** Paths that stand in a configuration file are relative to its folder; those of the command line are not. */
function besideConfig(settings: Settings, file: ConfigFile, given: GivenOptions): Settings {
  const folder = dirname(resolve(file.path));
  const place = <T extends string | null>(name: string, path: T): T =>
    path === null || path === builtin || path === none || given.has(name) || file.values[name] === undefined
      ? path
      : (resolve(folder, path) as T);
  return {
    ...settings,
    paths: settings.paths.map((path) => place('paths', path)),
    out: place('out', settings.out),
    metadata: place('metadata', settings.metadata),
    terms: settings.terms.map((path) => place('terms', path)),
    stop_words: settings.stop_words.map((path) => place('stop_words', path)),
    user_words: settings.user_words.map((path) => place('user_words', path)),
    rules: settings.rules.map((path) => place('rules', path)),
    reference_list: place('reference_list', settings.reference_list),
    model: place('model', settings.model),
    grades: settings.grades.map((path) => place('grades', path)),
  };
}
