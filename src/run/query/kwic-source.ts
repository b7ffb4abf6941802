import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { manifestName } from '../../write/folder.ts';
import { type Fault, SettingsError } from '../command/fault.ts';
import { type GivenOptions, resolveSettings } from '../command/options.ts';
import { loadSettings } from '../command/run-settings.ts';
import { readManifest } from '../result/read-result.ts';
import { readRunLog } from '../result/run-log.ts';
import type { Settings } from '../settings.ts';
import { locateCauses } from '../verify/locate-causes.ts';

/** The texts that a pattern is looked for in, and how they are read. */
export interface KwicSource {
  readonly settings: Settings;
  /** The result whose texts are read again; undefined where texts are given. */
  readonly result: string | undefined;
  /** SHA-256 of the files of the result as they were, by name. */
  readonly digests: ReadonlyMap<string, string>;
}

/** Settings that change nothing about how the texts of a result were read. */
const free = ['boundary', 'ignore_case', 'context', 'by', 'count_kinds', 'excel', 'strict', 'lang'] as const;

/**
 * Texts as they are given, or those that a result was made from: they are read again with its settings and lists. Throws
 * SettingsError with all faults of the command line, and what `locateCauses` throws.
 */
export function kwicSource(
  paths: readonly string[],
  inputs: readonly string[],
  config: string | undefined,
  options: GivenOptions,
  faults: readonly Fault[],
): KwicSource {
  const [folder] = paths;
  if (paths.length !== 1 || folder === undefined || !existsSync(join(folder, manifestName))) {
    const fault = { rule: 'usage/input-without-result', place: '', values: { option: '--input' } };
    const all = inputs.length > 0 ? [...faults, fault] : faults;
    return { settings: loadSettings(paths, config, options, all).settings, result: undefined, digests: new Map() };
  }
  const found = [...faults];
  for (const setting of options.keys()) {
    if ((free as readonly string[]).includes(setting)) continue;
    found.push({ rule: 'usage/setting-of-result', place: '', values: { setting, folder } });
  }
  let given: Settings | undefined;
  try {
    given = resolveSettings(undefined, options);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    found.push(...error.faults);
  }
  if (given === undefined || found.length > 0) throw new SettingsError(found);
  const manifest = readManifest(folder);
  const { settings } = locateCauses(folder, manifest, readRunLog(folder), inputs);
  const own = Object.fromEntries(free.filter((name) => options.has(name)).map((name) => [name, given[name]]));
  return {
    settings: { ...settings, ...own, out: folder },
    result: folder,
    digests: new Map(manifest.inputs.map(({ path, sha256 }) => [path, sha256])),
  };
}
