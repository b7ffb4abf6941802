import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CorpusError } from '../../model/errors.ts';
import { lastPart, type Manifest } from '../result/manifest.ts';
import type { RunLogStart } from '../result/run-log.ts';
import { builtin, none, type Settings, settingsSchema } from '../settings.ts';

/** The settings with which a result can be made again on this machine. */
export interface LocatedCauses {
  readonly settings: Settings;
  /** Those of the settings' paths that are not there, some others being there. */
  readonly lost: readonly string[];
  /** Term lists that were not found and for which the result's own copy stands in. */
  readonly missing: readonly string[];
  /** Stop words and metadata that were not found: a result has no copy of them. */
  readonly gone: readonly string[];
}

/**
 * Finds what a result was made from: texts under `inputs` where they are given, else where the run log says; lists where
 * the run log says, else by name beside the texts or in this folder. Throws `input/no-input-folder`.
 */
export function locateCauses(
  folder: string,
  manifest: Manifest,
  log: RunLogStart | undefined,
  inputs: readonly string[],
): LocatedCauses {
  const { paths, lost } = locateTexts(folder, manifest, log, inputs);
  const missing: string[] = [];
  const gone: string[] = [];
  const copy = join(folder, 'term_list.csv');
  const list = (name: string, logged: readonly string[], lost: string[]) => {
    if (name === builtin || name === none) return name;
    const beside = [...paths, process.cwd()].map((folder) => join(folder, name));
    const found = [...logged, ...beside].find((path) => lastPart(path) === name && existsSync(path));
    if (found === undefined) lost.push(name);
    return found;
  };
  const { settings } = manifest;
  const terms = settings.terms.map((name, i) => list(name, loggedFirst(log?.settings.terms, i), missing));
  const stopWords = settings.stop_words.map((name, i) => list(name, loggedFirst(log?.settings.stop_words, i), gone));
  const userWords = settings.user_words.map((name, i) => list(name, loggedFirst(log?.settings.user_words, i), gone));
  // A result of an earlier version has no such settings.
  const rules = settings.rules?.map((name, i) => list(name, loggedFirst(log?.settings.rules, i), gone));
  const grades = settings.grades?.map((name, i) => list(name, loggedFirst(log?.settings.grades, i), gone));
  const frequencies = settings.reference_list ?? null;
  const reference = frequencies === null ? null : list(frequencies, [log?.settings.reference_list ?? ''], gone);
  const trained = settings.model ?? null;
  const model = trained === null ? null : list(trained, [log?.settings.model ?? ''], gone);
  const name = settings.metadata;
  const metadata = name === null ? null : list(name, [log?.settings.metadata ?? ''], gone);
  const located = settingsSchema.safeParse({
    ...settings,
    document_seconds: log?.settings.document_seconds,
    document_memory: log?.settings.document_memory,
    memory: log?.settings.memory,
    paths,
    // All lists are in the copy, so that one missing list is replaced by the copy of all.
    terms: terms.includes(undefined) ? [copy] : terms,
    stop_words: stopWords.filter((path) => path !== undefined),
    user_words: userWords.filter((path) => path !== undefined),
    rules: rules?.filter((path) => path !== undefined),
    grades: grades?.filter((path) => path !== undefined),
    metadata: metadata ?? null,
    reference_list: reference ?? null,
    model: model ?? null,
  });
  if (located.success) return { missing, gone, lost, settings: located.data };
  const reason = `settings.${located.error.issues.map((issue) => issue.path.join('.')).join(', settings.')}`;
  throw new CorpusError('input/not-a-result', folder, { reason });
}

/** Paths of the run log, the one at `i` first: two lists may have one name. */
function loggedFirst(paths: readonly string[] = [], i: number): string[] {
  return [...paths.slice(i, i + 1), ...paths];
}

function locateTexts(
  folder: string,
  manifest: Manifest,
  log: RunLogStart | undefined,
  inputs: readonly string[],
): { paths: string[]; lost: string[] } {
  const { input_roots: roots } = manifest;
  const candidates = inputs.length > 0 ? inputs.map((path) => resolve(path)) : (log?.settings.paths ?? []);
  let paths = [...candidates];
  // Several roots may be given one by one, or as the folder that holds them all.
  if (roots.length > 1 && inputs.length === 1) paths = roots.map((root) => join(candidates[0] as string, root));
  const lost = paths.filter((path) => !existsSync(path));
  if (lost.length === paths.length) {
    throw new CorpusError('input/no-input-folder', folder, { found: lost.join(', ') });
  }
  return { paths, lost };
}
