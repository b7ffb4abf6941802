import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, type ManifestSettings, manifestSettings } from '../result/manifest.ts';
import type { RunLogStart } from '../result/run-log.ts';
import type { Settings } from '../settings.ts';
import type { Cause } from './cause.ts';
import { type SettingChange, settingChanges } from './setting-changes.ts';

/** How the configuration of a run reads now: its settings with absolute paths, or why there are none. */
export type SettingsToday = (log: RunLogStart) => Settings | readonly Cause[] | undefined;

/** Settings that were edited in the manifest, or in the configuration file since. */
export function settingCauses(
  folder: string,
  manifest: Manifest,
  log: RunLogStart | undefined,
  today: SettingsToday,
): Cause[] {
  const asRun = settingsAsRun(folder) ?? (log === undefined ? undefined : manifestSettings(log.settings));
  const edited = asRun === undefined ? [] : settingChanges(asRun, manifest.settings);
  return [...named('verify/manifest-setting', edited), ...configCauses(log, today)];
}

function configCauses(log: RunLogStart | undefined, today: SettingsToday): readonly Cause[] {
  const now = log === undefined ? undefined : today(log);
  if (log === undefined || now === undefined) return [];
  if (isCauses(now)) return now;
  return named('verify/config-setting', settingChanges(thatMatter(log.settings), thatMatter(now)));
}

function isCauses(now: Settings | readonly Cause[]): now is readonly Cause[] {
  return Array.isArray(now);
}

/** Where the result and a cache lie, who works and what language is spoken changes no table; a document's limits only by a message. */
function thatMatter({ out: _out, cache: _cache, workers: _workers, lang: _lang, ...others }: Settings) {
  const { document_seconds: _seconds, document_memory: _megabytes, memory: _memory, ...rest } = others;
  return rest;
}

function named(rule: Cause['rule'], changes: readonly SettingChange[]): Cause[] {
  return changes.map((change) => ({ rule, values: { ...change } }));
}

/** The settings as the data package of a result has them: a second copy, by which an edited manifest is known. */
function settingsAsRun(folder: string): ManifestSettings | undefined {
  try {
    const description = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
      cewen?: { settings?: ManifestSettings };
    };
    return description.cewen?.settings;
  } catch {
    return undefined;
  }
}
