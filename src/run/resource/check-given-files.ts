import { existsSync } from 'node:fs';
import { CorpusError, SeveralErrors } from '../../model/errors.ts';
import { builtin, none, type Settings } from '../settings.ts';
import { checkGivenFile, type GivenKind, type HeldPipes } from './read-given-file.ts';

/**
 * Looks for everything that the settings name, so that all that is missing is told at once: texts, metadata, lists. Throws
 * CorpusError, or SeveralErrors with the first of them before the others.
 */
export function checkGivenFiles(settings: Settings, held: HeldPipes = new Map()): void {
  const { paths, metadata, terms, stop_words, user_words, rules, grades, reference_list, model } = settings;
  const missing = paths.filter((path) => !existsSync(path)).map((path) => new CorpusError('input/not-found', path));
  const given: (readonly [string, GivenKind])[] = [
    ...(metadata === null ? [] : [[metadata, 'metadata'] as const]),
    ...[...terms, ...stop_words, ...user_words, ...rules, ...grades, reference_list ?? none, model ?? none]
      .filter((path) => path !== builtin && path !== none)
      .map((path) => [path, 'list'] as const),
  ];
  const unusable = given.flatMap(([path, kind]) => {
    if (held.has(path)) return [];
    try {
      checkGivenFile(path, kind);
      return [];
    } catch (error) {
      if (error instanceof CorpusError) return [error];
      throw error;
    }
  });
  const [first, ...others] = [...missing, ...unusable];
  if (first === undefined) return;
  throw others.length === 0 ? first : new SeveralErrors(first, others);
}
