import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { CorpusError } from '../../model/errors.ts';
import { parseTermList } from '../../tag/term-list.ts';
import { Interrupted } from '../interrupted.ts';
import { findPackageRoot } from '../resource/package-root.ts';
import { type Manifest, type ManifestFile, runtime } from '../result/manifest.ts';
import { digestOfFile, readManifest } from '../result/read-result.ts';
import { readRunLog } from '../result/run-log.ts';
import { run } from '../run.ts';
import type { RunHooks } from '../run-hooks.ts';
import type { Cause } from './cause.ts';
import { locateCauses } from './locate-causes.ts';
import { partCauses } from './part-causes.ts';
import { type SettingsToday, settingCauses } from './setting-causes.ts';
import { termChanges } from './term-changes.ts';

/** What became of a result when its manifest was run again. */
export interface Verification {
  readonly outputs: number;
  /** Outputs that the new run made differently. */
  readonly different: readonly string[];
  readonly causes: readonly Cause[];
  /** What is different here but changed no file: another version of the program, a copy that stands in for a list. */
  readonly notes: readonly Cause[];
}

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
  const { settings, lost, missing, gone } = locateCauses(folder, manifest, log, inputs);
  for (const list of missing) causes.push({ rule: 'verify/list-missing', values: { list } });
  for (const list of gone) causes.push({ rule: 'verify/list-gone', values: { list } });

  const temporary = mkdtempSync(join(tmpdir(), 'cewen-verify-'));
  try {
    const out = join(temporary, 'result');
    const paths = settings.paths.map((path, i) => (lost.includes(path) ? standIn(temporary, i, path) : path));
    await run(
      { ...settings, paths, out, cache: null },
      { ...hooks, ignored: [folder], namedSettings: manifest.settings },
    );
    const again = readManifest(out);
    causes.push(...engineCauses(manifest, again));
    const changed = inputCauses(manifest, again);
    const containers = changed.flatMap(({ rule, values }) =>
      rule === 'verify/input-changed' ? [`${values.path}`] : [],
    );
    causes.push(
      ...changed,
      ...partCauses(folder, out, containers),
      ...resourceCauses(folder, manifest, out, again, [...missing, ...gone]),
    );
    causes.push(...(await handCauses(folder, manifest)));
    const different = changedFiles(manifest.outputs, again.outputs).map(({ path }) => path);
    const outputs = manifest.outputs.length;
    const isNote = ({ rule }: Cause) =>
      rule === 'verify/list-missing' ||
      rule === 'verify/config-moved' ||
      (rule === 'verify/program' && different.length === 0);
    const notes = causes.filter(isNote);
    return { outputs, different, notes, causes: causes.filter((cause) => !isNote(cause)) };
  } catch (error) {
    if (error instanceof Interrupted) throw new Interrupted(error.signal, folder);
    if (error instanceof CorpusError && error.code === 'input/no-documents') {
      causes.push(...manifest.inputs.map(({ path }): Cause => ({ rule: 'verify/input-missing', values: { path } })));
      return {
        outputs: manifest.outputs.length,
        different: manifest.outputs.map(({ path }) => path),
        causes,
        notes: [],
      };
    }
    throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** An empty folder in place of a path that is gone: with one path fewer the documents would have other names. */
function standIn(temporary: string, i: number, path: string): string {
  const folder = join(temporary, `gone-${i}`, basename(path));
  mkdirSync(folder, { recursive: true });
  return folder;
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
  const named = ({ resources }: Manifest) =>
    resources.map(({ kind, path, bytes, sha256 }, i) => {
      // Two lists may have one name.
      const before = resources.slice(0, i).filter((other) => other.kind === kind && other.path === path).length;
      return { path: `${kind} ${path}${'\0'.repeat(before)}`, bytes, sha256 };
    });
  const nameOf = (key: string) => key.slice(key.indexOf(' ') + 1).replace(/\0+$/, '');
  const changed = changedFiles(named(before), named(after)).filter(({ path }) => {
    const name = nameOf(path);
    return !missing.includes(name) && !(missing.length > 0 && name === 'term_list.csv');
  });
  if (changed.length === 0) return [];
  const terms = termChanges(termsOf(folder), termsOf(out));
  const causes: Cause[] = terms.map(({ term, change }) => ({ rule: `verify/term-${change}`, values: { term } }));
  for (const { path, was, is } of changed) {
    // The terms say more than the list; a list that changed without them has other lines, such as notes.
    if (path.startsWith('terms ') && terms.length > 0) continue;
    const list = nameOf(path);
    if (was === undefined) causes.push({ rule: 'verify/list-added', values: { list } });
    else if (is === undefined) causes.push({ rule: 'verify/list-gone', values: { list } });
    else causes.push({ rule: 'verify/list-changed', values: { list, before: was.sha256, after: is.sha256 } });
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
