import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTermList } from '../tag/term-list.ts';
import { Interrupted } from './interrupted.ts';
import { locateCauses } from './locate-causes.ts';
import { type Manifest, type ManifestFile, type ManifestSettings, manifestSettings, runtime } from './manifest.ts';
import { findPackageRoot } from './package-root.ts';
import { digestOfFile, readManifest } from './read-result.ts';
import { run } from './run.ts';
import type { RunHooks } from './run-hooks.ts';
import { type RunLogStart, readRunLog } from './run-log.ts';
import { type SettingChange, settingChanges } from './setting-changes.ts';
import type { Settings } from './settings.ts';
import { termChanges } from './term-changes.ts';

/** A cause that is not what it was, as a rule of run/wording.ts. */
export interface Cause {
  readonly rule: `verify/${string}`;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What became of a result when its manifest was run again. */
export interface Verification {
  readonly outputs: number;
  /** Outputs that the new run made differently. */
  readonly different: readonly string[];
  readonly causes: readonly Cause[];
  /** What is different here but changed no file: another version of the program, a copy that stands in for a list. */
  readonly notes: readonly Cause[];
}

/** How the settings of today's configuration file read; undefined where there is none. */
export type SettingsToday = (log: RunLogStart) => Settings | undefined;

/**
 * Runs a result's manifest again in a temporary folder, compares every digest, and finds what changed. Nothing in the
 * result's folder is touched. Throws `input/not-a-result`, `input/no-input-folder` and what `run` throws.
 */
export async function verify(
  folder: string,
  inputs: readonly string[],
  today: SettingsToday,
  hooks: RunHooks = {},
): Promise<Verification> {
  const manifest = readManifest(folder);
  const log = readRunLog(folder);
  const causes: Cause[] = [...programCauses(manifest), ...settingCauses(folder, manifest, log, today)];
  const { settings, missing } = locateCauses(folder, manifest, log, inputs);
  for (const list of missing) causes.push({ rule: 'verify/list-missing', values: { list } });

  const temporary = mkdtempSync(join(tmpdir(), 'cewen-verify-'));
  try {
    const out = join(temporary, 'result');
    await run({ ...settings, out }, { ...hooks, ignored: [folder], namedSettings: manifest.settings });
    const again = readManifest(out);
    causes.push(...engineCauses(manifest, again));
    causes.push(...inputCauses(manifest, again), ...resourceCauses(folder, manifest, out, again, missing));
    causes.push(...(await handCauses(folder, manifest)));
    const different = changedFiles(manifest.outputs, again.outputs).map(({ path }) => path);
    const outputs = manifest.outputs.length;
    const isNote = ({ rule }: Cause) =>
      rule === 'verify/list-missing' || (rule === 'verify/program' && different.length === 0);
    const notes = causes.filter(isNote);
    return { outputs, different, notes, causes: causes.filter((cause) => !isNote(cause)) };
  } catch (error) {
    if (error instanceof Interrupted) throw new Interrupted(error.signal, folder);
    throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function programCauses(manifest: Manifest): Cause[] {
  const causes: Cause[] = [];
  const { version } = findPackageRoot();
  const compare = (what: string, before: string, after: string) => {
    if (before !== after) causes.push({ rule: 'verify/program', values: { what, before, after } });
  };
  compare('cewen', manifest.tool.version, version);
  const now = runtime();
  for (const name of ['node', 'unicode', 'icu'] as const) compare(name, manifest.runtime[name], now[name]);
  return causes;
}

function engineCauses(before: Manifest, after: Manifest): Cause[] {
  const engine = (manifest: Manifest) => {
    const settings = manifest.stages.find(({ name }) => name === 'segment')?.settings;
    return { what: String(settings?.engine), version: String(settings?.version) };
  };
  const was = engine(before);
  const is = engine(after);
  if (was.what === is.what && was.version === is.version) return [];
  return [{ rule: 'verify/program', values: { what: is.what, before: was.version, after: is.version } }];
}

/** Settings that were edited in the manifest, or in the configuration file since. */
function settingCauses(
  folder: string,
  manifest: Manifest,
  log: RunLogStart | undefined,
  today: SettingsToday,
): Cause[] {
  const asRun = settingsAsRun(folder) ?? (log === undefined ? undefined : manifestSettings(log.settings));
  const causes = (rule: Cause['rule'], changes: readonly SettingChange[]): Cause[] =>
    changes.map((change) => ({ rule, values: { ...change } }));
  const edited = asRun === undefined ? [] : settingChanges(asRun, manifest.settings);
  const now = log === undefined ? undefined : today(log);
  const changed =
    now === undefined || log === undefined ? [] : settingChanges(manifestSettings(log.settings), manifestSettings(now));
  return [...causes('verify/manifest-setting', edited), ...causes('verify/config-setting', changed)];
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

function inputCauses(before: Manifest, after: Manifest): Cause[] {
  return changedFiles(before.inputs, after.inputs).map(({ path, was, is }) => {
    if (was === undefined) return { rule: 'verify/input-added', values: { path } };
    if (is === undefined) return { rule: 'verify/input-missing', values: { path } };
    return { rule: 'verify/input-changed', values: { path, before: was.sha256, after: is.sha256 } };
  });
}

/** Lists that changed; for term lists the terms. */
function resourceCauses(
  folder: string,
  before: Manifest,
  out: string,
  after: Manifest,
  missing: readonly string[],
): Cause[] {
  const named = (manifest: Manifest) =>
    manifest.resources.map(({ kind, path, bytes, sha256 }) => ({ path: `${kind} ${path}`, bytes, sha256 }));
  const changed = changedFiles(named(before), named(after)).filter(({ path }) => {
    const name = path.slice(path.indexOf(' ') + 1);
    return !missing.includes(name) && !(missing.length > 0 && name === 'term_list.csv');
  });
  if (changed.length === 0) return [];
  const terms = termChanges(termsOf(folder), termsOf(out));
  const causes: Cause[] = terms.map(({ term, change }) => ({ rule: `verify/term-${change}`, values: { term } }));
  for (const { path, was, is } of changed) {
    // The terms say more than the list; a list that changed without them has other lines, such as notes.
    if (path.startsWith('terms ') && terms.length > 0) continue;
    const values = { list: path.slice(path.indexOf(' ') + 1), before: was?.sha256 ?? '', after: is?.sha256 ?? '' };
    causes.push({ rule: 'verify/list-changed', values });
  }
  return causes;
}

function termsOf(folder: string) {
  try {
    return parseTermList(readFileSync(join(folder, 'term_list.csv'), 'utf8'), 'term_list.csv').terms;
  } catch {
    return [];
  }
}

/** Outputs that are not what the manifest says they are. */
async function handCauses(folder: string, manifest: Manifest): Promise<Cause[]> {
  const causes: Cause[] = [];
  for (const { path, sha256 } of manifest.outputs) {
    const now = await digestOfFile(join(folder, path));
    if (now === undefined) causes.push({ rule: 'verify/output-missing', values: { path } });
    else if (now.sha256 !== sha256) {
      causes.push({ rule: 'verify/output-changed', values: { path, before: sha256, after: now.sha256 } });
    }
  }
  return causes;
}

interface ChangedFile {
  readonly path: string;
  readonly was: ManifestFile | undefined;
  readonly is: ManifestFile | undefined;
}

/** Files of two lists that differ, those of the first list first. */
function changedFiles(before: readonly ManifestFile[], after: readonly ManifestFile[]): ChangedFile[] {
  const was = new Map(before.map((file) => [file.path, file]));
  const is = new Map(after.map((file) => [file.path, file]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((path) => ({ path, was: was.get(path), is: is.get(path) }))
    .filter(({ was, is }) => was?.sha256 !== is?.sha256);
}
